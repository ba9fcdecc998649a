package io.firedrill.junit;

import static io.firedrill.SampleDrills.drill;
import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.pass;
import static io.firedrill.junit.Outcomes.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.Reason;
import io.firedrill.evidence.Terminal;
import io.firedrill.evidence.archive.ArchiveCheck;
import io.firedrill.evidence.archive.ArchiveCheck.Line;
import io.firedrill.evidence.archive.ArchiveCheck.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs that say what they are about to do, and leave it where nothing is removed. */
final class ArchivedRunsTests {
    private static final String INTENT = "intent.json";
    private static final String END = "end.json";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path archive() {
        return folder.resolve("archive");
    }

    private FakeRuns passing() {
        return new FakeRuns()
                .drill(drill("bank/a", "recovery"), held("baseline"), pass("recovery"));
    }

    /** Each on a machine of its own: nothing but the archive is the same. */
    private EngineExecutionResults run(String machine, FakeRuns runs) {
        return run(machine, runs, archive().toString());
    }

    private EngineExecutionResults run(String machine, FakeRuns runs, String place) {
        runs.into(folder.resolve(machine)).archive(place);
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        DrillEngine engine =
                new DrillEngine(new DrillEngine.Setup(runs, plain -> Terminal.on(out)));
        return EngineTestKit.engine(engine)
                .selectors(selectDirectory("anything"))
                .execute();
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(archive().resolve("runs"))) {
            return all.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private List<State> states() {
        return ArchiveCheck.of(archive()).stream().map(Line::state).toList();
    }

    @Test
    void theIntentLiesThereBeforeTheDrillStarts() throws IOException {
        List<String> seen = new ArrayList<>();
        FakeRuns runs = new FakeRuns().drill(drill("bank/a", "recovery"), order -> {
            seen.addAll(filesOfTheRun());
            return List.of(held("baseline"), pass("recovery"));
        });

        assertThat(failures(run("ci-1", runs))).isEmpty();

        assertThat(seen).containsExactly(INTENT);
        Path run = runs().get(0);
        JsonNode intent = json(run.resolve(INTENT));
        assertThat(intent.at("/drills/0/id").asText()).isEqualTo("bank/a");
        assertThat(intent.at("/drills/0/scenario").asText())
                .isEqualTo(json(run.resolve("packs/drills/bank/a/manifest.json"))
                        .at("/scenario")
                        .asText(digestOf(run)));
        assertThat(intent.at("/drills/0/objectives/0/id").asText()).isEqualTo("recovery");
        assertThat(intent.at("/mode").asText()).isEqualTo("containers");
        assertThat(states()).containsExactly(State.WHOLE);
    }

    private static String digestOf(Path run) throws IOException {
        String sums = Files.readString(run.resolve("packs/drills/bank/a/SHA256SUMS"));
        return sums.lines()
                .filter(line -> line.endsWith("scenario.json"))
                .map(line -> line.substring(0, 64))
                .findFirst()
                .orElseThrow();
    }

    private List<String> filesOfTheRun() {
        try (Stream<Path> all = Files.list(runs().get(0))) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFreshMachineGoesOnWhereTheLastOneEnded() throws IOException {
        run("ci-1", passing());
        run("ci-2", passing());

        Path first = runs().get(0);
        Path second = runs().get(1);
        JsonNode before = json(second.resolve(INTENT)).path("before");
        assertThat(before).hasSize(1);
        assertThat(before.at("/0/run").asText()).isEqualTo(first.getFileName().toString());
        JsonNode earlier = json(first.resolve(END)).at("/packs/0/digest");
        assertThat(json(second.resolve("packs/drills/bank/a/manifest.json"))
                        .at("/earlier")
                        .asText())
                .isEqualTo(earlier.asText());
        assertThat(Files.readString(folder.resolve("ci-2/latest/index.html"))).contains("2 runs");
        assertThat(folder.resolve("ci-2/history")).doesNotExist();
    }

    @Test
    void aRunThatWasThrownAwayShows() throws IOException {
        run(
                "ci-1",
                new FakeRuns()
                        .drill(
                                drill("bank/a", "recovery"),
                                fail("recovery", Reason.NOT_RECOVERED)));
        Path first = runs().get(0);
        Files.delete(first.resolve(END));

        run("ci-2", passing());

        assertThat(states()).containsExactly(State.OPEN, State.WHOLE);
        String said = "Archive: the run begun "
                + json(first.resolve(INTENT)).path("started").asText()
                + " for bank/a has no end: it was killed, thrown away, or is still"
                + " under way (" + first.getFileName() + ")";
        assertThat(written.toString(StandardCharsets.UTF_8)).contains(said);
        assertThat(json(folder.resolve("ci-2/latest/summary.json"))
                        .path("notes")
                        .toString())
                .contains(said);
        assertThat(ArchiveCheck.begun(archive())).containsOnlyKeys("bank/a");
    }

    @Test
    void whatIsTakenOutOrChangedLaterIsNamed() throws IOException {
        run("ci-1", passing());
        run("ci-2", passing());
        run("ci-3", passing());
        List<Path> all = runs();

        Path manifest = all.get(1).resolve("packs/drills/bank/a/manifest.json");
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertThat(finding(1))
                .containsExactly("packs/drills/bank/a of bank/a is not the pack that" + " it left");

        Path end = all.get(1).resolve(END);
        Files.writeString(end, Files.readString(end).replace("PASS", "FAIL"));
        assertThat(finding(1))
                .contains("end.json is not the one that run " + all.get(2).getFileName()
                        + " went on from");

        remove(all.get(1));
        assertThat(states()).containsExactly(State.WHOLE, State.CHANGED, State.WHOLE);
        assertThat(finding(1))
                .containsExactly("run " + all.get(2).getFileName()
                        + " went on from it, and it is not here: it was taken out");
    }

    @Test
    void whatDoesNotFitARunsOwnEndIsNamed() throws IOException {
        run("ci-1", passing());
        Path run = runs().get(0);
        Files.createDirectories(run.resolve("packs/drills/bank/b"));
        Files.copy(
                run.resolve("packs/drills/bank/a/manifest.json"),
                run.resolve("packs/drills/bank/b/manifest.json"));
        for (String file : List.of(INTENT, "drills.jsonl")) {
            Files.writeString(run.resolve(file), Files.readString(run.resolve(file)) + " ");
        }
        remove(run.resolve("packs/drills/bank/a"));

        assertThat(finding(0))
                .containsExactly(
                        "intent.json is not the one that it began with",
                        "drills.jsonl is not as it was left",
                        "packs/drills/bank/a of bank/a is not here",
                        archive().relativize(run.resolve("packs/drills/bank/b"))
                                + " is none of the packs that it left");
        Files.writeString(run.resolve(END), "{");
        Files.writeString(run.resolve(INTENT), "{");
        assertThat(states()).containsExactly(State.CHANGED);
    }

    private List<String> finding(int run) {
        return ArchiveCheck.of(archive()).get(run).findings();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void withoutItsIntentNothingStarts() throws IOException {
        Files.writeString(archive(), "a file");
        FakeRuns runs = passing();

        EngineExecutionResults results = run("ci-1", runs);

        assertThat(runs.started).isEmpty();
        assertThat(failures(results)).isNotEmpty();
        assertThat(Outcomes.first(results)).hasMessageContaining("can not be written or read");
        Files.delete(archive());
        assertThat(failures(run("ci-1", passing()))).isEmpty();
    }

    @Test
    void aBranchTakesRunsOfMachinesThatKnowNothingOfEachOther() throws Exception {
        Path bare = folder.resolve("drills.git");
        git(folder, "init", "--quiet", "--bare", bare.toString());
        String place = "git:" + bare + "#evidence";

        assertThat(failures(run("ci-1", passing(), place))).isEmpty();
        assertThat(failures(run("ci-2", passing(), place))).isEmpty();

        git(folder, "clone", "--quiet", "--branch", "evidence", bare.toString(), "archive");
        assertThat(states()).containsExactly(State.WHOLE, State.WHOLE);
        assertThat(json(runs().get(1).resolve(INTENT)).path("before")).hasSize(1);
        assertThat(git(archive(), "log", "--format=%s").lines())
                .hasSize(4)
                .first()
                .isEqualTo("End " + runs().get(1).getFileName());
    }

    @Test
    void aBranchThatSomebodyPushedToInBetweenIsTakenInFirst() throws Exception {
        Path bare = folder.resolve("drills.git");
        git(folder, "init", "--quiet", "--bare", bare.toString());
        String place = "git:" + bare;
        FakeRuns slow = new FakeRuns().drill(drill("bank/a", "recovery"), order -> {
            run("ci-2", passing(), place);
            return List.of(held("baseline"), pass("recovery"));
        });

        assertThat(failures(run("ci-1", slow, place))).isEmpty();

        git(
                folder,
                "clone",
                "--quiet",
                "--branch",
                "firedrill-archive",
                bare.toString(),
                "archive");
        assertThat(states()).containsExactly(State.WHOLE, State.WHOLE);
    }

    @Test
    void aRepositoryThatIsNotThereIsSaidAndNothingStarts() {
        FakeRuns runs = passing();

        EngineExecutionResults results = run("ci-1", runs, "git:" + folder.resolve("nowhere.git"));

        assertThat(runs.started).isEmpty();
        assertThat(Outcomes.first(results))
                .hasMessageContaining("the archive can not be reached: 'git ls-remote' ended with");
    }

    private static String git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
