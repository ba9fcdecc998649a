package io.firedrill.evidence.seal;

import io.firedrill.evidence.Disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds packs. */
public final class Packs {
    private Packs() {}

    /**
     * Gives the packs that folders stand for: the folder itself where it is one, else all below it.
     * Whatever holds one file of a pack counts as one, so that a pack that lost others is not
     * passed by. A folder with none stands for itself.
     */
    public static List<Path> of(List<Path> folders) {
        return folders.stream().flatMap(Packs::of).distinct().toList();
    }

    private static Stream<Path> of(Path folder) {
        if (!Files.isDirectory(folder) || isPack(folder)) {
            return Stream.of(folder);
        }
        List<Path> below = Disk.on(folder, () -> {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isDirectory)
                        .filter(Packs::isPack)
                        .sorted()
                        .toList();
            }
        });
        return below.isEmpty() ? Stream.of(folder) : below.stream();
    }

    private static boolean isPack(Path folder) {
        return Stream.concat(
                        PackContents.SEAL.stream(),
                        Stream.of(
                                PackContents.JOURNAL, PackContents.SCENARIO, PackContents.VERDICTS))
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
