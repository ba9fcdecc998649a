package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.LocalPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Customers of journeys that are Java classes, beside those of HTTP. */
final class CustomersByOtherMeansTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JourneyKind KIND = new JourneyKind(
            "posting",
            List.of(Setting.required("password", Setting.Type.SECRET, "whose")),
            JourneyKind.Writes.COUNTED,
            "posts");

    private final Notes notes = new Notes();
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    @Test
    void aBlockingJourneyHoldsUpNobodyElseAndItsDropsAreCounted() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        JourneySpec blocked = posting(Duration.ofMillis(300));
        JourneySpec read = Shop.read(Shop.get("/things", Map.of()));
        try (StubServer stub = StubServer.answering(asked -> StubServer.json(200, "{}"))) {
            Customers customers =
                    start(place -> visit -> deafly(release), stub.address(), 900, blocked, read);
            Tally held;
            try {
                await("drops")
                        .atMost(PATIENCE)
                        .until(() -> customers.tally().get("post").dropped() > 100
                                && customers.tally().get("look").ended() > 200);
                held = customers.tally().get("post");
            } finally {
                release.countDown();
                customers.stop();
            }

            assertThat(held.sent())
                    .as("a thread for each, and no more")
                    .isEqualTo(PluginJourney.MOST_THREADS);
            Tally tally = customers.tally().get("post");
            assertThat(tally.scheduled()).isEqualTo(tally.sent() + tally.dropped());
            assertThat(tally.ended()).isEqualTo(tally.sent());
            assertThat(notes.attempts("post"))
                    .allSatisfy(attempt -> assertThat(attempt.reason())
                            .isIn(AttemptReason.TIMEOUT, AttemptReason.NONE));
            assertThat(notes.attempts("look"))
                    .filteredOn(Event.Attempt::ok)
                    .as("served beside it")
                    .hasSizeGreaterThan(150);
        }
    }

    /** As a library that reads from a socket. */
    private static Seen deafly(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException toldToEnd) {
                continue;
            }
        }
        return Seen.ok();
    }

    @Test
    void aJourneyThatCountsIsAskedForEachWrite() throws IOException {
        JourneySpec post = posting(Duration.ofSeconds(2));
        Function<JourneyPlace, ActiveJourney> noting = place -> new Noting(place, there);
        InetSocketAddress nowhere = StubServer.closedPort();
        Customers customers = start(noting, nowhere, 100, post);
        await("writes")
                .atMost(PATIENCE)
                .until(() -> customers.tally().get("post").ended() > 20);
        customers.stop();

        int asked = Reconciler.run(
                new ReconcileOrder(
                        Shop.scenario(100, post),
                        entry -> nowhere,
                        notes,
                        new SystemClock(),
                        PATIENCE,
                        JourneyCatalog.of(plugin(noting))),
                Ledger.of(notes));

        assertThat(asked).isEqualTo(notes.attempts("post").size());
        assertThat(notes.all(Event.WriteReconciled.class))
                .hasSize(asked)
                .allSatisfy(write -> assertThat(write.count()).isEqualTo(1));
    }

    @Test
    void aJourneyThatCannotBeginSaysWhyAndLeavesNothing() throws IOException {
        InetSocketAddress nowhere = StubServer.closedPort();

        assertThatThrownBy(() -> start(
                        place -> {
                            throw new IllegalStateException(
                                    "no driver for " + place.settings().text("password"));
                        },
                        nowhere,
                        10,
                        posting(PATIENCE)))
                .isInstanceOf(DrillException.class)
                .hasMessage("journey 'post' by 'posting' can not begin:"
                        + " java.lang.IllegalStateException: no driver for ***");
    }

    @Test
    void twoJourneysOfOneNameAreRefused() {
        assertThatThrownBy(() -> JourneyCatalog.of(plugin(place -> null), plugin(place -> null)))
                .hasMessageStartingWith("two journeys are named 'posting': ");
    }

    private record Noting(JourneyPlace place, Set<String> there) implements ActiveJourney {
        @Override
        public Seen attempt(Visit visit) {
            assertThat(place.settings().text("password")).isEqualTo(Shop.PASSWORD);
            assertThat(place.toString()).doesNotContain(Shop.PASSWORD);
            assertThat(place.host()).isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
            there.add(visit.write());
            return Seen.ok();
        }

        @Override
        public int count(Visit visit) {
            return there.contains(visit.write()) ? 1 : 0;
        }
    }

    private static JourneySpec posting(Duration deadline) {
        return new JourneySpec(
                "post",
                "web",
                deadline,
                Optional.empty(),
                new Means.Plugin(
                        "posting", new Settings(Map.of("password", "${SHOP_PASSWORD}")), true),
                true,
                false,
                Optional.empty());
    }

    private static Journey plugin(Function<JourneyPlace, ActiveJourney> begin) {
        return new Journey() {
            @Override
            public JourneyKind kind() {
                return KIND;
            }

            @Override
            public ActiveJourney begin(JourneyPlace place) {
                return begin.apply(place);
            }
        };
    }

    private Customers start(
            Function<JourneyPlace, ActiveJourney> begin,
            InetSocketAddress address,
            double perSecond,
            JourneySpec... specs) {
        return Customers.start(new CustomersOrder(
                Shop.scenario(perSecond, specs),
                entry -> address,
                notes,
                new SystemClock(),
                42,
                JourneyCatalog.of(plugin(begin)),
                new LocalPrograms()));
    }
}
