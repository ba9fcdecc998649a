package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GeneratorTests {
    @Test
    void ourOwnCustomersNeedNoNote() {
        assertThat(Generator.note("transfer", Scenarios.primaryLost(), journal().build()))
                .isEmpty();
    }

    @Test
    void aProgramWithoutIntendedStartsIsSaidToHideWaits() {
        JournalDsl lines = journal()
                .event(1, attempt(1, 1))
                .event(2, attempt(2, 2))
                .event(3, new Event.AttemptsDropped("transfer", 7, nanos(2), nanos(3)));

        assertThat(Generator.note("transfer", byProgram(), lines.build()))
                .contains("2 attempts by a program, 7 fewer than its rate asked for, which count as"
                        + " not known; it prints no intended starts, so waits count from the actual"
                        + " ones, and what a customer waited before is not in them"
                        + " (coordinated omission)");
    }

    @Test
    void aProgramWithIntendedStartsIsMeasuredFromThem() {
        JournalDsl lines = journal().event(1, attempt(1, 1)).event(2, attempt(1.9, 2));

        assertThat(Generator.note("transfer", byProgram(), lines.build()))
                .contains("2 attempts by a program, 0 fewer than its rate asked for, which count as"
                        + " not known; waits count from the intended starts that it prints");
    }

    private static Event.Attempt attempt(double intended, double sent) {
        return new Event.Attempt(
                "transfer",
                "web",
                "ada",
                0,
                nanos(intended),
                nanos(sent),
                nanos(sent + 0.01),
                Outcome.OK,
                AttemptReason.NONE,
                "",
                null,
                null,
                false,
                0);
    }

    private static Scenario byProgram() {
        Scenario ours = Scenarios.primaryLost();
        SystemSpec bank = ours.system();
        JourneySpec transfer = bank.journeys().get("transfer");
        JourneySpec program = new JourneySpec(
                transfer.name(),
                transfer.entry(),
                transfer.deadline(),
                transfer.as(),
                new Means.Program(Optional.empty(), List.of("k6"), Map.of(), Path.of(".")),
                transfer.write(),
                false,
                transfer.reconcile());
        SystemSpec system = new SystemSpec(
                bank.name(),
                bank.title(),
                bank.tier(),
                bank.folder(),
                bank.blueprint(),
                bank.components(),
                bank.entries(),
                bank.links(),
                bank.roles(),
                bank.signIns(),
                Map.of("transfer", program),
                bank.secrets());
        return new Scenario(
                ours.id(),
                ours.file(),
                ours.title(),
                ours.about(),
                system,
                ours.customers(),
                ours.baseline(),
                ours.steps(),
                ours.objectives(),
                ours.relayed(),
                ours.limit(),
                ours.twin());
    }
}
