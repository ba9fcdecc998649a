package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.JournalFile;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the drill of a pack again, from its journal and its scenario alone: no system, no Docker,
 * no environment is needed. Whether its files are those that were sealed is {@link PackVerifier}'s
 * to say.
 */
public final class PackJudge {
    /** The fact of a journal that holds the digest of the scenario it was begun with. */
    public static final String SCENARIO_FACT = "scenario";

    private static final String VERDICTS_FORMAT = "firedrill-verdicts/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Judge judge;

    /** Makes one who judges as the drills of this class path are judged. */
    public PackJudge(Judge judge) {
        this.judge = judge;
    }

    /** Judges one pack; whatever lies there, there is an answer. */
    public Judgement judge(Path pack) {
        if (!Files.isDirectory(pack)) {
            return Judgement.unknown(pack, "there is no such folder");
        }
        try {
            PackContents contents = PackContents.of(pack.toRealPath());
            Optional<String> refused = refused(contents);
            return refused.isPresent()
                    ? Judgement.unknown(pack, refused.get())
                    : judge(pack, contents);
        } catch (EvidenceException | IOException e) {
            return Judgement.unknown(pack, "it can not be read: " + e.getMessage());
        } catch (JournalException e) {
            return Judgement.differs(pack, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> refused(PackContents contents) {
        for (String name :
                List.of(PackContents.SCENARIO, PackContents.VERDICTS, PackContents.JOURNAL)) {
            if (!contents.has(name)) {
                return Optional.of("there is no " + name
                        + (name.equals(PackContents.JOURNAL)
                                ? ": the drill was never begun, or the file was taken out;"
                                        + " 'verify' knows which"
                                : ", without which nothing can be judged"));
            }
        }
        return newer(contents, PackContents.MANIFEST, Manifest.FORMAT)
                .or(() -> newer(contents, PackContents.SCENARIO, ScenarioJson.FORMAT))
                .or(() -> newer(contents, PackContents.VERDICTS, VERDICTS_FORMAT))
                .map(PackFormat::refused);
    }

    private static Optional<String> newer(PackContents contents, String name, String known) {
        return contents.text(name).flatMap(text -> PackFormat.newer(text, known));
    }

    private Judgement judge(Path pack, PackContents contents) {
        String text = contents.text(PackContents.SCENARIO).orElse("");
        Scenario scenario = scenario(text);
        Optional<String> strange = strange(scenario);
        if (strange.isPresent()) {
            return Judgement.unknown(
                    pack,
                    "no check called '" + strange.get() + "' is on the class path here, which its"
                            + " scenario asks for");
        }
        Journal journal = JournalFile.read(contents.folder().resolve(PackContents.JOURNAL));
        DrillResult result = judge.judge(scenario, journal);
        JsonNode written = json(contents.text(PackContents.VERDICTS).orElse(""));
        Comparison comparison = new Comparison(written, result, sameVersion(contents));
        List<String> differences = new ArrayList<>(origin(scenario, text, journal));
        differences.addAll(comparison.differences());
        Optional<String> crashed = crashed(written, result);
        return new Judgement(
                pack,
                state(differences, crashed.isPresent() && comparison.sameWord()),
                scenario.id(),
                written.path("verdict").asText(),
                result.word(),
                crashed.isPresent() && comparison.sameWord() ? List.of() : differences,
                crashed.map(List::of).orElseGet(comparison::notes));
    }

    private static Judgement.State state(List<String> differences, boolean crashed) {
        if (crashed) {
            return Judgement.State.UNKNOWN;
        }
        return differences.isEmpty() ? Judgement.State.EQUAL : Judgement.State.DIFFERS;
    }

    private static Scenario scenario(String text) {
        try {
            return ScenarioJson.read(text);
        } catch (EvidenceException e) {
            throw new EvidenceException(PackContents.SCENARIO + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new EvidenceException(PackContents.VERDICTS + " is no JSON", e);
        }
    }

    private Optional<String> strange(Scenario scenario) {
        List<String> known = judge.kinds().stream().map(ObjectiveKind::name).toList();
        return scenario.objectives().stream()
                .map(Objective::kind)
                .filter(kind -> !known.contains(kind))
                .findFirst();
    }

    /** Wording may change from version to version; what was found may not. */
    private static boolean sameVersion(PackContents contents) {
        return contents.text(PackContents.MANIFEST)
                .map(PackJudge::json)
                .map(it -> it.path("firedrill").asText())
                .filter(FiredrillVersion.here()::equals)
                .isPresent();
    }

    /** The journal says in its first lines which drill it is of, and by which scenario. */
    private static List<String> origin(Scenario scenario, String text, Journal journal) {
        List<String> differences = new ArrayList<>();
        journal.first(Event.DrillStarted.class)
                .filter(started -> !started.drill().equals(scenario.id()))
                .ifPresent(started -> differences.add("the journal is that of " + started.drill()
                        + ", the scenario that of " + scenario.id()));
        journal.all(Event.EnvironmentRecorded.class)
                .flatMap(event -> Optional.ofNullable(event.facts().get(SCENARIO_FACT)).stream())
                .findFirst()
                .filter(digest -> !digest.equals(Digests.of(text)))
                .ifPresent(digest -> differences.add(PackContents.SCENARIO
                        + " is not the scenario that the drill was begun with: a limit, a step or"
                        + " another part of it was changed afterwards"));
        return differences;
    }

    /** A run whose harness crashed was not judged by its journal. */
    private static Optional<String> crashed(JsonNode written, DrillResult result) {
        List<String> judged = result.verdicts().stream().map(Verdict::id).toList();
        for (JsonNode verdict : written.path("verdicts")) {
            if (verdict.path("id").asText().equals("harness") && !judged.contains("harness")) {
                return Optional.of("the harness itself failed in that run, and nothing was judged: "
                        + verdict.path("headline").asText());
            }
        }
        return Optional.empty();
    }
}
