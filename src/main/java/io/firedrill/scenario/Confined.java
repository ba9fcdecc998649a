package io.firedrill.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the files that a file names, and refuses those outside the folder of the system. */
final class Confined {
    private final Path folder;

    Confined(Path folder) {
        this.folder = folder;
    }

    /** Gives the folder. */
    Path folder() {
        return folder;
    }

    /** Finds a file that must be there. */
    Optional<Path> existing(Value value, Path base) {
        Optional<Path> file = inside(value, base);
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            value.problem("file " + Quote.of(value.text()) + " is not there", "", "");
            return Optional.empty();
        }
        return file;
    }

    /** Finds a file that need not be there. */
    Optional<Path> inside(Value value, Path base) {
        String text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = base.resolve(text).normalize();
            if (holds(file)) {
                return Optional.of(file);
            }
            value.problem(
                    "file " + Quote.of(text) + " is outside the system's folder",
                    "allowed: files inside it",
                    "");
        } catch (InvalidPathException e) {
            value.problem(Quote.of(text) + " is no name of a file", "", "");
        }
        return Optional.empty();
    }

    /** Tells whether the file, links followed, is inside the folder. */
    boolean holds(Path file) {
        try {
            Path real = Files.exists(file)
                    ? file.toRealPath()
                    : file.toAbsolutePath().normalize();
            Path home = Files.exists(file)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            return real.startsWith(home) && !real.equals(home);
        } catch (IOException e) {
            return false;
        }
    }
}
