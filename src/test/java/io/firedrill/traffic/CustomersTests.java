package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Recorder;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.traffic.StubServer.Asked;
import io.firedrill.traffic.StubServer.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@RealTime
class CustomersTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JourneySpec READ = Shop.read(Shop.get("/things", Map.of()));

    private final Notes notes = new Notes();

    @Test
    void customersSetOutWhateverTheSystemDoesAndEachHasAnEnd() throws IOException {
        JourneySpec short1 = Shop.lasting(READ, Duration.ofMillis(600));
        try (StubServer stub = StubServer.answering(asked -> new Reply.Silence())) {
            Customers customers = start(stub, 300, notes, short1);
            await("traffic")
                    .atMost(PATIENCE)
                    .until(() -> customers.tally().get("look").sent() >= 150);
            customers.stop();

            Tally tally = customers.tally().get("look");
            List<Event.Attempt> attempts = notes.attempts("look");
            assertThat(tally.scheduled()).isEqualTo(tally.sent() + tally.dropped());
            assertThat(attempts).hasSize((int) tally.sent());
            assertThat(tally.ended()).isEqualTo(tally.sent());
            assertThat(attempts)
                    .extracting(Event.Attempt::reason)
                    .containsOnly(AttemptReason.TIMEOUT);
            assertThat(stub.arrivals()).as("each sent once").hasSize((int) tally.sent());
            assertThat(attempts)
                    .allSatisfy(
                            attempt -> assertThat(attempt.end()).isGreaterThan(attempt.intended()));
        }
    }

    @Test
    void attemptsAreEvenlyIntendedAndNumberedWithoutGaps() throws IOException {
        try (StubServer stub = StubServer.answering(asked -> json(200, "{}"))) {
            Customers customers = start(stub, 200, notes, READ);
            await("traffic")
                    .atMost(PATIENCE)
                    .until(() -> customers.tally().get("look").ended() >= 100);
            customers.stop();
        }

        List<Event.Attempt> attempts = notes.attempts("look").stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
        long first = attempts.get(0).intended();
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.intended() - first)
                    .isCloseTo(attempt.number() * 5_000_000L, within(1));
            assertThat(attempt.sent()).isGreaterThanOrEqualTo(attempt.intended());
        });
        assertThat(attempts.get(attempts.size() - 1).number()).isEqualTo(attempts.size() - 1L);
    }

    @Test
    void aWriteInDoubtIsRepeatedWithItsIdUntilTheCustomerIsTold() throws IOException {
        JourneySpec buy = Shop.retriedWrite(Shop.buying());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Function<Asked, Reply> secondTime =
                asked -> seen.add(asked.body()) ? new Reply.Reset() : json(201, "{}");
        try (StubServer stub = StubServer.answering(secondTime)) {
            Customers customers = start(stub, 20, notes, buy);
            await("told")
                    .atMost(PATIENCE)
                    .until(() -> notes.attempts("buy").stream()
                                    .filter(Event.Attempt::told)
                                    .count()
                            >= 5);
            customers.stop();

            Tally tally = customers.tally().get("buy");
            assertThat(tally.ended()).isEqualTo(tally.sent() + tally.repeated());
            assertThat(stub.arrivals()).hasSize((int) tally.ended());
        }

        Ledger ledger = Ledger.of(notes);
        Map<Boolean, List<Event.Attempt>> byTold = notes.attempts("buy").stream()
                .collect(Collectors.partitioningBy(Event.Attempt::told));
        assertThat(byTold.get(true))
                .allSatisfy(attempt -> assertThat(attempt.repeats()).isEqualTo(1));
        assertThat(byTold.get(false))
                .allSatisfy(attempt -> assertThat(attempt.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(ledger.of("buy", Ledger.Fate.TOLD)).hasSameSizeAs(byTold.get(true));
    }

    @Test
    void theControlJourneyIsServedWhileTheSystemHangs() throws IOException {
        JourneySpec short1 = Shop.lasting(READ, Duration.ofMillis(600));
        try (StubServer stub = StubServer.answering(asked -> new Reply.Silence())) {
            Customers customers = start(stub, 50, notes, short1);
            await("control")
                    .atMost(PATIENCE)
                    .until(() -> notes.attempts(Event.Attempt.CONTROL).size() >= 20);
            customers.stop();
        }

        assertThat(notes.attempts(Event.Attempt.CONTROL))
                .allSatisfy(attempt -> assertThat(attempt.ok()).isTrue());
        assertThat(notes.attempts("look"))
                .allSatisfy(attempt -> assertThat(attempt.ok()).isFalse());
    }

    @Test
    void nothingIsLeftAfterTheStop() throws IOException {
        try (StubServer stub = StubServer.answering(asked -> json(200, "{}"))) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            Customers customers = start(stub, 50, notes, READ);
            await("traffic")
                    .atMost(PATIENCE)
                    .until(() -> customers.tally().get("look").ended() >= 20);
            customers.stop();
            customers.stop();

            await("threads gone")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                            .filteredOn(thread -> !before.contains(thread))
                            .extracting(Thread::getName)
                            .noneMatch(name -> name.startsWith("customers")
                                    || name.startsWith("HTTP-Dispatcher")));
            await("connections gone").atMost(PATIENCE).until(() -> stub.openConnections() == 0);
        }
    }

    @Test
    void aJournalThatCanNotBeWrittenFailsTheStop() throws IOException {
        CountDownLatch tried = new CountDownLatch(1);
        Recorder full = (actor, event) -> {
            tried.countDown();
            throw new JournalException("journal.jsonl: no space left", null);
        };
        try (StubServer stub = StubServer.answering(asked -> json(200, "{}"))) {
            Customers customers = start(stub, 50, full, READ);
            await("a first event").atMost(PATIENCE).until(() -> tried.getCount() == 0);

            assertThatThrownBy(customers::stop)
                    .isInstanceOf(JournalException.class)
                    .hasMessage("journal.jsonl: no space left");
        }
    }

    @Test
    void anUnknownJourneyIsSaidBeforeAnybodySetsOut() {
        CustomersOrder order = new CustomersOrder(
                new io.firedrill.scenario.Scenario(
                        "shop/drill",
                        java.nio.file.Path.of("x.yaml"),
                        "",
                        Shop.scenario(1).about(),
                        Shop.system(READ),
                        Map.of("lok", 1.0),
                        Shop.scenario(1).baseline(),
                        List.of(),
                        List.of(),
                        List.of(),
                        PATIENCE,
                        java.util.Optional.empty()),
                entry -> new java.net.InetSocketAddress("127.0.0.1", 1),
                notes,
                new SystemClock(),
                1);

        assertThatThrownBy(() -> Customers.start(order))
                .isInstanceOf(DrillException.class)
                .hasMessage("unknown journey 'lok'; known journeys: [look]");
    }

    private static org.assertj.core.data.Offset<Long> within(long nanos) {
        return org.assertj.core.data.Offset.offset(nanos);
    }

    private static Customers start(
            StubServer stub, double perSecond, Recorder recorder, JourneySpec... specs) {
        return Customers.start(new CustomersOrder(
                Shop.scenario(perSecond, specs),
                entry -> stub.address(),
                recorder,
                new SystemClock(),
                42));
    }
}
