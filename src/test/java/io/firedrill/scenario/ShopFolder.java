package io.firedrill.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a good system {@code shop}, of which tests spoil one file. */
record ShopFolder(Path root) {
    static final Path RESOURCES = Path.of("src/test/resources/scenario");

    static ShopFolder copyTo(Path root) {
        return copyTo(root, "good");
    }

    /** Copies the shop that tells people what happens. */
    static ShopFolder tellingTo(Path root) {
        return copyTo(root, "told");
    }

    /** Copies the good shop, with a programme beside it. */
    static ShopFolder programmedTo(Path root) {
        copyTo(root);
        return copyTo(root, "programme");
    }

    private static ShopFolder copyTo(Path root, String which) {
        Path good = RESOURCES.resolve(which);
        try (Stream<Path> files = Files.walk(good)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(file, root.resolve(good.relativize(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShopFolder(root);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path shop() {
        return root.resolve("shop");
    }

    ShopFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    ShopFolder write(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShopFolder replace(String file, String what, String by) {
        String text = text(file);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " does not hold " + what);
        }
        return write(file, text.replace(what, by));
    }

    Reading read() {
        return read(Map.of());
    }

    Reading read(Map<String, String> environment) {
        return new ScenarioReader(environment).read(List.of(root), Words.vocabulary());
    }

    /** Gives the problems as they are printed, without the folder of this copy. */
    List<String> problems() {
        return read().problems().stream()
                .map(problem -> problem.toString().replace(root + "/", ""))
                .toList();
    }
}
