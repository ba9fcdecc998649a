package io.firedrill.evidence;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.firedrill.scenario.Scenario;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what is written down (SURVIVAL R22): as they are, in Base64 (also in the
 * middle of a longer text, such as {@code user:secret}), percent-encoded, in hex, and as JSON and
 * markup write them; and out of logs whatever looks like a secret.
 *
 * <p>What is a name in the scenario is no secret, whatever an env file calls it: it stands in every
 * file, and verdicts could not be computed again without it.
 */
public final class Masking {
    /** What stands in the place of a secret. */
    public static final String MASK = "********";

    private static final int SHORTEST = 6;
    private static final int BITS = 8;
    private static final int BITS_OF_BASE64 = 6;

    private final List<String> forms;

    /** Knows the secrets; those shorter than six characters would mask half of any text. */
    Masking(Collection<String> secrets) {
        this(secrets, Set.of());
    }

    private Masking(Collection<String> secrets, Set<String> names) {
        this.forms = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .filter(secret -> names.stream().noneMatch(name -> name.contains(secret)))
                .flatMap(Masking::forms)
                .filter(form -> form.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Knows the secrets of a scenario's system, and the names that are none. */
    public static Masking of(Scenario scenario) {
        return new Masking(scenario.system().secrets().values(), ScenarioNames.of(scenario));
    }

    /** Gives the text without the secrets. */
    public String apply(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }

    /** Gives a log without the secrets, and without what looks like one. */
    String log(String text) {
        return LooksSecret.mask(apply(text));
    }

    /** Gives maps, lists and texts without the secrets; the keys of maps stay as they are. */
    public @Nullable Object over(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((key, value) -> masked.put(String.valueOf(key), over(value)));
            return masked;
        }
        if (tree instanceof Collection<?> list) {
            List<@Nullable Object> masked = new ArrayList<>();
            list.forEach(value -> masked.add(over(value)));
            return masked;
        }
        return tree instanceof String text ? apply(text) : tree;
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String json = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret));
        String hex = HexFormat.of().formatHex(bytes);
        Stream<String> written = Stream.of(
                secret,
                new String(bytes, StandardCharsets.ISO_8859_1), // as logs are read
                json,
                json.replace("/", "\\/"),
                Svg.escape(secret),
                hex,
                hex.toUpperCase(Locale.ROOT));
        return Stream.of(written, percent(secret), base64(bytes)).flatMap(it -> it);
    }

    /** As forms and paths have it, with capital and small digits. */
    private static Stream<String> percent(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String path = form.replace("+", "%20");
        return Stream.of(form, path).flatMap(text -> Stream.of(text, small(text)));
    }

    private static String small(String percent) {
        StringBuilder text = new StringBuilder(percent);
        for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
            String digits = text.substring(at + 1, at + 3).toLowerCase(Locale.ROOT);
            text.replace(at + 1, at + 3, digits);
        }
        return text.toString();
    }

    /**
     * Base64 of a text that the secret is a part of depends on where in it the secret begins: at
     * each of the three places, those characters that come of the secret alone.
     */
    private static Stream<String> base64(byte[] secret) {
        List<String> texts = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + secret.length];
            System.arraycopy(secret, 0, padded, before, secret.length);
            int from = (before * BITS + BITS_OF_BASE64 - 1) / BITS_OF_BASE64;
            int to = padded.length * BITS / BITS_OF_BASE64;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                texts.add(encoder.encodeToString(padded).substring(from, to));
            }
        }
        texts.add(Base64.getEncoder().encodeToString(secret));
        texts.add(Base64.getUrlEncoder().encodeToString(secret));
        texts.add(Base64.getEncoder().withoutPadding().encodeToString(secret));
        texts.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        return texts.stream();
    }
}
