package io.firedrill.topology.containers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts (SURVIVAL R22): each value, plain, in Base64, in hex, and as in a URL,
 * gives way to the name it stands for.
 *
 * @param values name to secret
 */
record Secrets(Map<String, String> values) {
    private static final int SHORTEST = 4;

    /** A line of {@code environment} whose name says that its value is a secret. */
    private static final Pattern NAMED = Pattern.compile(
            "^(\\s+\\w*(?:PASSWORD|PASSWD|SECRET|TOKEN|_KEY|CREDENTIAL)\\w*: )(?!.*\\$\\{).+$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** What is looked for, and the name that takes its place. */
    private record Form(String text, String name) {}

    /**
     * Gives the text without them. Values shorter than 4 characters are ports and flags, no
     * secrets.
     */
    String mask(String text) {
        String masked = text;
        for (Form form : forms()) {
            masked = masked.replace(form.text(), "${" + form.name() + "}");
        }
        return masked;
    }

    /**
     * Gives a Compose file without them, and without what its own {@code env_file}s hold: whatever
     * is called a password, a secret, a token, a key or a credential.
     */
    String maskDefinition(String yaml) {
        return NAMED.matcher(mask(yaml)).replaceAll("$1(masked)");
    }

    /** Longest first, so that no secret is cut by a shorter one inside it. */
    private List<Form> forms() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().length() >= SHORTEST)
                .flatMap(entry -> forms(entry.getKey(), entry.getValue()))
                .distinct()
                .sorted(Comparator.comparingInt((Form form) -> -form.text().length()))
                .toList();
    }

    private static Stream<Form> forms(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return Stream.of(
                        value,
                        base64,
                        HexFormat.of().formatHex(bytes),
                        URLEncoder.encode(value, StandardCharsets.UTF_8))
                .map(text -> new Form(text, name));
    }
}
