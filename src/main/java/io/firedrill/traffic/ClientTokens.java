package io.firedrill.traffic;

import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.SignIn.OAuth2Client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The client-credentials grant of OAuth 2 (RFC 6749, 4.4) as a request, and its answer. */
final class ClientTokens {
    static final String TOKEN = "access_token";
    private static final String ERROR_CODE = "[a-z_]{1,40}";
    /** Share of its life after which a token is replaced, so that none expires on its way. */
    private static final double USED = 0.9;

    private ClientTokens() {}

    /** Gives the request for a token. */
    static HttpStep request(OAuth2Client client, Placeholders secrets, Discretion discretion) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        client.scope().ifPresent(scope -> form.put("scope", scope));
        if (client.inForm()) {
            form.put("client_id", client.id());
            form.put("client_secret", client.secret());
        } else {
            String both = encoded(secrets.fill(client.id())) + ":"
                    + encoded(secrets.fill(client.secret()));
            String basic =
                    Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
            discretion.learn(basic);
            headers.put("Authorization", "Basic " + basic);
        }
        return new HttpStep(
                "POST",
                client.path(),
                headers,
                Optional.empty(),
                form,
                Set.of(200),
                Map.of(),
                Map.of(TOKEN, "$." + TOKEN));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Gives how long a token may be used; empty where the answer does not say. */
    static Optional<Duration> life(Answer answer) {
        return JsonView.of(answer.body())
                .at(JsonView.path("expires_in"))
                .map(String::valueOf)
                .filter(seconds -> seconds.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
                .map(seconds ->
                        Duration.ofNanos((long) (Double.parseDouble(seconds) * USED * 1e9)));
    }

    /** Gives the error code that an endpoint names where it refuses; it is never a secret. */
    static Optional<String> error(Answer answer) {
        try {
            return JsonView.of(answer.body())
                    .at(JsonView.path("error"))
                    .map(String::valueOf)
                    .filter(code -> code.matches(ERROR_CODE));
        } catch (StepFailure notJson) {
            return Optional.empty();
        }
    }
}
