package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is in no text, in whatever encoding (SURVIVAL R22). */
final class MaskingTests {
    private static final String CANARY = "c4n4ry/Wört+\"qu<o>te&";

    private static String utf8AsLatin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void noEncodingOfASecretPasses() {
        Masking masking = new Masking(List.of(CANARY));
        String percent = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
        List<String> forms = List.of(
                CANARY,
                utf8AsLatin(CANARY),
                "c4n4ry/Wört+\\\"qu<o>te&",
                "c4n4ry\\/Wört+\\\"qu<o>te&",
                Svg.escape(CANARY),
                HexFormat.of().formatHex(bytes(CANARY)),
                HexFormat.of().formatHex(bytes(CANARY)).toUpperCase(Locale.ROOT),
                percent,
                percent.replace("%2F", "%2f")
                        .replace("%C3%B6", "%c3%b6")
                        .replace("%2B", "%2b")
                        .replace("%22", "%22")
                        .replace("%3C", "%3c")
                        .replace("%3E", "%3e"),
                Base64.getEncoder().encodeToString(bytes(CANARY)),
                Base64.getEncoder().withoutPadding().encodeToString(bytes(CANARY)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(CANARY)));

        assertThat(forms)
                .allSatisfy(form ->
                        assertThat(masking.apply("a " + form + " b")).isEqualTo("a ******** b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:", "ada@x:"})
    void aSecretInsideOfALongerTextInBase64IsMasked(String before) {
        Masking masking = new Masking(List.of("correct-horse-battery"));
        for (String after : List.of("", "!", "!!", "!!!")) {
            String text = Base64.getEncoder()
                    .encodeToString(bytes(before + "correct-horse-battery" + after));

            String masked = masking.apply(text);

            assertThat(masked).contains(Masking.MASK);
            assertThat(masked.length() - Masking.MASK.length()).isLessThan(16);
        }
    }

    @Test
    void aSecretThatIsPartOfAnotherOneLeavesNothingOfIt() {
        Masking masking = new Masking(List.of("battery", "correct-battery-staple"));

        assertThat(masking.apply("correct-battery-staple, battery"))
                .isEqualTo("********, ********");
    }

    @Test
    void valuesOfTreesAreMaskedAndKeysAreNot() {
        Masking masking = new Masking(List.of("verdict-word"));

        assertThat(masking.over(Map.of("verdict-word", List.of("a verdict-word", 1, true))))
                .isEqualTo(Map.of("verdict-word", List.of("a ********", 1, true)));
    }

    @Test
    void aNameInTheScenarioIsNoSecretAndTheRestIs() {
        Masking masking = Masking.of(SampleDrills.drill("bank/primary-lost", "recovery"));

        assertThat(masking.apply("primary-lost correct-horse-battery"))
                .isEqualTo("primary-lost ********");
    }

    @Test
    void whatLooksLikeASecretIsMaskedInLogs() {
        Masking masking = new Masking(List.of());
        String log = """
                DB_PASSWORD=swordfish42 user=ada
                {"token": "abcd1234", "ok": true}
                Authorization: Bearer abcdefghijklmnop.qrst
                postgres://ada:swordfish42@db:5432/bank
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQ
                -----END PRIVATE KEY-----
                eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl
                AKIAABCDEFGHIJKLMNOP
                the password was wrong, 3 tokens left
                """;

        assertThat(masking.log(log)).isEqualTo("""
                DB_PASSWORD=******** user=ada
                {"token": "********", "ok": true}
                Authorization: Bearer ********
                postgres://ada:********@db:5432/bank
                -----BEGIN PRIVATE KEY-----********-----END PRIVATE KEY-----
                ********
                ********
                the password was wrong, 3 tokens left
                """);
    }
}
