package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A customer of the bank, with a plain HTTP client. */
final class Customer {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final InetSocketAddress door;
    private String token = "none";

    Customer(InetSocketAddress door) {
        this.door = door;
    }

    /** An answer: its status and its JSON. */
    record Answer(int status, JsonNode json) {}

    Answer signIn(String name, String password) {
        Answer answer = post("/sessions", Map.of("customer", name, "password", password));
        token = answer.json().path("token").asText("none");
        return answer;
    }

    Answer transfer(String id, String from, String to, long cents) {
        return post("/transfers", Map.of("id", id, "from", from, "to", to, "cents", cents));
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build());
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        String address = "http://" + door.getAddress().getHostAddress() + ":" + door.getPort();
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(2))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), Json.tree(answer.body()));
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        }
    }
}
