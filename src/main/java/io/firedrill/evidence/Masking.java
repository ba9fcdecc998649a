package io.firedrill.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts before they are written (SURVIVAL R22): as they are, in base64, and as
 * markup writes them.
 */
final class Masking {
    private static final int SHORTEST = 6;
    private static final String MASK = "********";

    private final List<String> forms;

    /** Knows the secrets; those shorter than six characters would mask half of any text. */
    Masking(Collection<String> secrets) {
        this.forms = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Masking::forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Gives the text without the secrets. */
    String apply(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return Stream.of(secret, base64, Svg.escape(secret));
    }
}
