package io.firedrill.systems.pocket;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Issues and reads tokens. Whoever knows the secret can read them, so any portal takes any token.
 */
final class Tokens {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String SCHEME = "Bearer ";
    private static final Algorithm SECRET = Algorithm.HMAC256("known to the pocket bank only");

    private final Clock clock;
    private final JWTVerifier verifier;

    Tokens(Clock clock) {
        this.clock = clock;
        this.verifier = ((JWTVerifier.BaseVerification) JWT.require(SECRET)).build(clock);
    }

    Map<String, String> issue(String customer) {
        Instant end = clock.instant().plus(LIFETIME);
        String token = JWT.create().withSubject(customer).withExpiresAt(end).sign(SECRET);
        return Map.of("token", token, "expiresAt", end.toString());
    }

    /** Names the customer; refuses where there is no token, or it is expired or not ours. */
    String customer(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw signInNeeded("The request carries no token.");
        }
        try {
            return verifier.verify(authorization.substring(SCHEME.length())).getSubject();
        } catch (JWTVerificationException e) {
            throw signInNeeded("The token is expired, or not one of ours.");
        }
    }

    private static Refusal signInNeeded(String why) {
        return Refusal.of(401, "SIGN_IN_NEEDED", why + " Sign in with POST /sessions.");
    }
}
