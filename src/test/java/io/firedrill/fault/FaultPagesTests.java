package io.firedrill.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Judge;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the documentation in step with what is on the class path. */
class FaultPagesTests {
    private static final Path PAGES = Path.of("src/docs/faults");
    private static final List<String> SECTIONS = List.of(
            "**Stands for.**",
            "**Does not stand for.**",
            "**What the client sees.**",
            "**How it is proved.**",
            "**How it heals.**");

    static Stream<FaultKind> faults() {
        return FaultCatalog.load().kinds().stream();
    }

    /** Those under `told:` are on a page of their own, held by tests of theirs. */
    static Stream<ObjectiveKind> objectives() {
        return Judge.withAllChecks().kinds().stream()
                .filter(kind -> !kind.name().matches("n[0-9]{2}-.*|truth-meter|person|runbook"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasAPageThatNamesItsSettings(FaultKind kind) throws IOException {
        String page = Files.readString(PAGES.resolve(kind.name() + ".md"));

        assertThat(page).startsWith("# `" + kind.name() + "`: ").contains(SECTIONS);
        assertThat(page.lines().count()).isBetween(15L, 40L);
        assertThat(kind.settings())
                .extracting(Setting::name)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        assertThat(page).contains("- inject: {" + kind.name() + ": ");
    }

    @Test
    void noPageIsOfAFaultThatIsGone() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            faults().map(kind -> kind.name() + ".md").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theReadmeListsEveryFaultWithItsSettings(FaultKind kind) throws IOException {
        String row = "| [`" + kind.name() + "`](../src/docs/faults/" + kind.name() + ".md) |";

        assertThat(rows(row)).anyMatch(line -> names(line, kind.settings()));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void theReadmeListsEveryObjectiveWithItsSettings(ObjectiveKind kind) throws IOException {
        assertThat(rows("| `" + kind.name() + "` |"))
                .anyMatch(line -> names(line, kind.settings()));
    }

    private static boolean names(String line, List<Setting> settings) {
        return settings.stream().allMatch(setting -> line.contains("`" + setting.name() + "`"));
    }

    private static List<String> rows(String beginning) throws IOException {
        return Files.readString(Path.of("scenarios/README.md"))
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }
}
