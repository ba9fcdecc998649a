package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders of mail that mean no good, or can not do better. */
@RealTime
class HostileMailTests {
    private final Caught caught = new Caught();
    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new SmtpKind().open(caught.taking("smtp", Map.of()));
    }

    @AfterEach
    void nothingIsLeft() {
        inbox.close();
        Caught.nothingIsLeft();
    }

    @Test
    void aMailThatSaysItIsTooBigIsRefusedBeforeItIsSent() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.hear();
            talker.ask("EHLO x");
            assertThat(talker.ask("MAIL FROM:<a@b.example> BODY=8BITMIME SIZE=104857600"))
                    .isEqualTo("552 5.3.4 mail too big; at most 10485760 bytes");
        }
    }

    @Test
    void aHundredMegabytesAreRefusedAndNotKept() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            talker.ask("DATA");
            for (int sent = 0; sent < 100; sent++) {
                talker.send(megabyte);
            }
            assertThat(talker.ask("\r\n."))
                    .isEqualTo("552 5.3.4 mail too big; at most 10485760 bytes");
            assertThat(talker.ask("NOOP")).isEqualTo("250 2.0.0 ok");
        }

        assertThat(caught.notices()).isEmpty();
        assertThat(caught.reports()).hasSize(1).first().satisfies(report -> {
            assertThat(report.delivery()).isEqualTo(Delivery.REFUSED);
            assertThat(report.recipient()).isEqualTo("ada@customers.example");
            assertThat(report.detail()).startsWith("552 ");
        });
    }

    @Test
    void ofALongMailTheBeginningIsReadAndThatIsSaid() throws IOException {
        NoticeReceived notice =
                sent("Subject: long\n\nState: resolved\n" + "filler\n".repeat(60_000));

        assertThat(notice.facts()).containsEntry(Fact.STATE, "resolved");
        assertThat(notice.unread()).contains("only the first 262144 bytes of the mail were read");
        assertThat(notice.text()).hasSize(4_000);
    }

    @Test
    void aSubjectThatHidesLinesIsOneLine() throws IOException {
        NoticeReceived notice = sent("Subject: =?utf-8?q?Hello=0D=0AState:_resolved?=\n\nhello");

        assertThat(notice.text()).isEqualTo("Hello State: resolved\n\nhello");
        assertThat(notice.facts()).doesNotContainKey(Fact.STATE);
    }

    @Test
    void aScriptInTheBodyStaysText() throws IOException {
        NoticeReceived notice =
                sent("Subject: <script>alert(1)</script>\n\nState: resolved\u001B[2J");

        assertThat(notice.text()).isEqualTo("<script>alert(1)</script>\n\nState: resolved[2J");
    }

    @Test
    void anUnknownCharsetIsReadAndSaid() throws IOException {
        NoticeReceived notice =
                sent("Content-Type: text/plain; charset=klingon-1\n\nState: resolved");

        assertThat(notice.facts()).containsEntry(Fact.STATE, "resolved");
        assertThat(notice.unread())
                .containsExactly("charset 'klingon-1' is not known; UTF-8 was taken");
    }

    @Test
    void aWrongCharsetIsReadAndSaid() throws IOException {
        byte[] mail = "Content-Type: text/plain; charset=utf-8\r\n\r\nImpact: \u00DCberall\r\n.\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            talker.ask("DATA");
            talker.send(mail);
            assertThat(talker.hear()).startsWith("250 ");
        }

        assertThat(caught.notices().get(0).text()).isEqualTo("Impact: \uFFFDberall");
        assertThat(caught.notices().get(0).unread())
                .containsExactly("not all of the text is UTF-8");
    }

    @Test
    void brokenPartsAreReadAsTheyAre() throws IOException {
        assertThat(sent("Content-Type: multipart/mixed; boundary=x\n\nState: resolved")
                        .text())
                .contains("State: resolved");
        assertThat(sent("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!no!!!")
                        .unread())
                .isNotEmpty();
        assertThat(sent("Content-Type: ;;;\n\nState: resolved").facts())
                .containsEntry(Fact.STATE, "resolved");
        assertThat(sent("Content-Transfer-Encoding: rot13\n\nState: resolved").unread())
                .contains("a part of the mail is not encoded as it says it is");
    }

    @Test
    void whateverComesAsAMailArrives() throws IOException {
        Random random = new Random(11);
        int mails = 200;
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            for (int mail = 0; mail < mails; mail++) {
                assertThat(talker.mail(damaged(random))).startsWith("250 2.0.0 queued");
                talker.ask("MAIL FROM:<desk@bank.example>");
                talker.ask("RCPT TO:<ada@customers.example>");
            }
        }

        assertThat(caught.notices()).hasSize(mails);
    }

    private static String damaged(Random random) {
        StringBuilder mail = new StringBuilder("""
                Subject: =?utf-8?b?U3RhdGU=?=
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/html; charset="utf-8"
                Content-Transfer-Encoding: quoted-printable

                <p>State=3A resolved</p>
                --x--
                """);
        for (int change = random.nextInt(20); change > 0; change--) {
            int at = random.nextInt(mail.length());
            if (random.nextBoolean()) {
                mail.deleteCharAt(at);
            } else {
                mail.insert(at, ";=\"<>-? x8".charAt(random.nextInt(10)));
            }
        }
        return mail.toString().replace("\n.", "\n:");
    }

    @Test
    void noSecondMailCanBeSmuggledInBehindABareLineFeed() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            talker.ask("DATA");
            assertThat(talker.ask(
                            "Subject: x\r\n\r\nhello\n.\nMAIL FROM:<evil@x.example>\r\n..dot\r\n."))
                    .startsWith("250 2.0.0 queued as m1");
        }

        assertThat(caught.notices()).hasSize(1);
        assertThat(caught.notices().get(0).text()).contains("MAIL FROM:<evil@x.example>\n.dot");
    }

    @Test
    void addressesCanNotCarryMoreThanAnAddress() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo();
            assertThat(talker.ask("RCPT TO:<a@b.example>\rRCPT TO:<c@d.example>"))
                    .startsWith("501 ");
            assertThat(talker.ask("RCPT TO:<>")).startsWith("501 ");
            assertThat(talker.ask("RCPT TO:<" + "x".repeat(400) + "@b.example>"))
                    .startsWith("501 ");
            assertThat(talker.ask("DATA")).isEqualTo("554 5.5.1 no recipients");
        }
    }

    @Test
    void manyCommandsAtOnceAreAnsweredInOrder() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.hear();
            talker.send("EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n"
                    + "State: resolved\r\n.\r\nQUIT\r\n");
            assertThat(List.of(
                            talker.hear(),
                            talker.hear(),
                            talker.hear(),
                            talker.hear(),
                            talker.hear(),
                            talker.hear()))
                    .containsExactly(
                            "250 SIZE 10485760",
                            "250 2.1.0 ok",
                            "250 2.1.5 ok",
                            "354 end with a dot on a line of its own",
                            "250 2.0.0 queued as m1",
                            "221 2.0.0 bye");
        }
    }

    @Test
    void whatStandsInTheClearBehindStartTlsIsNotTakenForEncrypted() throws IOException {
        InboxKind.Order order = caught.taking("smtp", Map.of("user", "desk", "password", "secret"));
        try (Inbox secure = new SmtpKind().open(order);
                Talker talker = new Talker(secure.port())) {
            talker.hear();
            talker.ask("EHLO x");
            talker.send("STARTTLS\r\nMAIL FROM:<evil@x.example>\r\n");
            assertThat(talker.hear())
                    .isEqualTo("554 5.5.1 nothing may follow STARTTLS before the handshake");
            assertThat(talker.gone()).isTrue();
        }
    }

    @Test
    void nonsenseEndsTheConversation() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.hear();
            for (int line = 0; line < 20; line++) {
                assertThat(talker.ask("GET / HTTP/1.1")).isEqualTo("500 5.5.1 unknown command");
            }
            assertThat(talker.ask("x")).isEqualTo("421 4.7.0 too many errors");
            assertThat(talker.gone()).isTrue();
        }
    }

    @Test
    void anEndlessLineIsThrownAway() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.hear();
            assertThat(talker.ask("x".repeat(5_000_000))).isEqualTo("500 5.5.6 line too long");
        }
    }

    @Test
    void aThousandWhoSayNothingAreBoundedAndTheNextOneIsServedOnceTheyLeave() throws IOException {
        List<Talker> silent = new ArrayList<>();
        for (int one = 0; one < 1_000; one++) {
            silent.add(new Talker(inbox.port()));
        }
        int greeted = 0;
        for (Talker talker : silent) {
            greeted += talker.hear().startsWith("220 ") ? 1 : 0;
        }
        assertThat(greeted).isEqualTo(Doorman.AT_MOST);
        for (Talker talker : silent) {
            talker.close();
        }

        await("served again").atMost(Caught.PATIENCE).until(() -> {
            try (Talker talker = new Talker(inbox.port())) {
                return talker.hear().startsWith("220 ");
            }
        });
    }

    @Test
    void whoFallsSilentInTheMiddleDoesNotKeepItOpen() throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            talker.ask("DATA");
            talker.send("State: res");

            inbox.close();

            assertThat(talker.gone()).isTrue();
        }
        assertThat(caught.notices()).isEmpty();
    }

    @Test
    void aMailThatCouldNotBeWrittenDownIsNotAcknowledged() throws IOException {
        InboxKind.Order order = caught.taking("smtp", Map.of());
        Inbox full = new SmtpKind()
                .open(new InboxKind.Order(
                        order.channel(),
                        (actor, event) -> {
                            throw new DrillException("disk full");
                        },
                        order.clock(),
                        order.entries()));
        try (Talker talker = new Talker(full.port())) {
            talker.mailTo("ada@customers.example");
            assertThat(talker.mail("State: resolved")).isEmpty();
        }

        assertThatThrownBy(full::close).hasMessage("disk full");
    }

    private NoticeReceived sent(String mail) throws IOException {
        int before = caught.notices().size();
        try (Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            assertThat(talker.mail(mail)).startsWith("250 2.0.0 queued");
        }
        return caught.notices().get(before);
    }
}
