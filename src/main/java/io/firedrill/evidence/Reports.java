package io.firedrill.evidence;

import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The folder of reports of a checkout, held by one run at a time. {@code latest/} is emptied when
 * another process than the one that filled it opens it: what one process runs in turn, a suite and
 * drills of single tests, is one run. {@code history/} grows.
 */
public final class Reports implements AutoCloseable {
    /** Names the process that filled {@code latest/}; numbers come again, starts do not. */
    private static final String FILLED_BY = ".filled-by";

    private final Path folder;
    private final FileChannel channel;

    private Reports(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this run and empties {@code latest/}, unless this process has filled it.
     *
     * @throws EvidenceException with one line where another run holds it
     */
    public static Reports open(Path folder) {
        ProcessHandle me = ProcessHandle.current();
        String start = me.info().startInstant().map(Instant::toString).orElse("");
        return open(folder, me.pid() + " " + start);
    }

    /** Takes the folder for a process. */
    static Reports open(Path folder, String process) {
        Path file = folder.resolve(".lock");
        FileChannel channel = Disk.on(file, () -> {
            Files.createDirectories(folder);
            return FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        });
        Reports reports = new Reports(folder, channel);
        try {
            reports.hold(file);
            reports.begin(process);
            return reports;
        } catch (EvidenceException e) {
            reports.close();
            throw e;
        }
    }

    private void begin(String process) {
        Path filledBy = latest().resolve(FILLED_BY);
        if (!Files.isRegularFile(filledBy) || !Disk.read(filledBy).equals(process)) {
            Disk.remove(latest());
            Disk.write(filledBy, process);
        }
    }

    private void hold(Path file) {
        if (lock(file) == null) {
            String holder = Disk.read(file).strip();
            throw new EvidenceException(
                    "another run is under way in this checkout (process " + holder + ", lock "
                            + file + "). Wait for it, or run in a second checkout",
                    null);
        }
        String me = Long.toString(ProcessHandle.current().pid());
        Disk.on(
                file,
                () -> channel.truncate(0)
                        .write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0));
    }

    private @Nullable FileLock lock(Path file) {
        try {
            return Disk.on(file, channel::tryLock);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives the folder of this run. */
    public Path latest() {
        return folder.resolve("latest");
    }

    /** Gives the folder that keeps a little of every run. */
    public Path history() {
        return folder.resolve("history");
    }

    /** Gives the place of a drill's pack, relative to {@link #latest}; twins are kept apart. */
    public static Path place(Scenario scenario) {
        String kind = scenario.twin().isPresent() ? "twins" : "drills";
        return Path.of(kind, scenario.id().split("/", -1));
    }

    /** Gives the place of the pack of one of several runs of a drill, from 1 on. */
    public static Path placeOfRun(Scenario scenario, int number) {
        return place(scenario).resolve("run-" + number);
    }

    /** Gives the place of what a dry run leaves: never where evidence is looked for. */
    public static Path placeOfDryRun(Scenario scenario) {
        return Path.of("dry", scenario.id().split("/", -1));
    }

    /** Gives the place of the pack of a run that repeats one that did not tell, from 1 on. */
    public static Path placeOfRerun(Path first, int number) {
        return first.resolveSibling(first.getFileName() + ".rerun-" + number);
    }

    /** Gives a place that no pack of this run has: the wanted one, or one that tells them apart. */
    public static Path unused(Path latest, Path wanted) {
        Path place = wanted;
        for (int number = 2; Files.exists(latest.resolve(place)); number++) {
            place = wanted.resolveSibling(wanted.getFileName() + ".again-" + number);
        }
        return place;
    }

    /** Lets the next run have the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EvidenceException(folder + ": the lock can not be given back", e);
        }
    }
}
