package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.Ledger.Fate;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.traffic.StubServer.Asked;
import io.firedrill.traffic.StubServer.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilerTests {
    private static final JourneySpec BUY = Shop.lasting(
            Shop.reconciledBy(
                    Shop.write(Shop.buying()),
                    Shop.get("/orders?id={write}", Map.of()),
                    "$.orders.length()"),
            Duration.ofMillis(800));

    private final Notes notes = new Notes();
    private final LeapingClock clock = new LeapingClock();

    @Test
    void countsHowOftenEachWriteIsThere() throws IOException {
        Function<Asked, Reply> books =
                asked -> json(200, "{\"orders\": [" + orders(asked.path()) + "]}");
        try (StubServer stub = StubServer.answering(books)) {
            int asked = Reconciler.run(
                    order(stub.address(), Duration.ofSeconds(20)), ledger("none", "one", "two"));

            assertThat(asked).isEqualTo(3);
            assertThat(counts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("none", 0, "one", 1, "two", 2));
        }
    }

    @Test
    void aListOrANumberCountsAndAnythingElseIsNotKnown() throws IOException {
        Function<Asked, Reply> books = asked -> json(200, "{\"list\": [7, 7], \"text\": \"two\"}");
        try (StubServer stub = StubServer.answering(books)) {
            reconcile(stub, "$.list", "a list");
            reconcile(stub, "text", "a text");
            reconcile(stub, "$.missing", "missing");
        }

        assertThat(counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a list", 2, "a text", -1, "missing", -1));
        assertThat(notes.all(Event.WriteReconciled.class).map(Event.WriteReconciled::detail))
                .contains("$.missing is neither a number nor a list");
    }

    @Test
    void aWriteThatCanNotBeAskedIsMinusOneAfterAFewTries() throws IOException {
        try (StubServer stub = StubServer.answering(asked -> json(503, ""))) {
            Reconciler.run(order(stub.address(), Duration.ofSeconds(20)), ledger("x"));

            assertThat(stub.arrivals()).hasSize(Reconciler.TRIES);
            assertThat(clock.waited())
                    .isEqualTo(Reconciler.PAUSE.multipliedBy(Reconciler.TRIES - 1));
        }
        assertThat(counts()).containsEntry("x", -1);
        assertThat(notes.all(Event.WriteReconciled.class)
                        .findFirst()
                        .orElseThrow()
                        .detail())
                .isEqualTo("GET /orders?id={write}: status 503, expected 200");
    }

    @Test
    void aQuestionThatFailsOnceIsAskedAgain() throws IOException {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Function<Asked, Reply> secondTime = asked ->
                seen.add(asked.path()) ? new Reply.Reset() : json(200, "{\"orders\": [1]}");
        try (StubServer stub = StubServer.answering(secondTime)) {
            Reconciler.run(order(stub.address(), Duration.ofSeconds(20)), ledger("x"));
        }

        assertThat(counts()).containsEntry("x", 1);
    }

    @Test
    void anUnreachableSystemIsBoundedAndEveryWriteIsStillMentioned() throws IOException {
        String[] ids =
                IntStream.range(0, 500).mapToObj(number -> "w" + number).toArray(String[]::new);

        Reconciler.run(order(StubServer.closedPort(), Duration.ofSeconds(1)), ledger(ids));

        assertThat(counts()).hasSize(500).containsValue(-1).doesNotContainValue(0);
    }

    @Test
    void manyWritesAreAskedForInASmallNumberOfConnections() throws IOException {
        String[] ids =
                IntStream.range(0, 3_000).mapToObj(number -> "w" + number).toArray(String[]::new);
        try (StubServer stub = StubServer.answering(asked -> json(200, "{\"orders\": [1]}"))) {
            Reconciler.run(order(stub.address(), Duration.ofSeconds(60)), ledger(ids));

            assertThat(counts())
                    .hasSize(3_000)
                    .allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
            assertThat(stub.arrivals()).hasSize(3_000);
            assertThat(stub.connections()).isLessThanOrEqualTo(Reconciler.AT_A_TIME * 2);
        }
    }

    private void reconcile(StubServer stub, String count, String id) {
        JourneySpec spec = Shop.reconciledBy(BUY, Shop.get("/orders", Map.of()), count);
        ReconcileOrder order = new ReconcileOrder(
                Shop.scenario(1, spec),
                entry -> stub.address(),
                notes,
                clock,
                Duration.ofSeconds(20));
        Reconciler.run(order, ledger(id));
    }

    private static String orders(String path) {
        String id = path.substring(path.indexOf('=') + 1);
        return switch (id) {
            case "one" -> "{}";
            case "two" -> "{}, {}";
            default -> "";
        };
    }

    private ReconcileOrder order(InetSocketAddress address, Duration atMost) {
        return new ReconcileOrder(Shop.scenario(1, BUY), entry -> address, notes, clock, atMost);
    }

    private static Ledger ledger(String... ids) {
        return new Ledger(List.of(ids).stream()
                .map(id -> new Ledger.Write("buy", id, "", 0, Fate.TOLD, 0))
                .toList());
    }

    private Map<String, Integer> counts() {
        return notes.all(Event.WriteReconciled.class)
                .collect(Collectors.toMap(
                        Event.WriteReconciled::write, Event.WriteReconciled::count));
    }
}
