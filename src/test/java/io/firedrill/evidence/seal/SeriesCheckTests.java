package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.evidence.History;
import io.firedrill.evidence.seal.Verification.Finding;
import io.firedrill.evidence.seal.Verification.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is missing in a series, or in the place of another, is seen. */
final class SeriesCheckTests {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Path third;

    @BeforeEach
    void sealThreePacksOfOneDrill() {
        Seal seal = new Seal(Series.after(Map.of()), Optional.empty());
        first = TestPacks.small(folder.resolve("1"), seal, TestPacks.START);
        second = TestPacks.small(folder.resolve("2"), seal, TestPacks.START.plusSeconds(60));
        third = TestPacks.small(folder.resolve("3"), seal, TestPacks.START.plusSeconds(120));
    }

    private static List<Verification> verify(SeriesCheck series, Path... packs) {
        PackVerifier verifier = new PackVerifier(Optional.empty());
        return series.over(List.of(packs).stream().map(verifier::verify).toList());
    }

    private static List<String> texts(Verification found) {
        return found.findings().stream().map(Finding::text).toList();
    }

    private static String name(Path pack) {
        return "pack " + Digests.inShort(Seal.digest(pack).orElseThrow());
    }

    private SeriesCheck history(Path... packs) throws IOException {
        StringBuilder lines = new StringBuilder("{\"id\":\"pocket/primary-lost\"}\nbroken\n");
        for (Path pack : packs) {
            lines.append("{\"id\":\"pocket/primary-lost\",\"digest\":\"")
                    .append(Seal.digest(pack).orElseThrow())
                    .append("\"}\n");
        }
        Files.writeString(folder.resolve("drills.jsonl"), lines);
        return SeriesCheck.of(new History(folder));
    }

    @Test
    void aWholeSeriesIsIntactInWhateverOrderItIsGiven() throws IOException {
        assertThat(verify(SeriesCheck.alone(), third, first, second))
                .allMatch(found -> found.state() == State.INTACT);
        assertThat(verify(history(first, second, third), second, third, first))
                .allMatch(found -> found.state() == State.INTACT);
    }

    @Test
    void theFirstPackNamesNoneAndEachOtherTheOneBefore() {
        List<Verification> found = verify(SeriesCheck.alone(), first, second);

        assertThat(found.get(0).facts().orElseThrow().earlier()).isEmpty();
        assertThat(found.get(1).facts().orElseThrow().earlier()).isEqualTo(Seal.digest(first));
    }

    @Test
    void aPackThatWasTakenOutIsMissedByTheNextOne() {
        List<Verification> found = verify(SeriesCheck.alone(), first, third);

        assertThat(found.get(0).state()).isEqualTo(State.INTACT);
        assertThat(texts(found.get(1)))
                .containsExactly("manifest.json: the series is broken: it names " + name(second)
                        + " as the pack before it, and the one before it here is " + name(first)
                        + " (" + first + "): a pack between them is missing, or another was put in"
                        + " the place of one");
    }

    @Test
    void anOlderPackInThePlaceOfALaterOneIsMissedByTheNextOne() throws IOException {
        Path replayed = TestPacks.copy(first, folder.resolve("replayed"));

        List<Verification> found = verify(SeriesCheck.alone(), first, replayed, third);

        assertThat(found).anyMatch(it -> it.state() == State.CHANGED);
        assertThat(texts(found.get(2))).hasSize(1);
    }

    @Test
    void anOlderPackInThePlaceOfTheNewestIsSeenByTheHistory() throws IOException {
        List<Verification> found = verify(history(first, second, third), second);

        assertThat(texts(found.get(0)))
                .containsExactly("manifest.json: an older pack: by the history the newest of"
                        + " pocket/primary-lost is " + name(third) + ", 1 later");
    }

    @Test
    void aPackThatTheHistoryDoesNotKnowIsSeen() throws IOException {
        Path forged = TestPacks.small(
                folder.resolve("forged"), Seal.plain(), TestPacks.START.plusSeconds(500));

        assertThat(texts(verify(history(first, second), forged).get(0)))
                .containsExactly("manifest.json: the history does not know this pack, "
                        + name(forged) + ": it was put in the place of another, or the history was"
                        + " changed");
    }

    @Test
    void aLineThatWasTakenOutOfTheHistoryIsSeen() throws IOException {
        assertThat(texts(verify(history(first, third), third).get(0)))
                .containsExactly("manifest.json: it names " + name(second)
                        + " as the pack before it, and the history " + name(first)
                        + ": the history was changed");
    }

    @Test
    void packsOfOtherDrillsAreNoPartOfIt() {
        assertThat(verify(SeriesCheck.alone(), third)).allMatch(it -> it.state() == State.INTACT);
    }
}
