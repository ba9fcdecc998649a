package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.Reason;
import io.firedrill.scenario.Options.Mode;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Scenario.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which drills run on which machine. */
class ChoiceTests {
    private static final Scenario CONTAINED = SampleDrills.drill("bank/primary-lost");
    private static final Scenario POCKET = SampleDrills.pocket("pocket/primary-lost");
    private static final Scenario TWIN = SampleDrills.twin(
            "bank/primary-lost/no-standby", "recovery", Reason.NOT_RECOVERED, "recovery");
    private static final List<Scenario> BOTH = List.of(CONTAINED, POCKET);

    @Test
    void dockerThatAnswersRunsContainersAndSaysWhatItLeavesOut() {
        Choice choice = Choice.of(Mode.AUTO, BOTH, () -> true);

        assertThat(choice.modeName()).isEqualTo("containers");
        assertThat(choice.drills()).containsExactly(CONTAINED);
        assertThat(choice.problems()).isEmpty();
        assertThat(choice.notes())
                .containsExactly(
                        "Not run: 1 drill of pocket systems. For those: -Dfiredrill.mode=inprocess");
    }

    @Test
    void withoutDockerThePocketSystemsAreDrilledAndTheRestIsSaid() {
        Choice choice = Choice.of(Mode.AUTO, List.of(CONTAINED, TWIN, POCKET), () -> false);

        assertThat(choice.modeName()).isEqualTo("inprocess");
        assertThat(choice.drills()).containsExactly(POCKET);
        assertThat(choice.problems()).isEmpty();
        assertThat(choice.notes())
                .containsExactly("Docker does not answer. In this JVM: 1 drill of pocket systems."
                        + " Not run: 1 drill and 1 twin on containers. For those, run"
                        + " src/images/prepare (as root, on Debian), or start Docker");
    }

    @Test
    void withoutDockerAndPocketSystemsNothingIsRun() {
        Choice choice = Choice.of(Mode.AUTO, List.of(CONTAINED), () -> false);

        assertThat(choice.problems())
                .containsExactly("Docker does not answer, and the chosen drills run in containers. "
                        + Choice.GET_DOCKER);
    }

    @Test
    void whereOnlyPocketDrillsAreChosenDockerIsNotAsked() {
        Choice choice = Choice.of(Mode.AUTO, List.of(POCKET), () -> {
            throw new AssertionError("asked");
        });

        assertThat(choice.modeName()).isEqualTo("inprocess");
        assertThat(choice.drills()).containsExactly(POCKET);
        assertThat(choice.notes()).isEmpty();
    }

    @Test
    void containersWithoutDockerAreAnError() {
        Choice choice = Choice.of(Mode.CONTAINERS, BOTH, () -> false);

        assertThat(choice.problems())
                .containsExactly("Docker does not answer, and the chosen drills run in containers. "
                        + Choice.GET_DOCKER);
    }

    @Test
    void aModeThatFitsNoneOfTheChosenDrillsIsAnError() {
        assertThat(Choice.of(Mode.INPROCESS, List.of(CONTAINED), () -> true).problems())
                .containsExactly("firedrill.mode=inprocess: none of the chosen drills is of a"
                        + " pocket system; they need containers: bank/primary-lost");
        assertThat(Choice.of(Mode.CONTAINERS, List.of(POCKET), () -> true).problems())
                .containsExactly("firedrill.mode=containers: the chosen drills are of pocket"
                        + " systems; use inprocess for them: pocket/primary-lost");
    }

    @Test
    void whatOnlyItsLevelLeftOutIsSaidInOneLine() {
        List<Scenario> others = List.of(
                at(Level.NIGHTLY, SampleDrills.drill("bank/a")),
                at(Level.NIGHTLY, SampleDrills.drill("bank/b")),
                at(Level.FULL, TWIN),
                at(Level.FULL, POCKET));

        Choice choice =
                Choice.of(Mode.CONTAINERS, List.of(CONTAINED), () -> true).leaving(others);

        assertThat(choice.drills()).containsExactly(CONTAINED);
        assertThat(choice.notes())
                .containsExactly("Not chosen: 2 drills of level nightly, 1 twin of level full."
                        + " For those: -Dfiredrill.level=full");
    }

    @Test
    void theNoteAsksForNoMoreThanIsNeededAndIsAbsentWhereNothingWasLeftOut() {
        Choice pocket = Choice.of(Mode.INPROCESS, List.of(POCKET), () -> false);
        Scenario nightly = at(Level.NIGHTLY, POCKET);

        assertThat(pocket.leaving(List.of(nightly, at(Level.FULL, CONTAINED))).notes())
                .containsExactly("Not chosen: 1 drill of level nightly. For those:"
                        + " -Dfiredrill.level=nightly");
        assertThat(pocket.leaving(List.of(at(Level.FULL, CONTAINED)))).isEqualTo(pocket);
    }

    private static Scenario at(Level level, Scenario scenario) {
        return SampleDrills.of(scenario, level);
    }

    @Test
    void inprocessLeavesContainersAloneAndSaysSo() {
        Choice choice = Choice.of(Mode.INPROCESS, BOTH, () -> {
            throw new AssertionError("asked");
        });

        assertThat(choice.drills()).containsExactly(POCKET);
        assertThat(choice.problems()).isEmpty();
        assertThat(choice.notes())
                .containsExactly("firedrill.mode=inprocess. Not run: 1 drill on containers");
    }
}
