package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealTime
final class PluginJourneyTests {
    private static final Visit VISIT = new Visit("ann", "bob", 7, "w-7");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        timers.shutdownNow();
    }

    @Test
    void whatTheJourneySaysIsWhatItsCustomerSaw() {
        assertThat(go(visit -> Seen.ok(), true).outcome()).isEqualTo(Outcome.OK);

        Experience refused = go(visit -> Seen.failed(AttemptReason.STATUS, "550 no"), true);
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused.detail()).isEqualTo("550 no");
    }

    @Test
    void anUnknownOutcomeOfAJourneyThatDoesNotWriteIsAFailure() {
        ActiveJourney resets = visit -> Seen.unknown(AttemptReason.RESET, "");

        assertThat(go(resets, true).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(go(resets, false).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void exceptionsAreReadDownToTheNetworksOwn() {
        assertThat(thrown(new IllegalStateException("x", new ConnectException("no"))))
                .isEqualTo(AttemptReason.REFUSED);
        assertThat(thrown(new IOException("wrapped", new SocketTimeoutException("late"))))
                .isEqualTo(AttemptReason.TIMEOUT);
        assertThat(thrown(new ExecutionException(new IOException("connection reset"))))
                .isEqualTo(AttemptReason.RESET);
    }

    @Test
    void whatNobodyCanReadIsOurOwnTroubleAndNeverTheSystems() {
        assertThat(thrown(new IllegalStateException("bug"))).isEqualTo(AttemptReason.HARNESS);
        assertThat(thrown(new UncheckedIOException(new IOException("Too many open files"))))
                .isEqualTo(AttemptReason.HARNESS);
        assertThat(go(
                                visit -> {
                                    throw new NoClassDefFoundError("com/example/Driver");
                                },
                                true)
                        .reason())
                .isEqualTo(AttemptReason.HARNESS);
        assertThat(go(visit -> null, true))
                .satisfies(seen -> assertThat(seen.reason()).isEqualTo(AttemptReason.HARNESS))
                .satisfies(seen -> assertThat(seen.detail())
                        .isEqualTo("the journey said nothing of what it saw"));
    }

    @Test
    void aJourneyThatBlocksEndsAtItsDeadlineAndIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        ActiveJourney blocks = visit -> {
            try {
                release.await();
            } catch (InterruptedException told) {
                interrupted.set(true);
            }
            return Seen.ok();
        };

        Experience seen = go(blocks, true, Duration.ofMillis(80));

        assertThat(seen.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(seen.reason()).isEqualTo(AttemptReason.TIMEOUT);
        assertThat(seen.detail()).isEqualTo("no end within 80 ms");
        await("interrupt").atMost(PATIENCE).untilTrue(interrupted);
    }

    @Test
    void blockedThreadsLeaveNoRoomAndAreGivenBackOnceFree() {
        try (PluginJourney journey = journey(
                visit -> {
                    release.await();
                    return Seen.ok();
                },
                true,
                PATIENCE,
                2)) {
            assertThat(journey.reserve()).isTrue();
            journey.setOut(VISIT);
            assertThat(journey.reserve()).isTrue();
            journey.setOut(VISIT);

            assertThat(journey.reserve()).as("no thread is left").isFalse();
            release.countDown();
            await("a thread").atMost(PATIENCE).until(journey::reserve);
        }
    }

    @Test
    void secretsNeverStandInADetail() {
        Experience seen =
                go(visit -> Seen.failed(AttemptReason.STATUS, "no user " + Shop.PASSWORD), true);

        assertThat(seen.detail()).isEqualTo("no user ***");
    }

    @Test
    void threadsThatNothingEndsAreSaid() {
        PluginJourney journey = journey(
                visit -> {
                    while (release.getCount() > 0) {
                        Thread.onSpinWait(); // deaf to interrupts, as a library that reads a socket
                    }
                    return Seen.ok();
                },
                true,
                Duration.ofMillis(50),
                2);
        journey.reserve();
        journey.setOut(VISIT).toCompletableFuture().join();

        assertThatThrownBy(journey::close)
                .isInstanceOf(DrillException.class)
                .hasMessage("journey 'buy' leaves 1 threads behind, which neither an interrupt nor"
                        + " its close() ends; give its library the deadline as time limit");
    }

    private AttemptReason thrown(Exception failure) {
        Experience seen = go(
                visit -> {
                    throw failure;
                },
                true);
        assertThat(seen.outcome()).isEqualTo(Outcome.UNKNOWN);
        return seen.reason();
    }

    private Experience go(ActiveJourney active, boolean write) {
        return go(active, write, PATIENCE);
    }

    private Experience go(ActiveJourney active, boolean write, Duration deadline) {
        try (PluginJourney journey = journey(active, write, deadline, 5)) {
            assertThat(journey.reserve()).isTrue();
            return journey.setOut(VISIT).toCompletableFuture().join();
        } finally {
            release.countDown();
        }
    }

    private PluginJourney journey(
            ActiveJourney active, boolean write, Duration deadline, int most) {
        JourneySpec spec = new JourneySpec(
                "buy",
                "web",
                deadline,
                Optional.empty(),
                new Means.Plugin("x", new Settings(Map.of()), false),
                write,
                false,
                Optional.empty());
        PluginJourney.Surroundings around = new PluginJourney.Surroundings(
                new SystemClock(), timers, new Discretion(List.of(Shop.PASSWORD)));
        return new PluginJourney(spec, active, around, most);
    }
}
