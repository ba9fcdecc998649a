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
import org.jspecify.annotations.Nullable;

/**
 * The folder of reports of a checkout, held by one run at a time: {@code latest/} is emptied when
 * it is opened, {@code history/} grows.
 */
public final class Reports implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private Reports(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this run and empties {@code latest/}.
     *
     * @throws EvidenceException with one line where another run holds it
     */
    public static Reports open(Path folder) {
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
            Disk.remove(reports.latest());
            return reports;
        } catch (EvidenceException e) {
            reports.close();
            throw e;
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

    /** Gives the place of what a dry run leaves: never where evidence is looked for. */
    public static Path placeOfDryRun(Scenario scenario) {
        return Path.of("dry", scenario.id().split("/", -1));
    }

    /** Gives the place of the pack of a run that repeats one that did not tell, from 1 on. */
    public static Path placeOfRerun(Scenario scenario, int number) {
        Path first = place(scenario);
        return first.resolveSibling(first.getFileName() + ".rerun-" + number);
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
