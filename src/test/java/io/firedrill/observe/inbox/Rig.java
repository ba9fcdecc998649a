package io.firedrill.observe.inbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.scenario.Channel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open inbox, a sender before it, and what was written down behind it. */
final class Rig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    final SystemClock clock = new SystemClock();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Inbox inbox;

    /** Opens an inbox; settings are names and values by turns. */
    Rig(InboxKind kind, String... settings) {
        Map<String, String> set = new HashMap<>();
        for (int at = 0; at < settings.length; at += 2) {
            set.put(settings[at], settings[at + 1]);
        }
        Channel channel = new Channel(
                "wire", kind.speaks(), Optional.empty(), Optional.empty(), set, Map.of());
        inbox = kind.open(new InboxKind.Order(
                channel, (actor, event) -> events.add(event), clock, Rig::none));
    }

    private static InetSocketAddress none(String entry) {
        throw new AssertionError("nobody asks for the entry '" + entry + "' here");
    }

    int port() {
        return inbox.port();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Posts a body; headers are names and values by turns. */
    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body()).orElseThrow();
    }

    <T extends Event> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<NoticeReceived> notices() {
        return of(NoticeReceived.class);
    }

    /** Gives the only notice; there must be exactly one. */
    NoticeReceived notice() {
        List<NoticeReceived> notices = notices();
        if (notices.size() != 1) {
            throw new AssertionError("not one notice: " + events);
        }
        return notices.get(0);
    }

    List<DeliveryReported> reports() {
        return of(DeliveryReported.class);
    }

    /** Waits until so many events of a type are there, and gives them. */
    <T extends Event> List<T> awaited(Class<T> type, int count) {
        await(type.getSimpleName()).atMost(PATIENCE).until(() -> of(type).size() >= count);
        return of(type);
    }

    @Override
    public void close() {
        inbox.close();
    }
}
