package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read as what, and that nothing goes missing. */
class FoldersTests {
    @TempDir
    Path root;

    @Test
    void anEmptyFolderIsAProblem() {
        assertThat(read(root))
                .containsExactly("ROOT: holds no system; needed: <system>/system.yaml");
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        assertThat(read(root.resolve("none")))
                .containsExactly(
                        "ROOT/none: is no folder that can be read",
                        "ROOT/none: holds no system; needed: <system>/system.yaml");
    }

    @Test
    void aSystemWithoutDrillsIsAProblem() throws IOException {
        ShopFolder folder = ShopFolder.copyTo(root);
        Files.delete(folder.shop().resolve("db-lost.yaml"));

        assertThat(folder.problems())
                .contains("shop: holds no drill; needed: <drill>.yaml beside system.yaml");
    }

    @Test
    void drillsWithoutASystemAreAProblem() {
        ShopFolder folder = ShopFolder.copyTo(root);
        folder.write("stray/db-lost.yaml", folder.text("shop/db-lost.yaml"));

        assertThat(folder.problems())
                .containsExactly(
                        "stray/db-lost.yaml: cannot be run, for there are problems in"
                                + " stray/system.yaml",
                        "stray/system.yaml: is no file that can be read");
        assertThat(folder.read().drills()).extracting(Scenario::id).containsExactly("shop/db-lost");
    }

    @Test
    void aDrillByAnotherEndingIsAProblem() {
        ShopFolder folder = ShopFolder.copyTo(root);
        folder.write("shop/other.yml", folder.text("shop/db-lost.yaml"))
                .write("shop/conf.yml", "a: 1\n");

        assertThat(folder.problems())
                .containsExactly("shop/other.yml: is a drill whose name does not end in .yaml");
    }

    @Test
    void aSystemCanBeARootItself() {
        ShopFolder folder = ShopFolder.copyTo(root);

        Reading reading =
                new ScenarioReader(Map.of()).read(List.of(folder.shop()), Words.vocabulary());

        assertThat(reading.drills()).extracting(Scenario::id).containsExactly("shop/db-lost");
    }

    @Test
    void twoRootsWithTheSameIdsAreAProblem(@TempDir Path second) {
        ShopFolder.copyTo(root);
        ShopFolder.copyTo(second);

        Reading reading =
                new ScenarioReader(Map.of()).read(List.of(root, second), Words.vocabulary());

        assertThat(reading.drills()).hasSize(1);
        assertThat(reading.problems())
                .extracting(Problem::what)
                .contains("has the id 'shop/db-lost' of " + root.resolve("shop/db-lost.yaml"));
    }

    private List<String> read(Path folder) {
        return new ScenarioReader(Map.of())
                .read(List.of(folder), Words.vocabulary()).problems().stream()
                        .map(problem -> problem.toString().replace(root.toString(), "ROOT"))
                        .toList();
    }
}
