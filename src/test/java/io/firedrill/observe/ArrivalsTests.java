package io.firedrill.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Arrivals.Message;
import io.firedrill.observe.NoticeReader.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RealTime
class ArrivalsTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private final Arrivals arrivals =
            new Arrivals("mail", (actor, event) -> events.add(event), new FixedClock());

    @Test
    void tellsWhenItWasSentOnTheDrillsClock() {
        arrivals.received(message("x", reading("2026-11-22T11:59:58.500Z")), 1, 2);

        assertThat(notice().sent()).isEqualTo(8_500_000_000L);
        assertThat(notice().begin()).isEqualTo(1);
        assertThat(notice().end()).isEqualTo(2);
    }

    @Test
    void aStampOfAnotherDayIsNotBelieved() {
        arrivals.received(message("x", reading("+999999999-01-01T00:00:00Z")), 1, 2);
        arrivals.received(message("x", new Reading(Map.of(), List.of())), 1, 2);

        assertThat(notice().sent()).isNull();
        assertThat(notice().unread())
                .containsExactly("'Sent: +999999999-01-01T00:00:00Z' is more than a day from its"
                        + " arrival");
        assertThat(((NoticeReceived) events.get(1)).sent()).isNull();
    }

    @Test
    void whatGoesIntoTheJournalIsHarmlessAndShort() {
        String text = "a\u0000b\u001B[31m\r\nc\rd\te\uD800f\u202Eg\uFEFF" + "z".repeat(5_000);

        arrivals.received(
                new Message("ada\r\nBcc: eve", "m\n1", text, new Reading(Map.of(), List.of())),
                1,
                2);

        assertThat(notice().text())
                .startsWith("ab[31m\nc\nd\te\uFFFDfgzz")
                .endsWith("z ...")
                .hasSize(4_000);
        assertThat(notice().recipient()).isEqualTo("ada Bcc: eve");
        assertThat(notice().message()).isEqualTo("m 1");
    }

    @Test
    void noCharacterIsCutInHalf() {
        for (int before = 0; before < 2; before++) {
            String text = "x".repeat(before) + "\uD83D\uDE00".repeat(3_000);

            arrivals.received(message(text, new Reading(Map.of(), List.of())), 1, 2);

            String cut = ((NoticeReceived) events.get(before)).text();
            assertThat(cut).endsWith("\uDE00 ...").hasSizeLessThanOrEqualTo(4_000);
        }
    }

    @Test
    void writesDownWhatAProviderReports() {
        arrivals.reported(
                new Arrivals.Report("m1", "ada", Delivery.UNDELIVERED, "no such user"), 3, 4);

        assertThat(events)
                .containsExactly(new Event.DeliveryReported(
                        "mail", "m1", "ada", Delivery.UNDELIVERED, "no such user", 3, 4));
    }

    @Test
    void whatCouldNotBeWrittenIsThrownAtOnceAndAgainAtTheEnd() {
        Arrivals full = new Arrivals(
                "mail",
                (actor, event) -> {
                    throw new DrillException("disk full");
                },
                new FixedClock());

        assertThatThrownBy(() -> full.received(message("x", reading("2026-11-22T12:00:00Z")), 1, 2))
                .hasMessage("disk full");
        assertThatThrownBy(full::throwIfFailed).hasMessage("disk full");
        arrivals.throwIfFailed();
    }

    private NoticeReceived notice() {
        return (NoticeReceived) events.get(0);
    }

    private static Message message(String text, Reading reading) {
        return new Message("ada@customers.example", "m1", text, reading);
    }

    private static Reading reading(String sent) {
        return new Reading(Map.of(Fact.SENT, sent), List.of());
    }

    /** Stands at ten seconds, and at noon. */
    private static final class FixedClock implements DrillClock {
        @Override
        public long nanos() {
            return 10_000_000_000L;
        }

        @Override
        public Instant wall() {
            return NOON;
        }

        @Override
        public void waitUntil(long nanos) {
            throw new UnsupportedOperationException("nobody waits");
        }
    }
}
