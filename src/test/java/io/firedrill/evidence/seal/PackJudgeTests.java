package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firedrill.check.Judge;
import io.firedrill.evidence.seal.Judgement.State;
import io.firedrill.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack says what its journal says, or the judge says that it does not. */
final class PackJudgeTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path pack;
    private Forger forger;

    @BeforeEach
    void copyTheGoldenPack() throws IOException {
        pack = TestPacks.copy(GoldenPack.there(), folder.resolve("pack"));
        forger = new Forger(pack);
    }

    private static Judgement judge(Path pack) {
        return new PackJudge(Judge.withAllChecks()).judge(pack);
    }

    private Judgement judged() {
        return judge(pack);
    }

    @Test
    void theGoldenPackIsIntactAndJudgedEqual() {
        Judgement judgement = judge(GoldenPack.FOLDER);
        Verification verification =
                new PackVerifier(Optional.of(TestPacks.key().open())).verify(GoldenPack.FOLDER);

        assertThat(judgement.differences()).isEmpty();
        assertThat(judgement.state()).isEqualTo(State.EQUAL);
        assertThat(judgement.drill()).isEqualTo("pocket/primary-lost");
        assertThat(judgement.written()).isEqualTo("PASS");
        assertThat(judgement.judged()).isEqualTo("PASS");
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.state()).isEqualTo(Verification.State.INTACT);
    }

    @Test
    void theGoldenPackIsAsItIsSealedToday() throws IOException {
        Path again = TestPacks.copy(GoldenPack.FOLDER, folder.resolve("again"));
        for (String name : PackContents.SEAL) {
            Files.delete(again.resolve(name));
        }
        Verification.Facts facts = new PackVerifier(Optional.empty())
                .verify(GoldenPack.FOLDER)
                .facts()
                .orElseThrow();

        new Seal(Series.after(Map.of()), Optional.of(TestPacks.key()), "0.1.0")
                .close(
                        again,
                        TestPacks.judged(
                                ScenarioJson.read(
                                        Files.readString(again.resolve(PackContents.SCENARIO))),
                                again.resolve(PackContents.JOURNAL),
                                Instant.parse(facts.started())));

        assertThat(TestPacks.names(again)).isEqualTo(TestPacks.names(GoldenPack.FOLDER));
    }

    // What somebody might try.

    @Test
    void aForgedJournalThatSaysTheSameIsJudgedEqual() throws IOException {
        forger.forge(event -> event);

        assertThat(judged().differences()).isEmpty();
    }

    @Test
    void aLimitThatWasEditedInTheVerdictsIsSeen() throws IOException {
        forger.edit(PackContents.VERDICTS, "\"target\" : \"1.5 s\"", "\"target\" : \"15 s\"");

        assertThat(judged().differences())
                .containsExactly("recovery: target is written \"15 s\", judged \"1.5 s\"");
        assertThat(judged().state()).isEqualTo(State.DIFFERS);
    }

    @Test
    void aLimitThatWasEditedInTheScenarioAndInTheVerdictsIsSeen() throws IOException {
        forger.edit(PackContents.SCENARIO, "\"PT1.5S\"", "\"PT15S\"");
        forger.edit(PackContents.VERDICTS, "\"target\" : \"1.5 s\"", "\"target\" : \"15 s\"");

        assertThat(judged().differences())
                .containsExactly("scenario.json is not the scenario that the drill was begun with:"
                        + " a limit, a step or another part of it was changed afterwards");
    }

    /** Whoever forges all of it makes another pack: without the key, and unknown to the history. */
    @Test
    void aLimitThatWasEditedEverywhereNeedsTheKeyOrTheHistoryToBeSeen() throws IOException {
        forger.edit(PackContents.SCENARIO, "\"PT1.5S\"", "\"PT15S\"");
        forger.edit(PackContents.VERDICTS, "\"target\" : \"1.5 s\"", "\"target\" : \"15 s\"");
        forger.forgeTheScenarioFact();
        for (String name : PackContents.SEAL) {
            Files.delete(pack.resolve(name));
        }
        new Seal(Series.after(Map.of()), Optional.of(TestPacks.otherKey()))
                .close(
                        pack,
                        TestPacks.judged(
                                ScenarioJson.read(
                                        Files.readString(pack.resolve(PackContents.SCENARIO))),
                                pack.resolve(PackContents.JOURNAL),
                                TestPacks.START));

        SeriesCheck series = new SeriesCheck(Optional.of(Map.of(
                "pocket/primary-lost", List.of(Seal.digest(GoldenPack.FOLDER).orElseThrow()))));
        Verification byKey = new PackVerifier(Optional.of(TestPacks.key().open())).verify(pack);
        Verification byHistory = series.over(
                        List.of(new PackVerifier(Optional.empty()).verify(pack)))
                .get(0);
        assertThat(byKey.state()).isEqualTo(Verification.State.CHANGED);
        assertThat(byHistory.state()).isEqualTo(Verification.State.CHANGED);
    }

    @Test
    void aVerdictThatWasTypedIsSeen() throws IOException {
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        verdicts.put("verdict", "FAIL");
        ObjectNode recovery = Forger.find(verdicts, "recovery");
        recovery.put("verdict", "FAIL");
        recovery.put("reason", "RECOVERED_TOO_LATE");
        ((ObjectNode) recovery.get("measured")).put("low", 0.001);
        forger.write(PackContents.VERDICTS, verdicts);

        assertThat(judged().differences())
                .hasSize(4)
                .contains(
                        "the drill is written FAIL, judged PASS",
                        "recovery: verdict is written \"FAIL\", judged \"PASS\"",
                        "recovery: reason is written \"RECOVERED_TOO_LATE\", judged null");
    }

    @Test
    void aPassWithoutAScoredObjectiveIsSeen() throws IOException {
        ObjectNode scenario = forger.json(PackContents.SCENARIO);
        ((ArrayNode) scenario.at("/scenario/objectives")).removeAll();
        forger.write(PackContents.SCENARIO, scenario);
        forger.forgeTheScenarioFact();
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        ArrayNode all = (ArrayNode) verdicts.get("verdicts");
        for (String id : List.of("recovery", "data-loss", "rejoined", "books-balance")) {
            all.remove(Forger.at(all, id));
        }
        forger.write(PackContents.VERDICTS, verdicts);

        assertThat(judged().judged()).isEqualTo("INCONCLUSIVE");
        assertThat(judged().differences())
                .contains(
                        "the drill is written PASS, judged INCONCLUSIVE",
                        "objectives: not written, judged INCONCLUSIVE");
    }

    @Test
    void aPassWithoutProofOfTheFaultIsSeen() throws IOException {
        forger.forge(event -> event instanceof Event.EffectSeen ? null : event);

        assertThat(judged().judged()).isEqualTo("INCONCLUSIVE");
        assertThat(judged().differences())
                .contains(
                        "the drill is written PASS, judged INCONCLUSIVE",
                        "faults-in-effect: verdict is written \"PASS\", judged \"INCONCLUSIVE\"");
    }

    @Test
    void anObjectiveThatIsWrittenTwiceIsSeen() throws IOException {
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        ((ArrayNode) verdicts.get("verdicts"))
                .add(Forger.find(verdicts, "recovery").deepCopy());
        forger.write(PackContents.VERDICTS, verdicts);

        assertThat(judged().differences()).containsExactly("12 verdicts are written, judged 11");
    }

    @Test
    void aJournalOfAnotherDrillIsSeen() throws IOException {
        forger.forge(event -> event instanceof Event.DrillStarted started
                ? new Event.DrillStarted("pocket/other", started.title(), started.limits())
                : event);

        assertThat(judged().differences())
                .containsExactly("the journal is that of pocket/other, the scenario that of"
                        + " pocket/primary-lost");
    }

    // What may happen.

    @Test
    void aJournalThatBreaksOffIsJudgedAsFarAsItGoes() throws IOException {
        byte[] whole = Files.readAllBytes(pack.resolve(PackContents.JOURNAL));
        for (int length : List.of(0, 1, 500, whole.length / 2, whole.length - 1)) {
            Files.write(pack.resolve(PackContents.JOURNAL), Arrays.copyOf(whole, length));

            Judgement judgement = judged();

            assertThat(judgement.judged()).as("%s bytes", length).isEqualTo("INCONCLUSIVE");
            assertThat(judgement.state()).isEqualTo(State.DIFFERS);
        }
    }

    @Test
    void aJournalWhoseChainIsBrokenIsNotJudged() throws IOException {
        forger.edit(PackContents.JOURNAL, "\"actor\":\"runner\"", "\"actor\":\"nobody\"");

        assertThat(judged().state()).isEqualTo(State.DIFFERS);
        assertThat(judged().differences())
                .singleElement()
                .asString()
                .endsWith("journal.jsonl:1: the chain is broken here: this line, or one before it,"
                        + " was changed");
    }

    @Test
    void aRunWhoseHarnessCrashedCanNotBeJudged() throws IOException {
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        verdicts.put("verdict", "INCONCLUSIVE");
        ObjectNode harness = JSON.createObjectNode();
        harness.put("id", "harness").put("headline", "the harness crashed: no memory");
        verdicts.putArray("verdicts").add(harness);
        forger.write(PackContents.VERDICTS, verdicts);
        byte[] whole = Files.readAllBytes(pack.resolve(PackContents.JOURNAL));
        Files.write(pack.resolve(PackContents.JOURNAL), Arrays.copyOf(whole, whole.length / 2));

        assertThat(judged().state()).isEqualTo(State.UNKNOWN);
        assertThat(judged().notes())
                .containsExactly("the harness itself failed in that run, and nothing was judged:"
                        + " the harness crashed: no memory");
    }

    @Test
    void aHarnessThatIsSaidToHaveCrashedThoughItDidNotIsSeen() throws IOException {
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        verdicts.put("verdict", "INCONCLUSIVE");
        Forger.find(verdicts, "recovery").put("id", "harness");
        forger.write(PackContents.VERDICTS, verdicts);

        assertThat(judged().state()).isEqualTo(State.DIFFERS);
    }

    @Test
    void aCheckThatIsNotHereIsNamed() throws IOException {
        forger.edit(PackContents.SCENARIO, "\"kind\" : \"rejoined\"", "\"kind\" : \"exotic\"");

        assertThat(judged().state()).isEqualTo(State.UNKNOWN);
        assertThat(judged().notes())
                .containsExactly("no check called 'exotic' is on the class path here, which its"
                        + " scenario asks for");
    }

    @Test
    void aNewerFormatIsRefusedInOneLine() throws IOException {
        forger.edit(PackContents.SCENARIO, ScenarioJson.FORMAT, "firedrill-scenario/2");

        assertThat(judged().state()).isEqualTo(State.UNKNOWN);
        assertThat(judged().notes())
                .containsExactly("its format is firedrill-scenario/2, which this Firedrill"
                        + " (" + FiredrillVersion.here() + ") does not know: take the version that"
                        + " made it, or a newer one");
    }

    @Test
    void whatHasNoJournalOrIsNoPackCanNotBeJudged() throws IOException {
        Files.delete(pack.resolve(PackContents.JOURNAL));

        assertThat(judged().notes())
                .containsExactly("there is no journal.jsonl: the drill was never begun, or the file"
                        + " was taken out; 'verify' knows which");
        assertThat(judge(folder.resolve("nowhere")).notes())
                .containsExactly("there is no such folder");
        Files.writeString(pack.resolve(PackContents.JOURNAL), "");
        Files.writeString(pack.resolve(PackContents.SCENARIO), "{");
        assertThat(judged().state()).isEqualTo(State.UNKNOWN);
        assertThat(judged().notes())
                .singleElement()
                .asString()
                .startsWith("it can not be read: scenario.json: it holds no scenario: ");
    }

    @Test
    void otherWordsOfAnotherVersionAreANoteAndOfTheSameVersionADifference() throws IOException {
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        Forger.find(verdicts, "rejoined").put("headline", "rejoined: it came back");
        forger.write(PackContents.VERDICTS, verdicts);

        Judgement other = judged();
        forger.edit(PackContents.MANIFEST, "\"0.1.0\"", "\"" + FiredrillVersion.here() + "\"");
        Judgement same = judged();

        assertThat(other.state()).isEqualTo(State.EQUAL);
        assertThat(other.notes())
                .singleElement()
                .asString()
                .startsWith("rejoined: headline is written \"rejoined: it came back\", judged ");
        assertThat(same.state()).isEqualTo(State.DIFFERS);
    }

    @Test
    void whatWasMaskedMayBeAnything() throws IOException {
        forger.edit(PackContents.MANIFEST, "\"0.1.0\"", "\"" + FiredrillVersion.here() + "\"");
        ObjectNode verdicts = forger.json(PackContents.VERDICTS);
        ObjectNode recovery = Forger.find(verdicts, "recovery");
        String headline = recovery.get("headline").asText();
        recovery.put("headline", headline.replace("served", "********"));
        forger.write(PackContents.VERDICTS, verdicts);

        assertThat(headline).contains("served");
        assertThat(judged().differences()).isEmpty();
    }
}
