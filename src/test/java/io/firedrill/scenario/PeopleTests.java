package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that ask people, bound field by field. */
class PeopleTests {
    private static final String DRILL = "shop/db-lost.yaml";
    private static final Trigger AT_ONCE = new Trigger.After(Duration.ZERO);

    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    private Scenario drill(String steps) {
        folder.replace(DRILL, "objectives:", steps.indent(2) + "objectives:");
        assertThat(folder.problems()).isEmpty();
        return folder.read().drills().get(0);
    }

    private static Step last(Scenario drill) {
        return drill.steps().get(drill.steps().size() - 1);
    }

    @Test
    void bindsAPromptWithEverythingThatItSays() {
        Scenario drill = drill("""
                - when: {failing: buy}
                  person:
                    called: go-ahead
                    role: incident lead
                    prompt: Shall we switch over?
                    answers: [go, wait]
                    act: approved
                    within: 2m
                    absent: true
                    deputy: {role: deputy lead, after: 30s}
                    stand-in: 2s
                """);

        assertThat(last(drill))
                .isEqualTo(new Step.Ask(
                        new Trigger.Failing("buy", Duration.ofSeconds(2)),
                        "go-ahead",
                        new Assignment(
                                false,
                                "approved",
                                List.of(new Assignment.Line(
                                        "incident lead",
                                        "Shall we switch over?",
                                        List.of("go", "wait"),
                                        Duration.ofMinutes(2))),
                                Duration.ofMinutes(2),
                                Optional.of(new Assignment.Deputy(
                                        "deputy lead", Duration.ofSeconds(30))),
                                true,
                                Optional.of(Duration.ofSeconds(2)))));
    }

    @Test
    void aStepThatAsksIsAnObjectiveOfItsNameAndAnotherStepMayWaitForIt() {
        Scenario drill = drill("""
                - person: {called: go-ahead, role: lead, prompt: Shall we?, within: 2m, stand-in: never}
                - when: {answered: go-ahead}
                  runbook: {called: restore, lines: [Look], role: operator, takes: 5s, stand-in: never}
                """);

        Step asking = drill.steps().get(drill.steps().size() - 2);
        assertThat(asking.when()).isEqualTo(AT_ONCE);
        assertThat(((Step.Ask) asking).assignment().lines().get(0).answers())
                .containsExactly("done");
        assertThat(((Step.Ask) asking).assignment().act()).isEqualTo("responded");
        assertThat(((Step.Ask) asking).assignment().standIn()).isEmpty();
        assertThat(last(drill).when()).isEqualTo(new Trigger.Answered("go-ahead"));
        assertThat(drill.objectives())
                .contains(
                        objective("go-ahead", "person", Duration.ofMinutes(2)),
                        objective("restore", "runbook", Duration.ofSeconds(5)));
    }

    private static Objective objective(String name, String kind, Duration within) {
        Settings settings = new Settings(Map.of("of", name, "within", within));
        return new Objective(name, kind, settings, List.of());
    }

    @Test
    void theLinesOfAProcedureSayForThemselvesOrLeaveItToTheProcedure() {
        Scenario drill = drill("""
                - runbook:
                    called: restore
                    role: operator
                    takes: 5s
                    within: 1m
                    lines:
                      - Stop the batch
                      - {do: Ask the lead, role: lead, takes: 20s}
                    stand-in: 1s
                """);

        assertThat(((Step.Ask) last(drill)).assignment())
                .isEqualTo(new Assignment(
                        true,
                        "did",
                        List.of(
                                line("operator", "Stop the batch", 5),
                                line("lead", "Ask the lead", 20)),
                        Duration.ofMinutes(1),
                        Optional.empty(),
                        false,
                        Optional.of(Duration.ofSeconds(1))));
    }

    private static Assignment.Line line(String role, String text, int seconds) {
        return new Assignment.Line(
                role, text, List.of("done", "skip"), Duration.ofSeconds(seconds));
    }

    @Test
    void aProcedureIsReadFromTheNumberedListOfAMarkdownFile() {
        folder.write("shop/restore.md", """
                # Restore
                Never do this twice.
                1. Stop the batch (operator, 30s)
                2) Ask the lead,
                   by telephone (see page 3)
                   ```
                   3. not a line
                   ```
                4. Start the host (10s)

                A word at the end:
                  - not a line either
                """);

        Scenario drill = drill("""
                - runbook: {called: restore, file: restore.md, role: shift, takes: 5s, stand-in: 1s}
                """);

        Assignment assignment = ((Step.Ask) last(drill)).assignment();
        assertThat(assignment.lines())
                .containsExactly(
                        line("operator", "Stop the batch", 30),
                        line("shift", "Ask the lead, by telephone (see page 3)", 5),
                        line("shift", "Start the host", 10));
        assertThat(assignment.within()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void theSameStepsCanBeBuiltInJava() {
        Scenario built = new DrillBuilder(folder.shop(), "by-hand", Words.vocabulary())
                .title("Somebody is asked")
                .customers("look", "5/s")
                .inject("crash", "api-2")
                .person(Map.of(
                        "called", "go-ahead",
                        "role", "lead",
                        "prompt", "Shall we?",
                        "within", Duration.ofSeconds(30),
                        "stand-in", "never"))
                .runbook(Map.of(
                        "called", "restore",
                        "lines", List.of("Look"),
                        "role", "operator",
                        "takes", "5s",
                        "stand-in", "1s"))
                .objective("availability", Map.of("of", "look", "at-least", "90%", "window", "5s"))
                .build()
                .scenario();

        assertThat(built.steps()).extracting(Step::called).endsWith("go-ahead", "restore");
        assertThat(built.objectives()).extracting(Objective::id).endsWith("go-ahead", "restore");
    }

    @Test
    void aDrillThatIsRunAgainBreaksThingsLaterThoughPeopleAreAskedFirst() {
        folder.replace(
                DRILL,
                "steps:\n",
                "steps:\n  - person: {called: ready, role: lead, prompt: Ready?, within: 2m,"
                        + " stand-in: never}\n");
        Scenario drill = folder.read().drills().get(0);

        assertThat(drill.later(Duration.ofMillis(70)).steps().get(1).when())
                .isEqualTo(new Trigger.After(Duration.ofMillis(70)));
    }
}
