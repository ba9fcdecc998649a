package io.firedrill.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The journal while it is written: one line of JSON each event, handed to the operating system
 * before {@link #record} returns, so that a killed harness loses at most the last one (SURVIVAL
 * R18). An intended fault is forced to the disk as well, since its undo hangs on it (R4). A plain
 * stream, not a channel: a channel is closed for everybody when one thread that writes is
 * interrupted.
 */
public final class JournalWriter implements Recorder, Journal, AutoCloseable {
    private final JournalLines lines = new JournalLines();
    private final EntryLog log = new EntryLog();
    private final DrillClock clock;
    private final Path file;
    private final FileOutputStream out;
    private String hash = JournalLines.GENESIS;

    private JournalWriter(Path file, FileOutputStream out, DrillClock clock) {
        this.file = file;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Creates a new journal.
     *
     * @throws JournalException where the file is there already or can not be made
     */
    public static JournalWriter create(Path file, DrillClock clock) {
        try {
            Files.createFile(file);
            return new JournalWriter(file, new FileOutputStream(file.toFile(), true), clock);
        } catch (IOException e) {
            throw new JournalException(file + ": the journal can not be created", e);
        }
    }

    @Override
    public synchronized void record(String actor, Event event) {
        Entry entry = new Entry(log.size(), clock.nanos(), clock.wall(), actor, event);
        JournalLines.Line line = lines.write(entry, hash);
        append(line.text() + "\n", event instanceof Event.FaultIntended);
        hash = line.hash();
        log.add(entry);
    }

    private void append(String text, boolean force) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            if (force) {
                out.getFD().sync();
            }
        } catch (IOException e) {
            throw new JournalException(
                    file + ": the journal can not be written; is the disk full?", e);
        }
    }

    @Override
    public synchronized List<Entry> entries() {
        return log.snapshot();
    }

    @Override
    public synchronized void close() {
        try (out) {
            if (out.getFD().valid()) {
                out.getFD().sync();
            }
        } catch (IOException e) {
            throw new JournalException(file + ": the journal can not be closed", e);
        }
    }
}
