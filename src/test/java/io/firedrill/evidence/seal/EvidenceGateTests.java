package io.firedrill.evidence.seal;

import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.inconclusive;
import static io.firedrill.SampleDrills.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.seal.EvidenceGate.Answer;
import io.firedrill.evidence.seal.EvidenceGate.Line;
import io.firedrill.evidence.seal.EvidenceGate.Question;
import io.firedrill.journal.JournalFile;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stored packs answer. */
final class EvidenceGateTests {
    private static final Scenario DRILL = TestPacks.pocket("pocket/primary-lost");
    private static final Scenario OTHER = TestPacks.pocket("pocket/portal-crashed");
    private static final Instant NOW = TestPacks.START.plus(Duration.ofDays(30));
    private static final String DRILLED = "sha256:" + "ab".repeat(32);
    private static final Verdict LATE = fail("recovery", Reason.RECOVERED_TOO_LATE);

    @TempDir
    Path folder;

    private Path pack(Scenario scenario, int day, Verdict... verdicts) throws IOException {
        Path pack = Files.createDirectories(folder.resolve(scenario.id() + "." + day));
        Instant start = TestPacks.START.plus(Duration.ofDays(day));
        TestPacks.journal(pack.resolve(PackFolder.JOURNAL), start);
        Drilled drilled = new Drilled(
                new DrillResult(scenario, List.of(verdicts)),
                JournalFile.read(pack.resolve(PackFolder.JOURNAL)),
                Reports.place(scenario),
                start,
                start.plusSeconds(8),
                List.of(),
                List.of());
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("format", "firedrill-verdicts/1");
        written.put("verdict", drilled.word());
        Files.writeString(pack.resolve(PackContents.SCENARIO), ScenarioJson.text(scenario));
        Files.writeString(pack.resolve(PackContents.VERDICTS), SummaryFile.json(written));
        Seal seal = Seal.plain();
        seal.placed(drilled, seal.close(pack, drilled));
        return pack;
    }

    private Path passed(Scenario scenario, int day) throws IOException {
        return pack(scenario, day, held("baseline"), pass("recovery"));
    }

    private static Question anything(Duration most, Scenario... drills) {
        return new Question(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                NOW.minus(most),
                List.of(drills),
                Map.of());
    }

    private static Question about(String function, String drill, String subject) {
        return new Question(
                Optional.ofNullable(function),
                Optional.ofNullable(drill),
                Optional.ofNullable(subject),
                Map.of(),
                Instant.EPOCH,
                List.of(),
                Map.of());
    }

    private List<Line> ask(Question question) {
        return new EvidenceGate(new PackVerifier(Optional.empty()), question)
                .answer(Packs.of(List.of(folder)));
    }

    private Answer answer(Question question) {
        return ask(question).stream().map(Line::answer).sorted().findFirst().orElseThrow();
    }

    @Test
    void theNewestPackOfADrillCounts() throws IOException {
        pack(DRILL, 1, held("baseline"), LATE);
        assertThat(answer(anything(Duration.ofDays(30)))).isEqualTo(Answer.BROKE);

        passed(DRILL, 2);
        assertThat(answer(anything(Duration.ofDays(30)))).isEqualTo(Answer.HELD);

        pack(DRILL, 3, held("baseline"), inconclusive("recovery", Reason.NOT_MEASURED));
        assertThat(answer(anything(Duration.ofDays(30)))).isEqualTo(Answer.COULD_NOT_TELL);
    }

    @Test
    void evidenceThatIsTooOldIsNone() throws IOException {
        passed(DRILL, 2);

        List<Line> lines = ask(anything(Duration.ofDays(27)));

        assertThat(lines).extracting(Line::answer).containsExactly(Answer.NO_EVIDENCE);
        assertThat(lines.get(0).why())
                .isEqualTo("it was last drilled on 2026-03-03T09:30:08Z, too long ago");
        assertThat(answer(anything(Duration.ofDays(28)))).isEqualTo(Answer.HELD);
    }

    @Test
    void aFailureIsOneHoweverOldItIs() throws IOException {
        pack(DRILL, 1, held("baseline"), LATE);

        assertThat(answer(anything(Duration.ofDays(1)))).isEqualTo(Answer.BROKE);
    }

    private static Question afterRunsWithoutAnEnd(Map<String, Instant> begun) {
        return new Question(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Instant.EPOCH,
                List.of(),
                begun);
    }

    @Test
    void whatHeldIsInDoubtWhereALaterRunWasThrownAway() throws IOException {
        passed(DRILL, 2);
        passed(OTHER, 4);

        List<Line> lines = ask(afterRunsWithoutAnEnd(
                Map.of(DRILL.id(), NOW, OTHER.id(), TestPacks.START.plus(Duration.ofDays(3)))));

        assertThat(lines)
                .extracting(Line::drill, Line::answer)
                .containsExactly(
                        tuple(OTHER.id(), Answer.HELD), tuple(DRILL.id(), Answer.COULD_NOT_TELL));
        assertThat(lines.get(1).why())
                .isEqualTo("PASS on 2026-03-03T09:30:08Z, but a run of it was begun on " + NOW
                        + " and has no end: killed, thrown away, or still under way");
    }

    @Test
    void aFailureStaysOneWhereALaterRunWasThrownAway() throws IOException {
        pack(DRILL, 1, held("baseline"), LATE);

        assertThat(answer(afterRunsWithoutAnEnd(Map.of(DRILL.id(), NOW)))).isEqualTo(Answer.BROKE);
    }

    @Test
    void eachDrillThatThereIsMustHaveEvidence() throws IOException {
        passed(DRILL, 2);

        List<Line> lines = ask(anything(Duration.ofDays(30), DRILL, OTHER));

        assertThat(lines)
                .extracting(Line::drill, Line::answer)
                .containsExactly(
                        tuple(OTHER.id(), Answer.NO_EVIDENCE), tuple(DRILL.id(), Answer.HELD));
    }

    @Test
    void aDrillThatWasChangedSinceMustRunAgain() throws IOException {
        passed(DRILL, 2);
        Scenario tighter = new Scenario(
                DRILL.id(),
                DRILL.file(),
                DRILL.title(),
                DRILL.about(),
                DRILL.system(),
                DRILL.customers(),
                DRILL.baseline(),
                DRILL.steps(),
                DRILL.objectives(),
                DRILL.relayed(),
                DRILL.limit().minusSeconds(1),
                DRILL.twin());

        List<Line> lines = ask(anything(Duration.ofDays(30), tighter));

        assertThat(lines).extracting(Line::answer).containsExactly(Answer.NO_EVIDENCE);
        assertThat(lines.get(0).why())
                .contains("its steps, its system or its targets are not those");
    }

    @Test
    void functionDrillAndImageNarrowTheQuestion() throws IOException {
        passed(DRILL, 2);
        String function = DRILL.about().function().orElseThrow();

        assertThat(answer(about(function, DRILL.id(), DRILLED))).isEqualTo(Answer.HELD);
        assertThat(answer(about("nothing", null, null))).isEqualTo(Answer.NO_EVIDENCE);
        assertThat(answer(about(null, "bank/x", null))).isEqualTo(Answer.NO_EVIDENCE);
        assertThat(answer(about(null, DRILL.id(), DRILLED.replace('a', 'c'))))
                .isEqualTo(Answer.NO_EVIDENCE);
    }

    private static Question withImages(Map<String, String> images) {
        return new Question(
                Optional.empty(),
                Optional.of(DRILL.id()),
                Optional.empty(),
                images,
                Instant.EPOCH,
                List.of(),
                Map.of());
    }

    @Test
    void aComponentMustHaveRunTheImageThatIsAskedForWhereThereIsOne() throws IOException {
        passed(DRILL, 2);
        String other = "sha256:" + "cb".repeat(32);

        assertThat(answer(withImages(Map.of("db1", DRILLED)))).isEqualTo(Answer.HELD);
        assertThat(answer(withImages(Map.of("db1", DRILLED, "cache", other))))
                .isEqualTo(Answer.HELD);
        List<Line> lines = ask(withImages(Map.of("db2", other, "db1", DRILLED)));
        assertThat(lines).extracting(Line::answer).containsExactly(Answer.NO_EVIDENCE);
        assertThat(lines.get(0).why())
                .isEqualTo("there is no pack of it in which db1 ran sha256:abababababab and db2 ran"
                        + " sha256:cbcbcbcbcbcb");
    }

    @Test
    void aPackThatWasChangedIsNoEvidenceAndHidesNothing() throws IOException {
        passed(DRILL, 1);
        Path newer = pack(DRILL, 2, held("baseline"), LATE);
        Path verdicts = newer.resolve(PackContents.VERDICTS);
        Files.writeString(verdicts, Files.readString(verdicts).replace("FAIL", "PASS"));

        List<Line> lines = ask(anything(Duration.ofDays(30)));

        assertThat(lines)
                .extracting(Line::answer)
                .containsExactly(Answer.COULD_NOT_TELL, Answer.HELD);
        assertThat(lines.get(0).why()).isEqualTo("a pack was changed: 'verify' says where");
    }

    @Test
    void aTwinIsNoEvidence() throws IOException {
        passed(TestPacks.pocket("pocket/primary-lost/never-fails-over"), 2);

        assertThat(answer(anything(Duration.ofDays(30)))).isEqualTo(Answer.NO_EVIDENCE);
    }
}
