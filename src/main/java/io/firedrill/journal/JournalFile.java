package io.firedrill.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal read back from its file, its chain of hashes checked line by line. */
public final class JournalFile implements Journal {
    private final List<Entry> entries;

    private JournalFile(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a whole journal. A last line without its line end was cut off by a crash: it is left
     * out.
     *
     * @throws JournalException naming file and line where the chain is broken or a line can not be
     *     read
     */
    public static JournalFile read(Path file) {
        JournalLines lines = new JournalLines();
        List<Entry> entries = new ArrayList<>();
        String hash = JournalLines.GENESIS;
        for (String line : wholeLines(file)) {
            JournalLines.Read read = lines.read(line, hash, file, entries.size() + 1L);
            entries.add(read.entry());
            hash = read.hash();
        }
        return new JournalFile(entries);
    }

    private static List<String> wholeLines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new JournalException(file + ": the journal can not be read", e);
        }
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }
}
