package io.firedrill.observe.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** AUTH PLAIN and AUTH LOGIN (RFC 4616, and the draft that everybody speaks). */
final class SmtpAuth {
    private static final int LINE_AT_MOST = 2_048;
    private static final String USERNAME = "334 VXNlcm5hbWU6\r\n";
    private static final String PASSWORD = "334 UGFzc3dvcmQ6\r\n";

    private final String user;
    private final String password;

    SmtpAuth(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** How it ended, as a reply says it. */
    enum Ending {
        IN("235 2.7.0 authentication successful"),
        OUT("535 5.7.8 authentication credentials invalid"),
        BROKEN_OFF("501 5.5.2 authentication broken off"),
        UNKNOWN("504 5.5.4 unknown mechanism; PLAIN and LOGIN are known");

        private final String reply;

        Ending(String reply) {
            this.reply = reply;
        }

        String reply() {
            return reply;
        }
    }

    /**
     * Goes through the exchange that a line begins.
     *
     * @param arguments what stands after AUTH
     */
    Ending ask(Wire wire, String arguments) throws IOException {
        String[] words = arguments.strip().split(" +", 2);
        String first = words.length > 1 ? words[1].strip() : "";
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> plain(first.isEmpty() ? answer(wire, "334 \r\n") : decoded(first));
            case "LOGIN" -> login(wire, first);
            default -> Ending.UNKNOWN;
        };
    }

    private Ending plain(Optional<String> answer) {
        if (answer.isEmpty()) {
            return Ending.BROKEN_OFF;
        }
        String[] parts = answer.get().split("\0", -1);
        return parts.length == 3 ? judge(parts[1], parts[2]) : Ending.OUT;
    }

    private Ending login(Wire wire, String first) throws IOException {
        Optional<String> name = first.isEmpty() ? answer(wire, USERNAME) : decoded(first);
        if (name.isEmpty()) {
            return Ending.BROKEN_OFF;
        }
        Optional<String> word = answer(wire, PASSWORD);
        return word.isEmpty() ? Ending.BROKEN_OFF : judge(name.get(), word.get());
    }

    private Ending judge(String name, String word) {
        return same(name, user) & same(word, password) ? Ending.IN : Ending.OUT;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> answer(Wire wire, String question) throws IOException {
        wire.write(question);
        return wire.line(LINE_AT_MOST).flatMap(SmtpAuth::decoded);
    }

    private static Optional<String> decoded(String text) {
        if (text.equals("=")) {
            return Optional.of(""); // how an empty first answer is written
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
