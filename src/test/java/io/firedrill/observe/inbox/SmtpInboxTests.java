package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Inbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The inbox for mail, against Angus, the usual client of Java. */
class SmtpInboxTests {
    private static final String NOTICE = """
            Incident: INC-7
            Update: 1
            State: investigating
            Impact: Überweisungen schlagen fehl.
            """;

    private final Caught caught = new Caught();

    @AfterEach
    void nothingIsLeft() {
        Caught.nothingIsLeft();
    }

    @Test
    void eachRecipientGetsTheMailOnce() throws MessagingException {
        long before = caught.clock().nanos();
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", Map.of()))) {
            MimeMessage mail = mail(session(inbox, Map.of()));
            mail.setSubject("Störung INC-7", "UTF-8");
            mail.setText(NOTICE, "UTF-8");
            Transport.send(mail);
        }

        assertThat(caught.notices())
                .extracting(NoticeReceived::recipient)
                .containsExactly("ada@customers.example", "bob@customers.example");
        assertThat(caught.notices())
                .extracting(NoticeReceived::message)
                .containsExactly("m1.1", "m1.2");
        NoticeReceived notice = caught.notices().get(0);
        assertThat(notice.channel()).isEqualTo("it");
        assertThat(notice.text()).isEqualTo("Störung INC-7\n\n" + NOTICE.strip());
        assertThat(notice.unread()).isEmpty();
        assertThat(notice.facts())
                .containsEntry(Fact.INCIDENT, "INC-7")
                .containsEntry(Fact.STATE, "investigating")
                .containsEntry(Fact.IMPACT, "Überweisungen schlagen fehl.")
                .containsEntry(Fact.FROM, "Bank <notices@bank.example>");
        assertThat(notice.begin()).isGreaterThan(before).isLessThan(notice.end());
        assertThat(caught.reports())
                .extracting(DeliveryReported::delivery)
                .containsExactly(Delivery.DELIVERED, Delivery.DELIVERED);
    }

    @Test
    void aSenderSignsInOverTls() throws MessagingException {
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", credentials()))) {
            Session session = session(
                    inbox,
                    Map.of(
                            "mail.smtp.auth", "true",
                            "mail.smtp.starttls.enable", "true",
                            "mail.smtp.starttls.required", "true",
                            "mail.smtp.ssl.checkserveridentity", "false",
                            "mail.smtp.ssl.trust", "*"));
            MimeMessage mail = mail(session);
            mail.setText(NOTICE);
            Transport.send(mail, "desk", "secret");

            assertThatThrownBy(() -> Transport.send(mail(session), "desk", "guess"))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("535 5.7.8");
        }

        assertThat(caught.notices()).hasSize(2);
    }

    @Test
    void whoDoesNotSignInIsRefused() throws Exception {
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", credentials()));
                Talker talker = new Talker(inbox.port())) {
            assertThat(talker.hear()).isEqualTo("220 provider ESMTP");
            talker.ask("EHLO x");
            assertThat(talker.ask("MAIL FROM:<a@b.example>"))
                    .isEqualTo("530 5.7.0 authentication required");
            assertThat(talker.ask("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(talker.ask("ZGVzaw==")).isEqualTo("334 UGFzc3dvcmQ6");
            assertThat(talker.ask("c2VjcmV0")).startsWith("235 ");
            assertThat(talker.ask("MAIL FROM:<a@b.example>")).startsWith("250 ");
        }
    }

    @Test
    void htmlIsReadAsText() throws MessagingException {
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", Map.of()))) {
            MimeMessage mail = mail(session(inbox, Map.of()));
            mail.setContent(
                    "<html><style>p {}</style><p>State: <b>resolved</b><br>Update: 3</p>"
                            + "<script>alert(1)</script><div>Impact: none &lt;now&gt;</div></html>",
                    "text/html; charset=utf-8");
            Transport.send(mail);
        }

        assertThat(caught.notices().get(0).text())
                .isEqualTo("State: resolved\nUpdate: 3\nImpact: none <now>");
        assertThat(caught.notices().get(0).facts()).containsEntry(Fact.UPDATE, "3");
    }

    @Test
    void ofTwoVersionsThePlainOneIsReadAndAttachmentsAreNot() throws MessagingException {
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", Map.of()))) {
            MimeMultipart both = new MimeMultipart("alternative");
            both.addBodyPart(part("State: resolved", "plain"));
            both.addBodyPart(part("<p>State: <b>resolved</b></p>", "html"));
            MimeBodyPart attachment = part("State: identified", "plain");
            attachment.setDisposition("attachment");
            both.addBodyPart(attachment);
            MimeMessage mail = mail(session(inbox, Map.of()));
            mail.setContent(both);
            Transport.send(mail);
        }

        assertThat(caught.notices().get(0).text()).isEqualTo("State: resolved");
    }

    @Test
    void someAddressesBounceLater() throws MessagingException {
        Map<String, String> settings =
                Map.of("fails", "BOB@customers.example", "deliver-after", "50ms");
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", settings))) {
            MimeMessage mail = mail(session(inbox, Map.of()));
            mail.setText(NOTICE);
            Transport.send(mail);
            await("reports")
                    .atMost(Caught.PATIENCE)
                    .until(() -> caught.reports().size() == 2);
        }

        assertThat(caught.reports())
                .extracting(DeliveryReported::recipient, DeliveryReported::delivery)
                .containsExactlyInAnyOrder(
                        tuple("ada@customers.example", Delivery.DELIVERED),
                        tuple("bob@customers.example", Delivery.UNDELIVERED));
        assertThat(caught.reports())
                .allSatisfy(report -> assertThat(
                                report.begin() - caught.notices().get(0).end())
                        .isGreaterThanOrEqualTo(50_000_000L));
    }

    @Test
    void whatIsStillToBeDeliveredAtTheEndIsNeverReported() throws MessagingException {
        try (Inbox inbox =
                new SmtpKind().open(caught.taking("smtp", Map.of("deliver-after", "1h")))) {
            MimeMessage mail = mail(session(inbox, Map.of()));
            mail.setText(NOTICE);
            Transport.send(mail);
        }

        assertThat(caught.notices()).hasSize(2);
        assertThat(caught.reports()).isEmpty();
    }

    @Test
    void moreMailsThanTheRateAreThrottledAndThatIsWrittenDown() throws Exception {
        try (Inbox inbox = new SmtpKind().open(caught.taking("smtp", Map.of("rate", "1/m")));
                Talker talker = new Talker(inbox.port())) {
            talker.mailTo("ada@customers.example");
            assertThat(talker.mail("State: identified")).isEqualTo("250 2.0.0 queued as m1");
            talker.ask("MAIL FROM:<desk@bank.example>");
            talker.ask("RCPT TO:<ada@customers.example>");
            assertThat(talker.ask("DATA"))
                    .isEqualTo("451 4.7.1 too many mails per second, try again later");
        }

        assertThat(caught.reports())
                .extracting(DeliveryReported::delivery)
                .containsExactly(Delivery.DELIVERED, Delivery.REFUSED);
    }

    @Test
    void aSettingThatCanNotBeReadIsSaidWhenItIsOpened() {
        assertThatThrownBy(
                        () -> new SmtpKind().open(caught.taking("smtp", Map.of("rate", "often"))))
                .hasMessage("channel 'it': 'rate: often' can not be read; write a rate such as 50/s"
                        + " or 10/m");
    }

    private static Map<String, String> credentials() {
        return Map.of("user", "desk", "password", "secret");
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private static MimeMessage mail(Session session) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom("Bank <notices@bank.example>");
        for (String to : List.of("ada@customers.example", "bob@customers.example")) {
            mail.addRecipients(RecipientType.TO, to);
        }
        mail.setText("Test: yes");
        return mail;
    }

    private static Session session(Inbox inbox, Map<String, String> more) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(inbox.port()));
        settings.put("mail.smtp.timeout", "20000");
        settings.put("mail.smtp.connectiontimeout", "20000");
        settings.putAll(more);
        return Session.getInstance(settings);
    }
}
