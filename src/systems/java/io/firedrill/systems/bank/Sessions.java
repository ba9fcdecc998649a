package io.firedrill.systems.bank;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Issues and reads tokens. Whoever knows the secret can read them, so any portal takes any token.
 */
final class Sessions {

    private static final String ISSUER = "bank-portal";
    private static final String SCHEME = "Bearer ";

    private final Algorithm algorithm;
    private final Duration lifetime;
    private final Clock clock;
    private final JWTVerifier verifier;

    Sessions(String secret, Duration lifetime, Clock clock) {
        this.algorithm = Algorithm.HMAC256(secret);
        this.lifetime = lifetime;
        this.clock = clock;
        this.verifier = ((JWTVerifier.BaseVerification)
                        JWT.require(algorithm).withIssuer(ISSUER).withClaimPresence("sub"))
                .build(clock);
    }

    Session issue(String customer) {
        Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        String token = JWT.create()
                .withIssuer(ISSUER)
                .withSubject(customer)
                .withExpiresAt(expiresAt)
                .sign(algorithm);
        return new Session(token, expiresAt);
    }

    /**
     * Returns the customer who sent this Authorization header.
     *
     * @throws Refusal if there is none, or its token is expired or not ours
     */
    String customer(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw Refusal.signInNeeded("The request carries no token.");
        }
        try {
            return verifier.verify(authorization.substring(SCHEME.length())).getSubject();
        } catch (TokenExpiredException e) {
            throw Refusal.signInNeeded("The token is expired.");
        } catch (JWTVerificationException e) {
            throw Refusal.signInNeeded("The token is not one of ours.");
        }
    }
}
