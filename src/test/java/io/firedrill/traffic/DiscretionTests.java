package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscretionTests {
    private static final String SECRET = "p@ss word/42";

    private final Discretion discretion = new Discretion(List.of(SECRET, "1"));

    @Test
    void blotsOutEveryFormOfASecret() {
        String base64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        String text = SECRET + " p%40ss+word%2F42 p%40ss%20word%2F42 " + base64
                + " 7040737320776f72642f3432";

        assertThat(discretion.apply(text)).isEqualTo("*** *** *** *** ***");
    }

    @Test
    void blotsOutBeforeItCutsSoThatNoPieceIsLeft() {
        String text = "x".repeat(293) + SECRET;

        assertThat(discretion.apply(text)).isEqualTo("x".repeat(293) + "***");
    }

    @Test
    void leavesShortValuesAlone() {
        assertThat(discretion.apply("status 401")).isEqualTo("status 401");
    }

    @Test
    void aSecretWithinASecretGoesAsAWhole() {
        discretion.learn("word");

        assertThat(discretion.apply(SECRET)).isEqualTo("***");
    }
}
