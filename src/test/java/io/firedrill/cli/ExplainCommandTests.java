package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What 'explain' says of every drill that is shipped, and of every kind. */
class ExplainCommandTests {
    private static final Path GOLDEN = Path.of("src/test/resources/io/firedrill/cli/explain");

    @TempDir
    private Path root;

    /** The shipped scenarios, with secrets. */
    private Path scenarios() throws IOException {
        Path copy = Folders.copy(Path.of("scenarios"), root.resolve("scenarios"));
        for (String bank : List.of("bank", "bank-watched")) {
            Path env = copy.resolve(bank).resolve(".env");
            Files.deleteIfExists(env);
            Files.writeString(env, "BANK_PASSWORD=not-shown\n");
        }
        return copy;
    }

    static List<String> drills() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"), 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("system.yaml"))
                    .filter(file -> !file.endsWith("communication.yaml"))
                    .filter(file -> !file.endsWith("programme.yaml"))
                    .filter(file -> !file.getFileName().toString().contains("compose"))
                    .map(file -> file.getParent().getFileName() + "/"
                            + file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drills")
    void aShippedDrillIsExplainedStepByStep(String drill) throws IOException {
        Path scenarios = scenarios();

        Screen screen = new Screen().run("explain", drill, "--scenarios", scenarios.toString());

        Golden.holds(GOLDEN.resolve(drill.replace('/', '-') + ".txt"), screen.text());
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(screen.text()).doesNotContain("not-shown");
    }

    @Test
    void thereAreShippedDrills() throws IOException {
        assertThat(drills()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aFileIsExplainedAsItsIdIs() throws IOException {
        Path scenarios = scenarios();
        Path file = scenarios.resolve("pocket/twins/primary-lost/never-fails-over.yaml");

        Screen screen = new Screen().run("explain", file.toString());

        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(screen.text())
                .startsWith("pocket/primary-lost/never-fails-over: The host of the primary store is"
                        + " lost while customers transfer money\n"
                        + "A twin of pocket/primary-lost, sabotaged: The standby is never promoted."
                        + " It must turn recovery to FAIL (NOT_RECOVERED); else the drill proves"
                        + " nothing.\n");
    }

    @Test
    void anUnknownDrillIsAProblemThatNamesTheKnownOnes() throws IOException {
        Path scenarios = scenarios();

        Screen screen = new Screen()
                .run(
                        "explain",
                        "pocket/typo",
                        "--scenarios",
                        scenarios.resolve("pocket").toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .startsWith("no drill 'pocket/typo' that can be run; there are:"
                        + " pocket/data-dropped, pocket/portal-crashed, ");
    }

    @Test
    void aDrillWithAProblemIsNotExplainedAndTheProblemIsNamed() throws IOException {
        Path scenarios = scenarios();
        Path file = scenarios.resolve("pocket/primary-lost.yaml");
        Files.writeString(file, Files.readString(file).replace("vanish", "vansh"));

        Screen screen = new Screen().run("explain", file.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .contains("unknown fault 'vansh'")
                .endsWith("Mend the problems above: a file with one is missing here\n");
    }

    static List<FaultKind> faults() {
        return FaultCatalog.load().kinds();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultExplainsItselfWithItsTargetAndWhatItIsSetTo(FaultKind kind) {
        FaultSpec.Target target = kind.target() == FaultKind.TargetKind.LINK
                ? new FaultSpec.Target.OnLink(new Link("a", new Endpoint("b", 1)))
                : new FaultSpec.Target.Component("part-1");
        Settings settings = settings(kind.settings());

        String text = FaultCatalog.load().explain(new FaultSpec(kind.name(), target, settings));

        assertThat(text).containsAnyOf("the link a -> b:1", "part-1");
        assertThat(kind.settings().stream().filter(ExplainCommandTests::shows))
                .allSatisfy(setting -> assertThat(text).contains(shown(setting)));
    }

    static List<ObjectiveKind> objectives() {
        return Judge.withAllChecks().kinds();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void everyObjectiveExplainsItselfWithItsTarget(ObjectiveKind kind) {
        Objective objective =
                new Objective(kind.name(), kind.name(), settings(kind.settings()), List.of());

        String text = Judge.withAllChecks().explain(objective);

        assertThat(text).isNotBlank().doesNotContain("(no check");
        assertThat(kind.settings().stream()
                        .filter(Setting::required)
                        .filter(ExplainCommandTests::shows))
                .allSatisfy(setting -> assertThat(text).contains(shown(setting)));
    }

    private static boolean shows(Setting setting) {
        return Set.of(
                                Setting.Type.DURATION,
                                Setting.Type.SHARE,
                                Setting.Type.SIZE,
                                Setting.Type.COUNT)
                        .contains(setting.type())
                && !setting.name().equals("exit");
    }

    private static String shown(Setting setting) {
        return switch (setting.type()) {
            case DURATION -> "7 s";
            case SHARE -> "77 %";
            case SIZE -> "7 MB";
            default -> "77";
        };
    }

    private static Settings settings(List<Setting> declared) {
        Map<String, Object> values = new LinkedHashMap<>();
        declared.forEach(setting -> values.put(setting.name(), value(setting)));
        return new Settings(values);
    }

    private static Object value(Setting setting) {
        return switch (setting.type()) {
            case DURATION -> Duration.ofSeconds(7);
            case SIZE, SPEED -> 7_000_000L;
            case RATE -> 7.0;
            case SHARE -> 0.77;
            case COUNT -> 77;
            case WORDS -> List.of("some", "words");
            case REQUEST ->
                new HttpStep(
                        "GET", "/x", Map.of(), Optional.empty(), Set.of(200), Map.of(), Map.of());
            case CHOICE -> setting.choices().get(0);
            default -> "name";
        };
    }
}
