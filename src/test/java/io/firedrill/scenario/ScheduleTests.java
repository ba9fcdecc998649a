package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault may be a schedule of others: the reader puts those in its place. */
class ScheduleTests {
    private static final Trigger SOON = new Trigger.After(Duration.ofSeconds(1));
    private static final FaultKind TWICE = FaultKind.onComponent(
                    "twice",
                    "crash",
                    List.of(Setting.required("apart", Setting.Type.DURATION, "how long between")),
                    "it crashes twice")
            .playedAs(ScheduleTests::twice);

    @TempDir
    private Path root;

    private ShopFolder folder;

    private static List<Step> twice(Step.Inject step) {
        FaultSpec crash = new FaultSpec("crash", step.fault().target(), new Settings(Map.of()));
        return List.of(
                new Step.Inject(step.when(), step.called() + " 1", crash),
                new Step.Heal(SOON, step.called() + " 1"),
                new Step.Inject(
                        new Trigger.After(step.fault().settings().duration("apart")),
                        step.called() + " 2",
                        crash));
    }

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    private Reading read(String steps) {
        String file = "shop/twice.yaml";
        folder.write(
                file,
                "drill: Twice\ncustomers: {buy: 5/s}\nsteps:\n" + steps
                        + "objectives:\n  - recovery: {of: buy, within: 30s}\n");
        Vocabulary words = Words.vocabulary();
        List<FaultKind> faults =
                Stream.concat(words.faults().stream(), Stream.of(TWICE)).toList();
        return new ScenarioReader(Map.of())
                .read(
                        List.of(root),
                        new Vocabulary(
                                faults,
                                words.objectives(),
                                Set.of("crash", "vanish", "relay"),
                                words.implicit(),
                                words.reasons()));
    }

    @Test
    void theReaderPutsTheScheduleInItsPlace() {
        Reading reading = read("  - inject: {twice: db1, apart: 2s, called: bad day}\n");

        assertThat(reading.problems()).isEmpty();
        Scenario drill = reading.drills().stream()
                .filter(it -> it.id().equals("shop/twice"))
                .findFirst()
                .orElseThrow();
        assertThat(drill.steps())
                .extracting(Step::called)
                .containsExactly("bad day 1", "bad day 1", "bad day 2");
        assertThat(drill.steps().get(2).when()).isEqualTo(new Trigger.After(Duration.ofSeconds(2)));
    }

    @Test
    void whatHealsItselfIsNotHealedByAStep() {
        Reading reading = read(
                "  - inject: {twice: db1, apart: 2s, called: bad day}\n" + "  - heal: bad day\n");

        assertThat(reading.problems())
                .singleElement()
                .asString()
                .contains("shop/twice.yaml:5:11: fault 'bad day' is healed by its own schedule");
    }

    @Test
    void aScheduleWithAProblemIsNotPlayed() {
        Reading reading = read("  - inject: {twice: db1, apart: soon}\n");

        assertThat(reading.problems()).hasSize(1);
    }
}
