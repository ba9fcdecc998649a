package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad file for each rule, and beside it every message that it must cause. */
class BadFilesTests {
    private static final Path BAD = ShopFolder.RESOURCES.resolve("bad");
    private static final Path BAD_TOLD = ShopFolder.RESOURCES.resolve("bad-told");
    private static final Path BAD_PROGRAMME = ShopFolder.RESOURCES.resolve("bad-programme");
    private static final Map<String, String> PLACES = Map.of(
            "system", "shop/system.yaml",
            "drill", "shop/db-lost.yaml",
            "twin", "shop/twins/db-lost/no-standby.yaml",
            "compose", "shop/compose.yaml",
            "env", "shop/test.env");
    private static final Map<String, String> TOLD_PLACES = Map.of(
            "system", "shop/system.yaml",
            "communication", "shop/communication.yaml",
            "drill", "shop/mail-lost.yaml",
            "twin", "shop/twins/mail-lost/tells-late.yaml");

    private static final Map<String, String> PROGRAMME_PLACES = Map.of(
            "programme", "programme.yaml",
            "findings", "findings.yaml",
            "drill", "shop/db-lost.yaml");

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(BAD);
                Stream<Path> told = Files.list(BAD_TOLD);
                Stream<Path> programmes = Files.list(BAD_PROGRAMME)) {
            return Stream.of(files, told, programmes)
                    .flatMap(all -> all)
                    .filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> places(Path file) {
        if (file.startsWith(BAD_PROGRAMME)) {
            return PROGRAMME_PLACES;
        }
        return file.startsWith(BAD_TOLD) ? TOLD_PLACES : PLACES;
    }

    private static ShopFolder base(Path file, Path root) {
        if (file.startsWith(BAD_PROGRAMME)) {
            return ShopFolder.programmedTo(root);
        }
        return file.startsWith(BAD_TOLD) ? ShopFolder.tellingTo(root) : ShopFolder.copyTo(root);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileCausesExactlyTheseMessages(Path file, @TempDir Path root) throws IOException {
        String name = file.getFileName().toString();
        String kind = name.substring(0, name.indexOf('-'));
        String place = places(file).get(kind);
        ShopFolder folder = base(file, root).write(place, Files.readAllBytes(file));

        List<String> problems = folder.problems();

        Path expected = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected");
        assertThat(problems).containsExactlyElementsOf(Files.readAllLines(expected));
        assertThat(problems).isNotEmpty();
        assertThat(folder.read().broken()).contains(root.resolve(place));
    }

    @Test
    void thereAreBadFiles() throws IOException {
        assertThat(badFiles()).hasSizeGreaterThan(60);
    }
}
