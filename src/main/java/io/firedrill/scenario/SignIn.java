package io.firedrill.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer signs in: once, and again when refused.
 *
 * @param steps the requests; what they keep can be used in {@code send}; none with {@code client}
 * @param send headers that every later request of this customer carries
 * @param refused the status that says "sign in again"
 * @param cookies true where the customer keeps the cookies that they are given, and sends them
 * @param client the OAuth 2 client that signs in instead of a person
 */
public record SignIn(
        String name,
        List<HttpStep> steps,
        Map<String, String> send,
        int refused,
        boolean cookies,
        Optional<OAuth2Client> client) {

    /** Makes a sign-in by requests, without cookies. */
    public SignIn(String name, List<HttpStep> steps, Map<String, String> send, int refused) {
        this(name, steps, send, refused, false, Optional.empty());
    }

    /**
     * A client that gets tokens by the client-credentials grant (RFC 6749, 4.4). What it gets is
     * sent as {@code Authorization: Bearer}, and replaced before it expires.
     *
     * @param entry where the tokens come from; empty for the journey's own entry
     * @param path of the token endpoint
     * @param id its name, or that of a secret, {@code ${CLIENT_ID}}
     * @param secret name of its secret, {@code ${CLIENT_SECRET}}
     * @param scope what it asks for; empty for what it gets without asking
     * @param inForm true where id and secret go into the form, false for HTTP Basic
     */
    public record OAuth2Client(
            Optional<String> entry,
            String path,
            String id,
            String secret,
            Optional<String> scope,
            boolean inForm) {}
}
