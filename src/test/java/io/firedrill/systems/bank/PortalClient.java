package io.firedrill.systems.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A customer's program: sends requests to one portal, signed in or not. */
final class PortalClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final @Nullable String token;

    PortalClient(BankPortal portal) {
        this(URI.create("http://127.0.0.1:" + portal.port()), null);
    }

    private PortalClient(URI portal, @Nullable String token) {
        this.portal = portal;
        this.token = token;
    }

    /** What the portal answered. */
    record Answer(int status, JsonNode body) {

        String errorCode() {
            return body.at("/error/code").asText();
        }
    }

    PortalClient withToken(String other) {
        return new PortalClient(portal, other);
    }

    PortalClient signedIn(String customer, String password) {
        return withToken(signIn(customer, password).body().get("token").asText());
    }

    Answer signIn(String customer, String password) {
        return post(
                "/sessions",
                "{\"customer\":\"" + customer + "\",\"password\":\"" + password + "\"}");
    }

    Answer transfer(String id, String from, String to, long cents) {
        String order = "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"cents\":%d}";
        return post("/transfers", order.formatted(id, from, to, cents));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)).GET());
    }

    Answer post(String path, String body) {
        return send(
                HttpRequest.newBuilder(portal.resolve(path)).POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(10));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
