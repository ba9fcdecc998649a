package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compose files of many manners, each with what 'init' makes of it. */
class InitCommandTests {
    private static final Path SYSTEMS = Path.of("src/test/resources/io/firedrill/scenario/draft");

    @TempDir
    private Path root;

    static List<Path> systems() throws IOException {
        try (Stream<Path> folders = Files.list(SYSTEMS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Path copied(String name) throws IOException {
        return Folders.copy(SYSTEMS.resolve(name), root.resolve(name));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void anyComposeFileGivesFilesThatCanBeReadAndSaysWhatItGuessed(Path system) throws IOException {
        String name = system.getFileName().toString();
        Path folder = copied(name);

        Screen screen = new Screen().run("init", folder.toString());

        StringBuilder all = new StringBuilder(screen.text().replace(root.toString(), "..."));
        for (Path file : Folders.files(folder).toList()) {
            boolean made = file.toString().matches("system.yaml|.*-crashed.yaml");
            if (made) {
                all.append("\n--- ").append(file).append('\n');
                all.append(Files.readString(folder.resolve(file)));
            }
        }
        Golden.holds(SYSTEMS.resolve(name + ".expected"), all.toString());
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(new Screen().run("validate", folder.toString()).exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void thereAreAtLeastTenManners() throws IOException {
        assertThat(systems()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void noValueOfTheEnvironmentIsShown() throws IOException {
        Path folder = copied("long-ports");
        Files.writeString(folder.resolve(".env"), "TOKEN=hidden-too\n");

        String text = new Screen().run("init", folder.toString()).text();

        assertThat(text).doesNotContain("secret", "pa@ss", "hidden-too");
        assertThat(folder.resolve("system.yaml")).content().doesNotContain("secret", "pa@ss");
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Path folder = copied("single");
        Files.writeString(folder.resolve("system.yaml"), "mine");

        Screen screen = new Screen().run("init", folder.resolve("compose.yml").toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(
                        folder.resolve("system.yaml") + " is there already, and nothing is"
                                + " overwritten; nothing was written. Remove it first, or go on editing it\n");
        assertThat(folder.resolve("system.yaml")).hasContent("mine");
        assertThat(Folders.files(folder).map(Path::toString))
                .containsExactly("compose.yml", "system.yaml");
    }

    @Test
    void aFolderWhoseNameNoSystemCanHaveIsRefused() throws IOException {
        Path folder = Folders.copy(SYSTEMS.resolve("single"), root.resolve("my shop"));

        Screen screen = new Screen().run("init", folder.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(
                        "the folder is called 'my shop', and a system bears the name of its folder;"
                                + " allowed are letters, digits, '-', '_' and '.', at most 64. Rename the"
                                + " folder, or copy the Compose file into another one\n");
    }

    @Test
    void aFileThatIncludesWhatLiesElsewhereIsRefusedWithWhatIsAllowed() throws IOException {
        Path file = root.resolve("shop/compose.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "include: [../other.yaml]\nservices: {a: {image: nginx}}\n");

        Screen screen = new Screen().run("init", file.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(file + ":1:11: included '../other.yaml' is no file inside the system's"
                        + " folder; allowed: files inside the system's folder\n"
                        + "Nothing was written.\n");
        assertThat(file.resolveSibling("system.yaml")).doesNotExist();
    }

    @Test
    void aFileWithoutServicesIsRefused() throws IOException {
        Path file = root.resolve("shop/compose.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "services: {}\n");

        Screen screen = new Screen().run("init", file.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(file
                        + " defines no service that is started, so there is nothing to drill\n");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Screen screen = new Screen().run("init", root.resolve("compose.yaml").toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(
                        root.resolve("compose.yaml") + " is not there; needed: a Compose file\n");
    }

    @Test
    void aComposeFileOfAnotherNameIsNoDrill() throws IOException {
        Path folder = copied("single");
        Files.move(folder.resolve("compose.yml"), folder.resolve("stack.yaml"));

        Screen screen = new Screen().run("init", folder.resolve("stack.yaml").toString());

        assertThat(screen.text()).contains("No problems.");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }
}
