package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.evidence.seal.Verification.Finding;
import io.firedrill.evidence.seal.Verification.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a sealed pack is found, and named. */
final class PackVerifierTests {
    /** Of larger files every so manieth byte is tried; profile thorough tries each of them. */
    private static final int STRIDE = Integer.getInteger("firedrill.test.stride", 53);

    private static final int SMALL = 200;

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void sealAPack() {
        pack = TestPacks.small(
                folder.resolve("pack"),
                new Seal(Series.after(Map.of()), Optional.of(TestPacks.key())));
    }

    private static Verification verify(Path pack) {
        return new PackVerifier(Optional.empty()).verify(pack);
    }

    private static List<String> texts(Verification found) {
        return found.findings().stream().map(Finding::text).toList();
    }

    @Test
    void aPackAsItWasSealedIsIntact() {
        Verification found = verify(pack);

        assertThat(texts(found)).isEmpty();
        assertThat(found.state()).isEqualTo(State.INTACT);
        assertThat(found.notes()).isEmpty();
        Verification.Facts facts = found.facts().orElseThrow();
        assertThat(facts.drill()).isEqualTo("pocket/primary-lost");
        assertThat(facts.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(facts.records()).isEqualTo(10);
        assertThat(facts.files()).isEqualTo(5);
        assertThat(facts.signer()).contains(TestPacks.key().open().id());
        assertThat(Seal.digest(pack)).contains(facts.digest());
    }

    @Test
    void aChangedByteAnywhereIsFoundAndItsFileNamed() throws IOException {
        Path unsigned = TestPacks.small(folder.resolve("unsigned"), Seal.plain());

        changeBytes(unsigned, TestPacks.names(unsigned));
    }

    @Test
    void aChangedByteOfTheSignatureIsFoundAndItsFileNamed() throws IOException {
        changeBytes(
                pack,
                List.of(
                        PackContents.SIGNATURE,
                        PackContents.PUBLIC_KEY,
                        PackContents.STATEMENT,
                        PackContents.SUMS));
    }

    private static void changeBytes(Path pack, List<String> names) throws IOException {
        for (String name : names) {
            Path file = pack.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            int step = whole.length <= SMALL ? 1 : STRIDE;
            for (int at = 0; at < whole.length; at += step) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << at % 8);
                Files.write(file, changed);

                Verification found = verify(pack);

                assertThat(found.state()).as("%s byte %s", name, at).isEqualTo(State.CHANGED);
                assertThat(texts(found))
                        .as("%s byte %s", name, at)
                        .anyMatch(text -> text.contains(name));
            }
            Files.write(file, whole);
        }
        assertThat(verify(pack).state()).isEqualTo(State.INTACT);
    }

    @Test
    void theLastByteOfEachFileIsNoException() throws IOException {
        for (String name : TestPacks.names(pack)) {
            Path file = pack.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            byte[] shorter = Arrays.copyOf(whole, whole.length - 1);
            byte[] longer = Arrays.copyOf(whole, whole.length + 1);
            longer[whole.length] = '\n';
            for (byte[] changed : List.of(shorter, longer, new byte[0])) {
                Files.write(file, changed);

                assertThat(texts(verify(pack))).as(name).anyMatch(text -> text.contains(name));
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        for (String name : TestPacks.names(pack)) {
            Path file = pack.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);

            Verification found = verify(pack);

            assertThat(found.state()).as(name).isEqualTo(State.CHANGED);
            assertThat(texts(found)).contains(name + ": is missing");
            Files.write(file, whole);
        }
    }

    @Test
    void aFileOrALinkThatWasAddedIsNamed() throws IOException {
        Files.writeString(pack.resolve("logs").resolve("extra.log"), "x");
        Files.createSymbolicLink(pack.resolve("link"), folder);

        assertThat(texts(verify(pack)))
                .containsExactlyInAnyOrder(
                        "logs/extra.log: was added: it is not in the manifest",
                        "link: was added: it is a link, or no file at all");
    }

    @Test
    void aFileInThePlaceOfWhichALinkStandsIsNamed() throws IOException {
        Path journal = pack.resolve(PackContents.JOURNAL);
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(journal, elsewhere);
        Files.createSymbolicLink(journal, elsewhere);

        assertThat(texts(verify(pack)))
                .contains(
                        "journal.jsonl: is missing",
                        "journal.jsonl: was added: it is a link, or no file at all");
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.write(pack.resolve(PackContents.JOURNAL), lines);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(pack.resolve(PackContents.JOURNAL)));
    }

    @Test
    void eachRecordThatIsDroppedIsNamed() throws IOException {
        List<String> whole = lines();
        for (int at = 0; at < whole.size() - 1; at++) {
            List<String> lines = new ArrayList<>(whole);
            lines.remove(at);
            rewrite(lines);

            assertThat(texts(verify(pack)))
                    .containsExactly(
                            "journal.jsonl:" + (at + 1) + ": event #" + at + " is missing");
        }
    }

    @Test
    void theLastRecordThatIsDroppedIsMissed() throws IOException {
        List<String> lines = lines();
        lines.remove(9);
        rewrite(lines);

        assertThat(texts(verify(pack)))
                .containsExactly("journal.jsonl:10: its chain holds, but is another one: 10"
                        + " records were sealed, 9 are there");
    }

    @Test
    void recordsThatChangedPlacesAreNamed() throws IOException {
        List<String> whole = lines();
        for (int at = 0; at < whole.size() - 1; at++) {
            List<String> lines = new ArrayList<>(whole);
            Collections.swap(lines, at, at + 1);
            rewrite(lines);

            assertThat(texts(verify(pack)))
                    .containsExactly("journal.jsonl:" + (at + 1) + ": events #" + at + " and #"
                            + (at + 1) + " have changed places");
        }
    }

    @Test
    void aRecordThatIsThereTwiceIsNamed() throws IOException {
        List<String> whole = lines();
        for (int at = 0; at < whole.size(); at++) {
            List<String> lines = new ArrayList<>(whole);
            lines.add(at + 1, whole.get(at));
            rewrite(lines);

            Verification found = verify(pack);

            assertThat(found.findings()).hasSize(1);
            assertThat(found.findings().get(0).line()).isEqualTo(at + 2L);
            assertThat(found.findings().get(0).file()).isEqualTo(PackContents.JOURNAL);
        }
    }

    @Test
    void aChangedWordOfARecordIsNamedByItsEvent() throws IOException {
        List<String> lines = lines();
        lines.set(7, lines.get(7).replace("did not come", "came"));
        rewrite(lines);

        assertThat(texts(verify(pack))).containsExactly("journal.jsonl:8: event #7 was changed");
    }

    @Test
    void aJournalThatIsCutAnywhereIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(pack.resolve(PackContents.JOURNAL));
        for (int length = 0; length < whole.length; length += STRIDE) {
            Files.write(pack.resolve(PackContents.JOURNAL), Arrays.copyOf(whole, length));

            assertThat(texts(verify(pack)))
                    .hasSize(1)
                    .allMatch(text -> text.startsWith("journal.jsonl:"));
        }
    }

    @Test
    void aPackMadeAnewByTheOwnerOfAnotherKeyIsFoundByTheKeyOnly() {
        Path forged = TestPacks.small(
                folder.resolve("forged"),
                new Seal(Series.after(Map.of()), Optional.of(TestPacks.otherKey())));
        String asked = TestPacks.key().open().id();
        String other = TestPacks.otherKey().open().id();

        assertThat(verify(forged).state()).isEqualTo(State.INTACT);
        assertThat(texts(new PackVerifier(Optional.of(TestPacks.key().open())).verify(forged)))
                .containsExactly(
                        "public-key.pem: is not the expected key " + asked + ", but " + other);
    }

    @Test
    void anUnsignedPackIsIntactButNotWhereAKeyIsExpected() {
        Path unsigned = TestPacks.small(folder.resolve("unsigned"), Seal.plain());

        assertThat(verify(unsigned).state()).isEqualTo(State.INTACT);
        assertThat(verify(unsigned).facts().orElseThrow().signer()).isEmpty();
        assertThat(texts(new PackVerifier(Optional.of(TestPacks.key().open())).verify(unsigned)))
                .containsExactly("statement.sig: is missing: the pack is unsigned, and must be"
                        + " signed by key " + TestPacks.key().open().id());
    }

    @Test
    void aSignatureThatWasTakenOutOrPutInIsFound() throws IOException {
        Path unsigned = TestPacks.small(folder.resolve("unsigned"), Seal.plain());
        Files.copy(pack.resolve(PackContents.SIGNATURE), unsigned.resolve(PackContents.SIGNATURE));
        Files.delete(pack.resolve(PackContents.SIGNATURE));
        Files.delete(pack.resolve(PackContents.PUBLIC_KEY));

        assertThat(texts(verify(pack)))
                .contains("statement.sig: is missing", "public-key.pem: is missing");
        assertThat(verify(unsigned).state()).isEqualTo(State.CHANGED);
    }

    /** Whoever changes a file and sums and manifest to match can not match the signature. */
    @Test
    void filesThatAreChangedTogetherDoNotFitTheSignature() throws IOException {
        String before = Digests.of(Files.readAllBytes(pack.resolve(PackContents.VERDICTS)));
        Path verdicts = pack.resolve(PackContents.VERDICTS);
        Files.writeString(
                verdicts, Files.readString(verdicts).replace("INCONCLUSIVE", "inconclusive"));
        replace(PackContents.MANIFEST, before, Digests.of(Files.readAllBytes(verdicts)));
        Path manifest = pack.resolve(PackContents.MANIFEST);
        String stated = Statement.manifest(Files.readString(pack.resolve(PackContents.STATEMENT)))
                .orElseThrow();
        replace(PackContents.STATEMENT, stated, Digests.of(Files.readAllBytes(manifest)));
        Files.writeString(
                pack.resolve(PackContents.SUMS), Sums.of(PackContents.of(pack)).text());

        assertThat(texts(verify(pack)))
                .containsExactly(
                        "statement.sig: the signature is wrong: it does not fit statement.json");
    }

    private void replace(String name, String one, String other) throws IOException {
        Path file = pack.resolve(name);
        Files.writeString(file, Files.readString(file).replace(one, other));
    }

    @Test
    void whatIsNoPackCanNotBeTold() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path killed = Files.createDirectories(folder.resolve(".drill.partial"));
        Files.write(killed.resolve(PackContents.JOURNAL), new byte[] {'{'});
        Path half = TestPacks.copy(pack, folder.resolve(".other.partial"));

        assertThat(verify(folder.resolve("nowhere")).notes())
                .containsExactly("there is no such folder");
        assertThat(verify(empty).notes())
                .containsExactly("it is no pack: there is no manifest.json");
        assertThat(List.of(verify(killed), verify(half))).allSatisfy(found -> {
            assertThat(found.state()).isEqualTo(State.UNKNOWN);
            assertThat(found.notes())
                    .containsExactly("it was never finished: a run that was killed leaves its"
                            + " folder so. Its journal is whole up to its last line");
        });
    }

    @Test
    void aPackOfANewerFormatIsRefusedInOneLine() throws IOException {
        Path manifest = pack.resolve(PackContents.MANIFEST);
        String before = Digests.of(Files.readAllBytes(manifest));
        replace(PackContents.MANIFEST, Manifest.FORMAT, "firedrill-pack/2");
        String after = Digests.of(Files.readString(manifest).getBytes(StandardCharsets.UTF_8));
        replace(PackContents.SUMS, before, after);
        replace(PackContents.STATEMENT, before, after);

        Verification found = verify(pack);

        assertThat(found.state()).isEqualTo(State.UNKNOWN);
        assertThat(found.notes())
                .containsExactly("its format is firedrill-pack/2, which this Firedrill"
                        + " (" + FiredrillVersion.here() + ") does not know: take the version that"
                        + " made it, or a newer one");
    }
}
