package com.example.journeys;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Setting;
import io.firedrill.traffic.ActiveJourney;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyPlace;
import io.firedrill.traffic.Seen;
import io.firedrill.traffic.Visit;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A customer hands a mail over by SMTP; whether it arrived is looked up by IMAP. */
public final class SmtpMail implements Journey {
    private static final String WRITE = "X-Write";

    @Override
    public JourneyKind kind() {
        return new JourneyKind(
                "smtp-mail",
                List.of(
                        Setting.required("from", Setting.Type.TEXT, "who sends it"),
                        Setting.required("to", Setting.Type.TEXT, "who gets it"),
                        Setting.required("inbox", Setting.Type.ENTRY, "where IMAP answers"),
                        Setting.required("user", Setting.Type.TEXT, "who reads the inbox"),
                        Setting.required("password", Setting.Type.SECRET, "of that user")),
                JourneyKind.Writes.COUNTED,
                "a mail is handed over by SMTP");
    }

    @Override
    public ActiveJourney begin(JourneyPlace place) {
        return new Mails(place, session(place));
    }

    private static Session session(JourneyPlace place) {
        Properties properties = new Properties();
        for (String protocol : List.of("smtp", "imap")) {
            for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.put("mail." + protocol + "." + timeout, "" + place.millis());
            }
        }
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    private record Mails(JourneyPlace place, Session session) implements ActiveJourney {
        @Override
        public Seen attempt(Visit visit) throws MessagingException {
            // a connection for each customer: one that is stuck is nobody else's
            try (SMTPTransport smtp = (SMTPTransport) session.getTransport("smtp")) {
                try {
                    smtp.connect(place.host(), place.port(), null, null);
                } catch (MessagingException failure) {
                    return refused(smtp) ? no(failure) : Seen.failed(failure);
                }
                return handOver(mail(visit), smtp);
            }
        }

        private static Seen handOver(Message mail, SMTPTransport smtp) {
            try {
                smtp.sendMessage(mail, mail.getAllRecipients());
                return Seen.ok();
            } catch (MessagingException failure) {
                // a 4xx or 5xx says that the server has not taken it; silence says nothing
                return refused(smtp) ? no(failure) : Seen.unknown(failure);
            }
        }

        private static boolean refused(SMTPTransport smtp) {
            return smtp.getLastReturnCode() >= 400;
        }

        private static Seen no(MessagingException failure) {
            return Seen.failed(AttemptReason.STATUS, failure.getMessage());
        }

        private Message mail(Visit visit) throws MessagingException {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(place.settings().text("from"));
            mail.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(place.settings().text("to")));
            mail.setSubject("Statement " + visit.number());
            mail.setHeader(WRITE, visit.write());
            mail.setText("Your statement is ready.");
            mail.saveChanges();
            return mail;
        }

        @Override
        public int count(Visit visit) throws MessagingException {
            InetSocketAddress inbox = place.entries().apply(place.settings().text("inbox"));
            try (Store imap = session.getStore("imap")) {
                imap.connect(
                        inbox.getAddress().getHostAddress(),
                        inbox.getPort(),
                        place.settings().text("user"),
                        place.settings().text("password"));
                try (Folder folder = imap.getFolder("INBOX")) {
                    folder.open(Folder.READ_ONLY);
                    return folder.search(new HeaderTerm(WRITE, visit.write())).length;
                }
            }
        }
    }
}
