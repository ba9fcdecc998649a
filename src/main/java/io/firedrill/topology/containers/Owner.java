package io.firedrill.topology.containers;

import io.firedrill.DrillException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that answers for a resource, told so exactly that a later process of the same number
 * is never taken for it.
 *
 * @param pid its number
 * @param startTicks when it started, in clock ticks since boot (field 22 of
 *     {@code /proc/<pid>/stat})
 * @param bootId the boot it lived in
 * @param space the pid namespace its number counts in, for instance {@code 4026531836}
 */
public record Owner(long pid, long startTicks, String bootId, String space) {
    private static final Path PROC = Path.of("/proc");
    private static final int FIELD_START_AFTER_NAME = 19;

    /** Gives this process. */
    public static Owner current() {
        long pid = ProcessHandle.current().pid();
        return new Owner(pid, startTicks(pid).orElse(0L), readBootId(), readSpace());
    }

    /** Reads a label's text; empty where it is none of ours. */
    static Optional<Owner> parse(String label) {
        String[] parts = label.split(":", -1);
        if (parts.length != 4 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]));
    }

    /**
     * Says whether the process is known to have ended. A process counted in another pid namespace
     * of this boot cannot be seen from here, so it is taken to live.
     */
    boolean isDead() {
        Owner self = current();
        if (!bootId.equals(self.bootId)) {
            return true;
        }
        return space.equals(self.space)
                && startTicks(pid).map(ticks -> ticks != startTicks).orElse(true);
    }

    /** Gives the text of the label. */
    @Override
    public String toString() {
        return pid + ":" + startTicks + ":" + bootId + ":" + space;
    }

    private static Optional<Long> startTicks(long pid) {
        try {
            return Optional.of(startTicks(Files.readString(PROC.resolve(pid + "/stat"))));
        } catch (IOException e) {
            return Optional.empty(); // no such process, or no /proc
        }
    }

    /** Reads the start out of a stat line, whose second field may hold blanks and brackets. */
    static long startTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ");
        return Long.parseLong(fields[FIELD_START_AFTER_NAME]);
    }

    private static String readBootId() {
        Path file = PROC.resolve("sys/kernel/random/boot_id");
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new DrillException(
                    "cannot read " + file + "; the provisioner 'containers' needs Linux", e);
        }
    }

    private static String readSpace() {
        Path file = PROC.resolve("self/ns/pid");
        try {
            return Files.readSymbolicLink(file).toString().replaceAll("\\D", "");
        } catch (IOException e) {
            throw new DrillException(
                    "cannot read " + file + "; the provisioner 'containers' needs Linux", e);
        }
    }
}
