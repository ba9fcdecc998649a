package io.firedrill.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalFileTests {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.jsonl");
    }

    private JournalWriter written() {
        JournalWriter journal = JournalWriter.create(file, new SystemClock());
        journal.record(
                "runner", new Event.DrillStarted("bank/x", "title", Map.of("drill", "PT3M")));
        journal.record(
                "runner", new Event.FaultIntended("lost", "vanish", "primary", "db1", Map.of()));
        journal.record("customers", attempt());
        journal.record("runner", new Event.FaultHealed("lost", 5, 9, null));
        journal.record("runner", new Event.DrillEnded());
        return journal;
    }

    private static Event.Attempt attempt() {
        return attempt(null);
    }

    private static Event.Attempt attempt(@Nullable Integer status) {
        return new Event.Attempt(
                "transfer",
                "web",
                "ada",
                7,
                1,
                2,
                3,
                Outcome.OK,
                AttemptReason.NONE,
                "",
                status,
                "w-7",
                true,
                0);
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        JournalWriter journal = written();
        List<Entry> before = journal.entries();
        journal.close();

        Journal read = JournalFile.read(file);

        assertThat(read.entries()).isEqualTo(before);
        assertThat(read.first(Event.Attempt.class)).contains(attempt());
    }

    @Test
    void aStatusIsKeptAndALineOfAnOlderJournalHasNone() throws IOException {
        try (JournalWriter journal = JournalWriter.create(file, new SystemClock())) {
            journal.record("customers", attempt());
            journal.record("customers", attempt(503));
        }

        List<String> lines = Files.readAllLines(file);
        Journal read = JournalFile.read(file);

        assertThat(lines.get(0)).doesNotContain("status");
        assertThat(lines.get(1)).contains("\"status\":503,\"write\":\"w-7\"");
        assertThat(read.all(Event.Attempt.class).map(Event.Attempt::status))
                .containsExactly(null, 503);
    }

    @Test
    void aSnapshotDoesNotGrow() {
        JournalWriter journal = written();
        List<Entry> before = journal.entries();

        for (int i = 0; i < 5_000; i++) {
            journal.record("runner", new Event.DrillEnded());
        }

        assertThat(before).hasSize(5);
        assertThat(journal.entries()).hasSize(5_005);
        assertThat(journal.entries().get(5_004).index()).isEqualTo(5_004);
    }

    @Test
    void aJournalCutAnywhereIsReadableUpToItsLastWholeLine() throws IOException {
        written().close();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            Files.write(file, prefix);

            long lines = new String(prefix, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(JournalFile.read(file).entries()).hasSize((int) lines);
        }
    }

    @Test
    void anyChangedByteOfAnyLineIsFound() throws IOException {
        written().close();
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length - 1; at++) {
            byte[] changed = whole.clone();
            changed[at] = changed[at] == 'a' ? (byte) 'b' : (byte) 'a';
            Files.write(file, changed);

            assertThatThrownBy(() -> JournalFile.read(file))
                    .as("byte %s", at)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("journal.jsonl:");
        }
    }

    @Test
    void aLineLeftOutIsFoundAtItsPlace() throws IOException {
        written().close();
        List<String> lines = Files.readAllLines(file);

        Files.write(file, List.of(lines.get(0), lines.get(2)));

        assertThatThrownBy(() -> JournalFile.read(file))
                .isInstanceOf(JournalException.class)
                .hasMessage(file
                        + ":2: the chain is broken here: this line, or one before it, was changed");
    }

    @Test
    void anInterruptedWriterDoesNotCloseTheJournalForTheOthers() {
        try (JournalWriter journal = JournalWriter.create(file, new SystemClock())) {
            Thread.currentThread().interrupt();
            journal.record("runner", new Event.DrillEnded());
            assertThat(Thread.interrupted()).isTrue();
            journal.record("runner", new Event.DrillEnded());
        }

        assertThat(JournalFile.read(file).entries()).hasSize(2);
    }

    @Test
    void anExistingJournalIsNeverOverwritten() {
        written().close();

        assertThatThrownBy(() -> JournalWriter.create(file, new SystemClock()))
                .isInstanceOf(JournalException.class)
                .hasMessage(file + ": the journal can not be created");
    }
}
