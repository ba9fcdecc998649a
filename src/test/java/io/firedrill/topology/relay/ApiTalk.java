package io.firedrill.topology.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.Ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A long conversation with the API, as it was held with the real server. A line is a request: the
 * method, the path, perhaps {@code agent=...}, the body. The indented line below is the answer:
 * status, type, body, JSON in a form that does not depend on how it was written. {@code BUSY} and
 * {@code FREE} stand for ports; {@code <port>} for one that the server chose.
 */
final class ApiTalk implements AutoCloseable {
    private static final Path RECORDED =
            Path.of("src/test/resources/io/firedrill/topology/relay/api-of-2.12.0.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String root;
    private final ServerSocket busy;
    private final int free;

    ApiTalk(RelayUnderTest relay) {
        root = "http://127.0.0.1:" + relay.api().getPort();
        busy = listener();
        free = Ports.free();
    }

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the conversation with the real server. */
    static List<String> recorded() throws IOException {
        return Files.readAllLines(RECORDED);
    }

    /** Asks the same and gives the conversation. */
    List<String> held() throws IOException {
        return recorded().stream()
                .filter(line -> !line.isEmpty() && !line.startsWith(" "))
                .flatMap(line -> List.of(line, "    " + answer(line)).stream())
                .toList();
    }

    private String answer(String line) {
        String[] words = (line + "  ").split(" ", 3);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + words[1]))
                .timeout(LIMIT)
                .method(words[0], BodyPublishers.ofString(there(body(words[2].strip()))));
        if (words[2].startsWith("agent=")) {
            request.header("User-Agent", words[2].strip().substring("agent=".length()));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return shown(response);
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "broken off";
        }
    }

    private static String body(String text) {
        return text.startsWith("agent=") ? "" : text;
    }

    private String there(String text) {
        return text.replace("BUSY", "" + busy.getLocalPort()).replace("FREE", "" + free);
    }

    private String shown(HttpResponse<String> response) {
        String headers = List.of("Content-Type", "X-Content-Type-Options", "Location").stream()
                .flatMap(name -> response.headers().firstValue(name).stream())
                .collect(Collectors.joining(" "));
        String body = canonical(response.body())
                .replace(":" + busy.getLocalPort(), ":BUSY")
                .replace(":" + free, ":FREE")
                .replaceAll("(127\\.0\\.0\\.1|\\[::]|\\[::1]):[1-9][0-9]+", "$1:<port>");
        return (response.statusCode() + " " + headers + " " + body).strip();
    }

    private static String canonical(String body) {
        try {
            return body.isBlank() ? "" : JSON.writeValueAsString(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return body.strip(); // plain text
        }
    }

    @Override
    public void close() {
        try {
            busy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
