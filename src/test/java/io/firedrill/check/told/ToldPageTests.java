package io.firedrill.check.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Check;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the checks of what people are told names every one of them, as it is. */
class ToldPageTests {
    private static final Pattern EXAMPLE = Pattern.compile("\\| (N[0-9]{2}|truth meter) \\|.*");
    private static final Path TESTS = Path.of("src/test/java/io/firedrill/check/told");

    private static List<ObjectiveKind> kinds() {
        return ServiceLoader.load(Check.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(Check::kind)
                .filter(kind -> kind.name().matches("n[0-9]{2}-.*|truth-meter"))
                .toList();
    }

    private static List<String> page() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("src/docs"))) {
            for (Path page : pages.filter(it -> it.getFileName().toString().startsWith("told"))
                    .toList()) {
                lines.addAll(Files.readAllLines(page));
            }
        }
        return lines;
    }

    @Test
    void everyKindHasItsRowWithItsSettings() throws IOException {
        List<String> page = page();

        assertThat(kinds()).hasSize(39);
        for (ObjectiveKind kind : kinds()) {
            String start = "| `" + kind.name() + "` |";
            assertThat(page)
                    .as(kind.name())
                    .filteredOn(it -> it.startsWith(start))
                    .hasSize(1);
            String row =
                    page.stream().filter(it -> it.startsWith(start)).findFirst().orElseThrow();
            assertThat(kind.settings().stream().map(Setting::name))
                    .as(row)
                    .allSatisfy(name -> assertThat(row).contains("`" + name + "`"));
        }
    }

    @Test
    void everyExampleIsASentenceOfATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file : files.toList()) {
                tests.append(Files.readString(file));
            }
        }
        String sentences = tests.toString().replaceAll("\"\\s*\\+ \"", "");
        List<String> rows = page().stream().filter(EXAMPLE.asMatchPredicate()).toList();

        assertThat(rows).hasSize(39);
        for (String row : rows) {
            String[] cells = row.split(" \\| ");
            assertThat(sentences).contains(cells[1], cells[2].replaceFirst(" \\|$", ""));
        }
    }
}
