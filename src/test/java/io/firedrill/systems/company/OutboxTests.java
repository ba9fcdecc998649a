package io.firedrill.systems.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.systems.company.Letter.Fate;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No letter is lost or doubled, and what does not get through goes another way. */
final class OutboxTests {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Incident FIRST = Incident.declared(
            1, new Alert("A", List.of("order"), NOW, true, false), NOW, NOW.plusSeconds(2));

    private final Drawer drawer = new Drawer();
    private final Outbox outbox = new Outbox(drawer, Contacts.STAFF);

    /** A shelf that can be out of reach. */
    private static final class Drawer implements Outbox.Shelf {
        private final Map<String, Letter> kept = new LinkedHashMap<>();
        private Optional<Incident> incident = Optional.empty();
        private boolean closed;

        @Override
        public void keep(Optional<Incident> went, Collection<Letter> changed) throws IOException {
            if (closed) {
                throw new IOException("closed");
            }
            changed.forEach(letter -> kept.put(letter.id(), letter));
            incident = went.or(() -> incident);
        }

        long count(Fate fate) {
            return kept.values().stream().filter(it -> it.fate() == fate).count();
        }
    }

    private static Incident second() {
        return FIRST.next(State.IDENTIFIED, NOW.plusSeconds(1), Optional.empty());
    }

    private void issue(Incident incident) throws IOException {
        outbox.issue(Optional.of(incident), Distribution.of(incident));
    }

    private Letter next(String channel) {
        return outbox.next(channel).orElseThrow();
    }

    private void sendStaff() throws IOException {
        outbox.sent(next(Contacts.CHAT), "");
    }

    private void failAll(String channel) throws IOException {
        for (Optional<Letter> one = outbox.next(channel);
                one.isPresent();
                one = outbox.next(channel)) {
            outbox.failed(one.get());
        }
    }

    @Test
    void staffIsToldBeforeAllOthers() throws IOException {
        issue(FIRST);

        assertThat(outbox.next(Contacts.MAIL)).isEmpty();
        assertThat(outbox.next(Contacts.PAGE)).isEmpty();
        sendStaff();

        assertThat(next(Contacts.MAIL).address()).isEqualTo("ada@customers.example");
        assertThat(next(Contacts.PAGE).lines()).contains("Affected: order");
    }

    @Test
    void whomNothingHappenedToGetsNoLetter() throws IOException {
        issue(FIRST);

        assertThat(drawer.kept.values()).noneMatch(it -> it.audience().equals("readers"));
        assertThat(drawer.kept.values()).anyMatch(it -> it.audience().equals("partners"));
    }

    @Test
    void aRefusedMailGoesAsTextMessageToTheSamePerson() throws IOException {
        issue(FIRST);
        sendStaff();
        List<String> before = List.of(next(Contacts.SMS).address());
        Letter mail = next(Contacts.MAIL);

        assertThat(outbox.failed(mail)).isTrue();

        assertThat(before).containsExactly("+447005550105");
        assertThat(drawer.kept.get("INC-1/1/sms/+447005550101").lines()).isEqualTo(mail.lines());
        assertThat(drawer.kept.get(mail.id()).fate()).isEqualTo(Fate.FAILED);
    }

    @Test
    void whoeverWasToldAnotherWayIsToldThatWayAgain() throws IOException {
        issue(FIRST);
        sendStaff();
        outbox.failed(next(Contacts.MAIL));
        Letter sms = drawer.kept.get("INC-1/1/sms/+447005550101");
        outbox.sent(sms, "SM1");

        issue(second());

        assertThat(drawer.kept.get("INC-1/2/sms/+447005550101").fate()).isEqualTo(Fate.DUE);
        assertThat(drawer.kept.get("INC-1/2/mail/ada@customers.example").fate())
                .isEqualTo(Fate.DUE);
        assertThat(drawer.kept).doesNotContainKey("INC-1/2/sms/+447005550102");
    }

    @Test
    void whatIsReportedUndeliveredGoesAnotherWayOnce() throws IOException {
        issue(FIRST);
        sendStaff();
        outbox.sent(next(Contacts.SMS), "SM7");

        outbox.undelivered("SM7");
        outbox.undelivered("SM7");
        outbox.undelivered("unknown");

        assertThat(drawer.kept.get("INC-1/1/mail/finn@customers.example").fate())
                .isEqualTo(Fate.DUE);
        assertThat(drawer.count(Fate.FAILED)).isEqualTo(1);
    }

    @Test
    void oldNewsGoesBeforeNewOrNotAtAll() throws IOException {
        issue(FIRST);
        sendStaff();
        Letter old = next(Contacts.MAIL);

        issue(second());
        sendStaff();

        assertThat(next(Contacts.MAIL)).isEqualTo(old);
        outbox.failed(old);
        assertThat(drawer.kept.get(old.id()).fate()).isEqualTo(Fate.FAILED);
        assertThat(drawer.kept).doesNotContainKey("INC-1/1/sms/+447005550101");
    }

    @Test
    void partnersGetEveryUpdateHoweverCloseTheyCome() throws IOException {
        issue(FIRST);
        sendStaff();
        Letter old = next(Contacts.HOOK);

        issue(second());
        sendStaff();

        assertThat(next(Contacts.HOOK)).isEqualTo(old);
        outbox.sent(old, "");
        assertThat(next(Contacts.HOOK).update()).isEqualTo(2);
    }

    @Test
    void aPageGetsTheNewestAndNothingElse() throws IOException {
        issue(FIRST);
        sendStaff();
        Letter old = next(Contacts.PAGE);

        issue(second());
        sendStaff();

        assertThat(drawer.kept.get(old.id()).fate()).isEqualTo(Fate.OVERTAKEN);
        assertThat(next(Contacts.PAGE).update()).isEqualTo(2);
        assertThat(outbox.failed(old)).isTrue();
    }

    @Test
    void whereNobodyIsReachedASheetOfPaperIsWritten() throws IOException {
        issue(FIRST);
        failAll(Contacts.CHAT);
        failAll(Contacts.MAIL);
        assertThat(outbox.next(Contacts.SHEET)).isEmpty();

        failAll(Contacts.SMS);
        failAll(Contacts.MAIL);
        failAll(Contacts.SMS);

        assertThat(next(Contacts.SHEET).lines())
                .contains("Incident: INC-1", "State: investigating", "Affected: order");
    }

    @Test
    void whereOneIsReachedThereIsNoPaper() throws IOException {
        issue(FIRST);
        sendStaff();
        failAll(Contacts.MAIL);
        failAll(Contacts.SMS);
        failAll(Contacts.MAIL);

        assertThat(outbox.next(Contacts.SHEET)).isEmpty();
    }

    @Test
    void aPageHasNoOtherWayAndStaysDue() throws IOException {
        issue(FIRST);
        sendStaff();

        assertThat(outbox.failed(next(Contacts.PAGE))).isFalse();

        assertThat(next(Contacts.PAGE).update()).isEqualTo(1);
    }

    @Test
    void theOtherDeskGoesOnWhereThisOneStopped() throws IOException {
        issue(FIRST);
        sendStaff();
        outbox.sent(next(Contacts.MAIL), "1");
        Outbox other = new Outbox(drawer, Contacts.STAFF);

        other.load(drawer.kept.values());

        assertThat(drawer.incident).contains(FIRST);
        assertThat(other.next(Contacts.CHAT)).isEmpty();
        assertThat(other.next(Contacts.MAIL).orElseThrow().address())
                .isEqualTo("ben@customers.example");
    }

    @Test
    void whatCanNotBeKeptIsNotDone() {
        drawer.closed = true;

        assertThatThrownBy(() -> issue(FIRST)).isInstanceOf(IOException.class);

        assertThat(outbox.isEmpty()).isTrue();
    }
}
