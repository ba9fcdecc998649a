package io.firedrill.observe.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text in a mail's parts: plain text where there is any, else HTML as text. */
final class MailBody {
    private static final int DEPTH_AT_MOST = 8;
    private static final int PARTS_AT_MOST = 100;
    private static final int CHUNK = 8_192;

    private final List<String> unread;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int parts;

    /** Creates one; what can not be read is added to the findings. */
    MailBody(List<String> unread) {
        this.unread = unread;
    }

    /** Gives the text of a mail. */
    String of(Part mail) throws MessagingException, IOException {
        collect(mail, 0);
        String text = plain.toString().isBlank() ? html.toString() : plain.toString();
        if (text.isBlank()) {
            unread.add("the mail has no text");
        }
        return text.strip();
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (++parts > PARTS_AT_MOST || depth > DEPTH_AT_MOST) {
            unread.add("the mail has too many parts; the first were read");
            return;
        }
        ContentType type = type(part);
        if (type.getPrimaryType().equalsIgnoreCase("multipart")) {
            collectEach(part, depth);
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return; // nobody reads it without opening it
        } else if (type.match("text/html")) {
            html.append(Html.text(text(part, type))).append('\n');
        } else if (type.getPrimaryType().equalsIgnoreCase("text")) {
            plain.append(text(part, type)).append('\n');
        }
    }

    private void collectEach(Part part, int depth) throws IOException {
        try {
            if (part.getContent() instanceof Multipart many) {
                int count = Math.min(many.getCount(), PARTS_AT_MOST);
                for (int at = 0; at < count; at++) {
                    BodyPart one = many.getBodyPart(at);
                    collect(one, depth + 1);
                }
            }
        } catch (MessagingException broken) {
            unread.add("the parts of the mail can not be told apart; it was read as one text");
            plain.append(new String(raw(part), StandardCharsets.UTF_8)).append('\n');
        }
    }

    private ContentType type(Part part) throws MessagingException {
        String written = part.getContentType();
        try {
            return new ContentType(written == null ? "text/plain" : written);
        } catch (ParseException broken) {
            unread.add("content type '" + written + "' can not be read; text/plain was taken");
            return new ContentType("text", "plain", null);
        }
    }

    private String text(Part part, ContentType type) throws IOException {
        return decoded(bytes(part), type.getParameter("charset"));
    }

    private byte[] bytes(Part part) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            byte[] chunk = new byte[CHUNK];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                read.write(chunk, 0, got);
            }
        } catch (IOException | MessagingException broken) {
            unread.add("a part of the mail is not encoded as it says it is");
            return read.size() > 0 ? read.toByteArray() : raw(part);
        }
        return read.toByteArray();
    }

    private static byte[] raw(Part part) throws IOException {
        try {
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream().readAllBytes();
            }
            return part instanceof MimeBodyPart body
                    ? body.getRawInputStream().readAllBytes()
                    : new byte[0];
        } catch (MessagingException none) {
            return new byte[0];
        }
    }

    private String decoded(byte[] bytes, @Nullable String named) {
        Charset charset = charset(named);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            unread.add("not all of the text is " + charset.name());
            return new String(bytes, charset);
        }
    }

    private Charset charset(@Nullable String named) {
        if (named == null || named.equalsIgnoreCase("us-ascii")) {
            return StandardCharsets.UTF_8; // whose beginning is ASCII
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(named));
        } catch (IllegalArgumentException unknown) {
            unread.add("charset '" + named + "' is not known; UTF-8 was taken");
            return StandardCharsets.UTF_8;
        }
    }
}
