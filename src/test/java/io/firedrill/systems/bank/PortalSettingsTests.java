package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a portal makes of its environment. */
class PortalSettingsTests {

    private static final Map<String, String> SECRETS =
            Map.of("BANK_PASSWORD", "p", "BANK_TOKEN_SECRET", "t", "DB_PASSWORD", "d");

    @Test
    void theSecretsAreEnough() {
        var settings = PortalSettings.from(SECRETS);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db:5432/bank");
        assertThat(settings.database().poolSize()).isEqualTo(10);
        assertThat(settings.database().limits()).isEqualTo(TimeLimits.FOR_A_FAILOVER);
        assertThat(settings.idempotency()).isEqualTo(Idempotency.ON);
        assertThat(settings.answerAfter()).isZero();
    }

    @Test
    void anAnswerCanBeKept() {
        assertThat(PortalSettings.from(with("ANSWER_AFTER", "PT1S")).answerAfter())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void timeLimitsCanBeTakenAway() {
        var settings = PortalSettings.from(with("DB_TIME_LIMITS", "off"));

        assertThat(settings.database().limits()).isEqualTo(TimeLimits.NONE);
    }

    @Test
    void idempotencyCanBeTakenAway() {
        var settings = PortalSettings.from(with("IDEMPOTENCY", "off"));

        assertThat(settings.idempotency()).isEqualTo(Idempotency.OFF);
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var environment = Map.of(
                "PORT", "http",
                "TOKEN_LIFETIME", "15 min",
                "IDEMPOTENCY", "maybe",
                "DB_TIME_LIMITS", "no",
                "DB_PASSWORD", "d");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortalSettings.from(environment))
                .withMessage("Settings: PORT is no whole number: 'http';"
                        + " BANK_PASSWORD is not set; BANK_TOKEN_SECRET is not set;"
                        + " TOKEN_LIFETIME is no ISO 8601 duration like PT15M: '15 min';"
                        + " IDEMPOTENCY is neither on nor off: 'maybe';"
                        + " DB_TIME_LIMITS is neither on nor off: 'no'.");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(SECRETS);
        environment.put(name, value);
        return environment;
    }
}
