package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose tokens are taken, and how long. */
class SessionsTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Sessions portal1 = sessions("secret", NOON);

    @Test
    void aTokenOfOnePortalIsTakenByTheOther() {
        var session = portal1.issue("ada");

        assertThat(sessions("secret", NOON).customer("Bearer " + session.token()))
                .isEqualTo("ada");
        assertThat(session.expiresAt()).isEqualTo("2026-01-01T12:15:00Z");
    }

    @Test
    void aTokenEndsWhenItSaysSo() {
        var session = portal1.issue("ada");

        var before = sessions("secret", session.expiresAt().minusSeconds(1));
        var after = sessions("secret", session.expiresAt().plusSeconds(1));

        assertThat(before.customer("Bearer " + session.token())).isEqualTo("ada");
        refuses(after, "Bearer " + session.token(), "The token is expired.");
    }

    @Test
    void aTokenSignedWithAnotherSecretIsRefused() {
        var forged = sessions("guess", NOON).issue("ada");

        refuses(portal1, "Bearer " + forged.token(), "The token is not one of ours.");
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var unsigned =
                JWT.create().withIssuer("bank-portal").withSubject("ada").sign(Algorithm.none());

        refuses(portal1, "Bearer " + unsigned, "The token is not one of ours.");
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        refuses(portal1, null, "The request carries no token.");
        refuses(portal1, "Basic YWRhOmFkYQ==", "The request carries no token.");
    }

    private static void refuses(Sessions sessions, @Nullable String header, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sessions.customer(header))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.problems().get(0).message())
                            .isEqualTo(why + " Sign in with POST /sessions.");
                });
    }

    private static Sessions sessions(String secret, Instant now) {
        return new Sessions(secret, Duration.ofMinutes(15), Clock.fixed(now, ZoneOffset.UTC));
    }
}
