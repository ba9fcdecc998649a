package io.firedrill.traffic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Keeps secrets out of everything that is written down: in any text, each known secret becomes
 * {@code ***}, whether plain, percent-encoded, in Base64 or in hex (SURVIVAL R22).
 *
 * <p>Values shorter than four characters are left alone: an env file also holds a {@code 1}, and
 * blotting every 1 out would spoil the evidence without protecting anything.
 */
final class Discretion {
    private static final int SHORTEST = 4;
    private static final int LONGEST_TEXT = 300;

    /** Longest first, so that a secret that contains another one goes as a whole. */
    private final Set<String> forms =
            new ConcurrentSkipListSet<>(Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()));

    Discretion(Collection<String> secrets) {
        secrets.forEach(this::learn);
    }

    /** Takes a further secret in, such as a token. */
    void learn(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Stream.of(
                        secret,
                        encoded,
                        encoded.replace("+", "%20"),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        HexFormat.of().formatHex(bytes))
                .forEach(forms::add);
    }

    /** Gives the text without secrets, cut to 300 characters after they were taken out. */
    String apply(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, "***");
        }
        return clean.length() <= LONGEST_TEXT
                ? clean
                : clean.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
