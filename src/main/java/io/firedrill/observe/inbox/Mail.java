package io.firedrill.observe.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient reads it.
 *
 * @param text the subject, an empty line, the body; HTML as text
 * @param from as its header says; empty where it does not
 * @param unread what could not be read
 */
record Mail(String text, String from, List<String> unread) {
    private static final Session NO_SETTINGS = Session.getInstance(new Properties());

    /**
     * Reads a mail, however broken: what can not be read as MIME is given as it is, and said.
     *
     * @param cut whether these are only its first bytes
     */
    static Mail of(byte[] bytes, boolean cut) {
        List<String> unread = new ArrayList<>();
        if (cut) {
            unread.add("only the first " + bytes.length + " bytes of the mail were read");
        }
        try {
            MimeMessage message = new MimeMessage(NO_SETTINGS, new ByteArrayInputStream(bytes));
            String subject = header(message.getSubject());
            String from = header(message.getHeader("From", ", "));
            String body = new MailBody(unread).of(message);
            return new Mail(subject.isEmpty() ? body : subject + "\n\n" + body, from, unread);
        } catch (MessagingException | IOException | RuntimeException broken) {
            // a parser among bytes of strangers may throw anything; the mail is there all the same
            unread.add("the mail is no MIME message; its raw text was read");
            return new Mail(new String(bytes, StandardCharsets.UTF_8), "", unread);
        }
    }

    /** A header is one line, also where encoded words hide line breaks. */
    private static String header(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String line = MimeUtility.unfold(raw);
        try {
            line = MimeUtility.decodeText(line);
        } catch (IOException unknownCharset) {
            return blanksFolded(line); // as it is: that is what a recipient sees, too
        }
        return blanksFolded(line);
    }

    private static String blanksFolded(String line) {
        return line.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
