package io.firedrill.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes files whole or not at all; every failure names the file. */
public final class Disk {
    private Disk() {}

    /** Something done to a file. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Does something to a file, and says which file it was where it fails. */
    public static <T> T on(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new EvidenceException(
                    file + " can not be written or read: " + e + ". Is the disk full, or the folder"
                            + " somebody else's?",
                    e);
        }
    }

    /** Writes a text beside the file and moves it there, so that no half file is ever seen. */
    public static void write(Path file, String text) {
        on(file, () -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            // Half a character that a system sent becomes a mark; evidence must be written.
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            return move(part, file);
        });
    }

    /** Moves a file or folder in one step, over a file that is there. */
    static Path move(Path from, Path to) {
        return on(
                to,
                () -> Files.move(
                        from,
                        to,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING));
    }

    /** Adds a line to a file. */
    static void append(Path file, String line) {
        on(file, () -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        });
    }

    /** Reads a text, whatever bytes there are. */
    public static String read(Path file) {
        return on(file, () -> new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Lists every file below a folder in a stable order; none where there is no folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        return on(folder, () -> {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .toList();
            }
        });
    }

    /** Removes a folder with all that is in it, links themselves and not what they point to. */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        on(folder, () -> {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return folder;
        });
    }
}
