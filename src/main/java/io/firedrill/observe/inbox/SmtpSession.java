package io.firedrill.observe.inbox;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One conversation in SMTP (RFC 5321), with PIPELINING, SIZE, 8BITMIME, SMTPUTF8, and, where the
 * channel has a user and a password, STARTTLS and AUTH.
 */
final class SmtpSession {
    private static final int LINE_AT_MOST = 2_048;
    private static final int RECIPIENTS_AT_MOST = 1_000;
    private static final int ERRORS_AT_MOST = 20;
    private static final int IDLE_AT_MOST = 1_000;
    private static final Duration MAIL_WITHIN = Duration.ofSeconds(180);
    private static final Pattern MAIL =
            Pattern.compile("(?i)FROM: ?<([^<>\\p{Cntrl}\\s]{0,320})>((?: +[^ \\p{Cntrl}]+)*)");
    private static final Pattern RECIPIENT = Pattern.compile(
            "(?i)TO: ?<(?:@[^:<>]{1,255}:)?([^<>\\p{Cntrl}\\s]{1,320})>((?: +[^ \\p{Cntrl}]+)*)");
    private static final Pattern SIZE = Pattern.compile("(?i).* SIZE=([0-9]{1,18})(?: .*)?");
    private static final String TOO_BIG =
            "552 5.3.4 mail too big; at most " + SmtpData.SIZE_AT_MOST + " bytes";

    private final SmtpPost post;
    private final Terms terms;
    private final List<String> recipients = new ArrayList<>();
    private Wire wire;
    private Optional<String> from = Optional.empty();
    private long begin;
    private boolean greeted;
    private boolean encrypted;
    private boolean signedIn;
    private int errors;
    private int sinceMail;

    /**
     * What a provider asks of his senders.
     *
     * @param name his host name
     * @param auth who has to sign in; nobody where empty
     * @param tls his side of STARTTLS; not offered where empty
     * @param line within what time a line has to come
     */
    record Terms(String name, Optional<SmtpAuth> auth, Optional<Tls> tls, Duration line) {}

    SmtpSession(SmtpPost post, Terms terms, Wire wire) {
        this.post = post;
        this.terms = terms;
        this.wire = wire;
    }

    /** Talks until one of both leaves. */
    void talk() throws IOException {
        wire.within(terms.line());
        say("220 " + terms.name() + " ESMTP");
        try {
            boolean more = true;
            while (more) {
                wire.within(terms.line());
                more = next();
            }
        } catch (SocketTimeoutException slow) {
            say("421 4.4.2 " + terms.name() + " waited too long");
        }
        wire.socket().close(); // says good-bye in TLS as well
    }

    private boolean next() throws IOException {
        Optional<String> line;
        try {
            line = wire.line(LINE_AT_MOST);
        } catch (Wire.TooLong tooLong) {
            return wrong("500 5.5.6 line too long");
        }
        if (line.isEmpty()) {
            return false;
        }
        if (++sinceMail > IDLE_AT_MOST) {
            say("421 4.7.0 too many commands without a mail");
            return false;
        }
        String[] words = line.get().split(" ", 2);
        return command(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "");
    }

    private boolean command(String verb, String rest) throws IOException {
        return switch (verb) {
            case "EHLO", "HELO" -> greet(verb.equals("EHLO"), rest);
            case "STARTTLS" -> startTls();
            case "AUTH" -> auth(rest);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data();
            case "RSET" -> reset("250 2.0.0 ok");
            case "NOOP" -> say("250 2.0.0 ok");
            case "VRFY" -> say("252 2.1.5 send some mail, we will try");
            case "QUIT" -> quit();
            default -> wrong("500 5.5.1 unknown command");
        };
    }

    private boolean quit() throws IOException {
        say("221 2.0.0 bye");
        return false;
    }

    private boolean greet(boolean extended, String name) throws IOException {
        if (name.isBlank()) {
            return wrong("501 5.5.4 say who you are");
        }
        greeted = true;
        forget();
        if (!extended) {
            return say("250 " + terms.name());
        }
        List<String> offers = new ArrayList<>(List.of(
                terms.name(),
                "PIPELINING",
                "8BITMIME",
                "SMTPUTF8",
                "ENHANCEDSTATUSCODES",
                "SIZE " + SmtpData.SIZE_AT_MOST));
        if (terms.tls().isPresent() && !encrypted) {
            offers.add("STARTTLS");
        }
        if (terms.auth().isPresent()) {
            offers.add("AUTH PLAIN LOGIN");
        }
        int last = offers.size() - 1;
        offers.replaceAll(offer -> "250-" + offer);
        offers.set(last, "250 " + offers.get(last).substring(4));
        return say(String.join("\r\n", offers));
    }

    private boolean startTls() throws IOException {
        if (terms.tls().isEmpty() || encrypted) {
            return wrong("502 5.5.1 not offered");
        }
        if (wire.ahead()) {
            say("554 5.5.1 nothing may follow STARTTLS before the handshake");
            return false; // what was sent in the clear must not be taken for what came encrypted
        }
        say("220 2.0.0 go ahead");
        wire.socket().setSoTimeout((int) terms.line().toMillis());
        wire = new Wire(terms.tls().get().over(wire.socket()), post.clock());
        encrypted = true;
        greeted = false;
        signedIn = false;
        forget();
        return true;
    }

    private boolean auth(String rest) throws IOException {
        if (terms.auth().isEmpty() || !greeted) {
            return wrong("503 5.5.1 not now");
        }
        if (signedIn) {
            return wrong("503 5.5.1 already signed in");
        }
        SmtpAuth.Ending ending = terms.auth().get().ask(wire, rest);
        signedIn = ending == SmtpAuth.Ending.IN;
        return signedIn ? say(ending.reply()) : wrong(ending.reply());
    }

    private boolean mail(String rest) throws IOException {
        Matcher matcher = MAIL.matcher(rest);
        if (!greeted || from.isPresent()) {
            return wrong(greeted ? "503 5.5.1 one mail at a time" : "503 5.5.1 say EHLO first");
        }
        if (terms.auth().isPresent() && !signedIn) {
            return wrong("530 5.7.0 authentication required");
        }
        if (!matcher.matches()) {
            return wrong("501 5.5.4 write MAIL FROM:<address>");
        }
        begin = post.clock().nanos();
        Matcher size = SIZE.matcher(matcher.group(2));
        if (size.matches() && Long.parseLong(size.group(1)) > SmtpData.SIZE_AT_MOST) {
            post.refused(new Envelope(matcher.group(1), List.of(""), begin), TOO_BIG);
            return wrong(TOO_BIG);
        }
        from = Optional.of(matcher.group(1));
        return say("250 2.1.0 ok");
    }

    private boolean recipient(String rest) throws IOException {
        Matcher matcher = RECIPIENT.matcher(rest);
        if (from.isEmpty()) {
            return wrong("503 5.5.1 say MAIL first");
        }
        if (!matcher.matches()) {
            return wrong("501 5.5.4 write RCPT TO:<address>");
        }
        if (recipients.size() >= RECIPIENTS_AT_MOST) {
            return wrong("452 4.5.3 too many recipients; at most " + RECIPIENTS_AT_MOST);
        }
        if (!recipients.contains(matcher.group(1))) {
            recipients.add(matcher.group(1));
        }
        return say("250 2.1.5 ok");
    }

    private boolean data() throws IOException {
        if (recipients.isEmpty()) {
            return wrong(from.isEmpty() ? "503 5.5.1 say MAIL first" : "554 5.5.1 no recipients");
        }
        Envelope envelope = new Envelope(from.orElse(""), List.copyOf(recipients), begin);
        Optional<String> busy = post.busy();
        if (busy.isPresent()) {
            post.refused(envelope, busy.get());
            return reset(busy.get());
        }
        say("354 end with a dot on a line of its own");
        wire.within(MAIL_WITHIN);
        SmtpData data = SmtpData.read(wire);
        if (data.tooBig()) {
            post.refused(envelope, TOO_BIG);
            return reset(TOO_BIG);
        }
        sinceMail = 0;
        return reset("250 2.0.0 queued as " + post.take(envelope, data));
    }

    private boolean reset(String reply) throws IOException {
        forget();
        return say(reply);
    }

    private void forget() {
        from = Optional.empty();
        recipients.clear();
    }

    private boolean say(String reply) throws IOException {
        wire.write(reply + "\r\n");
        return true;
    }

    private boolean wrong(String reply) throws IOException {
        if (++errors > ERRORS_AT_MOST) {
            say("421 4.7.0 too many errors");
            return false;
        }
        return say(reply);
    }
}
