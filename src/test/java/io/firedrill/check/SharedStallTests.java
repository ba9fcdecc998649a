package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A system that lives in this JVM stands still with it; a container does not. */
class SharedStallTests {

    @Test
    void lateRecoveryIsBlamedOnNobodyWhereTheSystemStoodStillWithUs() {
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(9));
        Journal journal = dark(10, 20).event(20, stall(12, 15)).build();

        assertThat(verdict(drill, journal, "recovery").reason())
                .contains(Reason.RECOVERED_TOO_LATE);
        assertThat(verdict(Scenarios.inThisJvm(drill), journal, "recovery").reason())
                .contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void lateRecoveryIsTheSystemsWhereTheStallIsTooShortToExplainIt() {
        Scenario drill = Scenarios.inThisJvm(Scenarios.primaryLost(Scenarios.recovery(5)));
        Journal journal = dark(10, 20).event(20, stall(12, 12.3)).build();

        assertThat(verdict(drill, journal, "recovery").reason())
                .contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void silenceInTheEchoOfAStallIsNotCountedAgainstTheSystem() {
        Objective availability = Scenarios.objective(
                new AvailabilityCheck(),
                Map.of("of", "transfer", "at-least", 0.95, "window", Duration.ofSeconds(10)));
        Scenario drill = Scenarios.primaryLost(availability);
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 13)
                .failing(
                        "transfer",
                        new Interval(nanos(13), nanos(13.8)),
                        AttemptReason.TIMEOUT,
                        0.7)
                .served("transfer", 13.8, 60)
                .served(Event.Attempt.CONTROL, 0, 60)
                .fault("lost host")
                .on(10, 40)
                .event(20, stall(12, 12.9))
                .ended(60)
                .build();

        assertThat(verdict(drill, journal, "availability").reason())
                .contains(Reason.TOO_FEW_SERVED);
        assertThat(verdict(Scenarios.inThisJvm(drill), journal, "availability").reason())
                .contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void shortStallHasNoEcho() {
        Scenario drill = Scenarios.inThisJvm(Scenarios.primaryLost(Scenarios.recovery(9.95)));
        Journal journal = dark(10, 20).event(20, stall(12, 12.09)).build();

        assertThat(verdict(drill, journal, "recovery").reason())
                .contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void lateReturnIsBlamedOnNobodyWhereTheSystemStoodStillWithUs() {
        Objective rejoined = Scenarios.objective(
                new RejoinedCheck(),
                Map.of("component", "lost host", "within", Duration.ofSeconds(4)));
        Scenario drill = Scenarios.primaryLost(rejoined);
        Journal journal = dark(10, 12)
                .role(1, "db1", Ternary.YES)
                .role(1, "db2", Ternary.NO)
                .component(10, "db1", "die")
                .role(11, "db2", Ternary.YES)
                .component(44, "db1", "start")
                .role(45, "db1", Ternary.NO)
                .event(45, stall(41, 44))
                .build();

        assertThat(verdict(drill, journal, "rejoined").reason()).contains(Reason.REJOINED_TOO_LATE);
        assertThat(verdict(Scenarios.inThisJvm(drill), journal, "rejoined").headline())
                .startsWith("rejoined: db1 took longer than 4 s only since our own machine stood"
                        + " still, in which it lives");
    }

    @Test
    void componentThatNoticedOnlyOurStallIsNotSaidToBeAffected() {
        Objective unaffected =
                Scenarios.objective(new UnaffectedCheck(), Map.of("component", "portal-1"));
        Scenario drill = Scenarios.inThisJvm(Scenarios.primaryLost(unaffected));
        JournalDsl told = dark(10, 12).event(20, stall(13, 14));
        Journal ours = told.component(14.5, "portal-1", "unhealthy").build();

        assertThat(verdict(drill, ours, "unaffected").reason()).contains(Reason.HARNESS_OVERLOADED);

        Journal its = told.component(18, "portal-1", "unhealthy").build();

        assertThat(verdict(drill, its, "unaffected").reason()).contains(Reason.AFFECTED);
    }

    private static Verdict verdict(Scenario drill, Journal journal, String id) {
        return Judge.withAllChecks().judge(drill, journal).verdicts().stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JournalDsl dark(double from, double until) {
        return journal()
                .healthy()
                .served("transfer", 0, from)
                .refused("transfer", from, until)
                .served("transfer", until, 60)
                .served(Event.Attempt.CONTROL, 0, 60)
                .fault("lost host")
                .on(10, 40)
                .ended(60);
    }

    private static Event stall(double begin, double end) {
        return new Event.HarnessStalled(nanos(begin), nanos(end));
    }
}
