package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.JourneySpec;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTests {
    private static final Duration REPEAT = Duration.ofMillis(20);
    private static final JourneySpec WRITE =
            Shop.lasting(Shop.retriedWrite(Shop.buying()), Duration.ofSeconds(1));

    private final SystemClock clock = new SystemClock();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final Notes notes = new Notes();

    @AfterEach
    void stopTimers() {
        timers.shutdownNow();
    }

    @Test
    void whatCanNotBeSentIsCountedAsDroppedAndNothingIsLostOnTheWay() {
        Lane lane = lane(visit -> new CompletableFuture<>(), 100);

        IntStream.range(0, 1_000).forEach(number -> lane.setOut());
        lane.settle();

        assertThat(lane.tally()).isEqualTo(new Tally(1_000, 400, 600, 0, 0));
        assertThat(notes.all(Event.AttemptsDropped.class)
                        .mapToLong(Event.AttemptsDropped::count)
                        .sum())
                .isEqualTo(600);
    }

    @Test
    void eachAttemptUnderWayGetsAnEndWhenTheCustomersGiveUp() {
        Lane lane = lane(visit -> new CompletableFuture<>(), 100);
        IntStream.range(0, 10).forEach(number -> lane.setOut());

        lane.stop();
        lane.giveUp();

        assertThat(lane.home()).isCompleted();
        assertThat(notes.attempts("buy"))
                .hasSize(10)
                .allSatisfy(
                        attempt -> assertThat(attempt.reason()).isEqualTo(AttemptReason.HARNESS));
        assertThat(lane.tally().ended()).isEqualTo(10);
    }

    @Test
    void aJourneyThatThrowsIsAFailureOfTheHarness() {
        Lane lane = lane(
                visit -> {
                    throw new IllegalStateException("no plug-in");
                },
                100);

        lane.setOut();

        assertThat(notes.attempts("buy")).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(attempt.reason()).isEqualTo(AttemptReason.HARNESS);
        });
    }

    @Test
    void aCustomerInDoubtRepeatsTheSameWriteUntilToldAlsoWhenARepeatIsRefused() {
        Queue<Experience> answers = new ConcurrentLinkedQueue<>(List.of(
                saw(Outcome.UNKNOWN, AttemptReason.TIMEOUT),
                saw(Outcome.FAILED, AttemptReason.REFUSED),
                saw(Outcome.OK, AttemptReason.NONE)));
        Lane lane = lane(visit -> CompletableFuture.completedFuture(answers.remove()), 100);

        lane.setOut();
        await("repeats").atMost(Duration.ofSeconds(10)).until(() -> lane.tally().ended() == 3);

        List<Event.Attempt> attempts = notes.attempts("buy");
        assertThat(attempts).extracting(Event.Attempt::repeats).containsExactly(0, 1, 2);
        assertThat(attempts).extracting(Event.Attempt::told).containsExactly(false, false, true);
        assertThat(attempts)
                .extracting(Event.Attempt::write)
                .containsOnly(attempts.get(0).write());
        assertThat(attempts.get(1).intended())
                .isGreaterThanOrEqualTo(attempts.get(0).intended() + REPEAT.toNanos());
        assertThat(lane.tally()).isEqualTo(new Tally(1, 1, 0, 2, 3));
    }

    @Test
    void aDefiniteNoEndsTheRepeatsAndAFirstFailureHasNone() {
        Queue<Experience> answers = new ConcurrentLinkedQueue<>(List.of(
                saw(Outcome.FAILED, AttemptReason.REFUSED),
                saw(Outcome.UNKNOWN, AttemptReason.RESET),
                saw(Outcome.FAILED, AttemptReason.STATUS)));
        Lane lane = lane(visit -> CompletableFuture.completedFuture(answers.remove()), 100);

        lane.setOut();
        assertThat(timers.getQueue()).isEmpty();
        lane.setOut();
        await("repeat").atMost(Duration.ofSeconds(10)).until(() -> lane.tally().ended() == 3);

        assertThat(timers.getQueue()).isEmpty();
    }

    @Test
    void nobodyRepeatsAfterTheStop() {
        Lane lane = lane(
                visit -> CompletableFuture.completedFuture(
                        saw(Outcome.UNKNOWN, AttemptReason.TIMEOUT)),
                100);
        lane.setOut();

        lane.stop();
        await("pause over")
                .atMost(Duration.ofSeconds(10))
                .until(() -> timers.getCompletedTaskCount() == 1);

        assertThat(lane.tally()).isEqualTo(new Tally(1, 1, 0, 0, 1));
    }

    private Experience saw(Outcome outcome, AttemptReason reason) {
        return new Experience(outcome, reason, "", null, clock.nanos(), clock.nanos());
    }

    private Lane lane(Outing journey, double perSecond) {
        ArrivalPlan plan = new ArrivalPlan(clock.nanos(), perSecond);
        return new Lane(new Lane.Order(WRITE, plan, journey, clock, REPEAT), notes, timers);
    }
}
