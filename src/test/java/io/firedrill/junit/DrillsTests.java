package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.SampleDrills;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Drills run from a test, and what comes back. */
final class DrillsTests {
    private static final Scenario DRILL = SampleDrills.drill("shop/lost", "recovery", "data-loss");

    @TempDir
    Path reports;

    private Verdicts run(Verdict... verdicts) {
        return run(new FakeRuns().drill(DRILL, verdicts));
    }

    private Verdicts run(FakeRuns runs) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        DrillEngine.Setup setup =
                new DrillEngine.Setup(runs.into(reports), plain -> Terminal.on(nowhere));
        return Drills.run(setup, runs.plan(List.of()));
    }

    @Test
    void givesTheVerdictsOfADrillThatPassed() {
        Verdicts verdicts = run(
                SampleDrills.held("effect"),
                SampleDrills.pass("recovery"),
                SampleDrills.pass("data-loss"));

        assertThat(verdicts.passed()).isTrue();
        assertThat(verdicts.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdicts.of("recovery").target()).isEqualTo("30 s");
        assertThat(verdicts.pack()).isEqualTo(reports.resolve("latest/drills/shop/lost"));
        assertThat(verdicts.pack().resolve("verdicts.json")).exists();
        assertThat(reports.resolve("latest/summary.json")).content().contains("shop/lost");
        assertThatCode(verdicts::assertPassed).doesNotThrowAnyException();
        assertThatThrownBy(() -> verdicts.of("recoverie"))
                .hasMessage("no verdict 'recoverie'; there are: effect, recovery, data-loss");
    }

    @Test
    void throwsNothingForAFailUntilItIsAskedTo() {
        Verdicts verdicts = run(
                SampleDrills.held("effect"),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE),
                SampleDrills.inconclusive("data-loss", Reason.NOT_MEASURED));

        assertThat(verdicts.status()).isEqualTo(Verdict.Status.FAIL);
        assertThatThrownBy(verdicts::assertPassed)
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "shop/lost",
                        "FAIL recovery (RECOVERED_TOO_LATE): recovered after 41.20 s, limit 30 s",
                        "INCONCLUSIVE data-loss (NOT_MEASURED): not measured",
                        "evidence: " + reports.resolve("latest/drills/shop/lost")));
    }

    @Test
    void whatDoesNotTellIsNoAssertionError() {
        Verdicts verdicts = run(
                SampleDrills.doubt("effect", Reason.FAULT_NOT_IN_EFFECT, "never in effect"),
                SampleDrills.pass("recovery"),
                SampleDrills.pass("data-loss"));

        assertThat(verdicts.passed()).isFalse();
        assertThatThrownBy(verdicts::assertPassed)
                .isExactlyInstanceOf(InconclusiveDrillException.class)
                .hasMessageContaining("INCONCLUSIVE effect (FAULT_NOT_IN_EFFECT): never in effect");
    }

    @Test
    void twoRunsOfOneDrillLeaveBothPacksAndTheWorseVerdict() {
        run(
                SampleDrills.held("effect"),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE),
                SampleDrills.pass("data-loss"));
        Verdicts second = run(
                SampleDrills.held("effect"),
                SampleDrills.pass("recovery"),
                SampleDrills.pass("data-loss"));

        assertThat(second.passed()).isTrue();
        assertThat(second.pack()).isEqualTo(reports.resolve("latest/drills/shop/lost.again-2"));
        assertThat(reports.resolve("latest/drills/shop/lost/verdicts.json"))
                .content()
                .contains("FAIL");
        assertThat(reports.resolve("latest/summary.json"))
                .content()
                .contains("\"verdict\" : \"FAIL\",\n  \"dry\" : false");
    }

    @Test
    void startsNothingWhereSomethingIsWrongAndSaysAllOfIt() {
        FakeRuns runs = new FakeRuns()
                .drill(DRILL)
                .problem(new Problem(Path.of("a.yaml"), 3, 1, "is wrong", "", ""))
                .problem(new Problem(Path.of("b.yaml"), 0, 0, "as well", "", ""));

        assertThatThrownBy(() -> run(runs))
                .isExactlyInstanceOf(InconclusiveDrillException.class)
                .hasMessage(String.join(
                        System.lineSeparator(), "a.yaml:3:1: is wrong", "b.yaml: as well"));
        assertThat(runs.started).isEmpty();
        assertThat(reports.resolve("latest/summary.json"))
                .content()
                .contains("INCONCLUSIVE")
                .contains("a.yaml:3:1: is wrong");
    }

    @Test
    void plansTheDrillOrTwinOfAFile() {
        LocalDrills drills = new LocalDrills(new Properties());
        Path kiosk = Path.of("src/docs/example/kiosk");

        DrillRuns.Plan drill = drills.plan(kiosk.resolve("drawer-crashed.yaml"));
        DrillRuns.Plan twin =
                drills.plan(kiosk.resolve("twins/drawer-crashed/notes-in-memory.yaml"));
        DrillRuns.Plan none = drills.plan(kiosk.resolve("drawer-crushed.yaml"));

        assertThat(ids(drill)).containsExactly("kiosk/drawer-crashed");
        assertThat(drill.problems()).isEmpty();
        assertThat(drill.budget().mode()).isEqualTo("inprocess");
        assertThat(ids(twin)).containsExactly("kiosk/drawer-crashed/notes-in-memory");
        assertThat(none.problems())
                .hasToString("[src/docs/example/kiosk/drawer-crushed.yaml: is no drill;"
                        + " needed: <system>/<drill>.yaml]");
    }

    @Test
    void refusesAnImageForAComponentThatIsNowhere() {
        Properties switches = new Properties();
        switches.setProperty("firedrill.image.portal-1", "bank:7");
        switches.setProperty("firedrill.image.drawr", "kiosk:7");
        LocalDrills drills = new LocalDrills(switches);

        DrillRuns.Plan plan = drills.plan(Path.of("src/docs/example/kiosk/drawer-crashed.yaml"));

        assertThat(plan.problems().stream().map(Problem::toString))
                .singleElement()
                .asString()
                .startsWith("-Dfiredrill: firedrill.image.drawr: unknown component 'drawr';")
                .endsWith("Did you mean 'drawer'?");
        assertThat(plan.budget().notes())
                .containsExactly(
                        "Release under test: drawr runs kiosk:7",
                        "Release under test: portal-1 runs bank:7");
    }

    private static Stream<String> ids(DrillRuns.Plan plan) {
        return plan.chosen().stream().map(Scenario::id);
    }
}
