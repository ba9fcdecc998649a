package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.containers.ContainersProvisioner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on journeys and extensions quote what is compiled and run here. */
final class PagesTests {
    private static final Path EXAMPLES = Path.of("src/docs/example");
    private static final Pattern QUOTE =
            Pattern.compile("```(?:java|yaml|js)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"journeys.md", "extending.md"})
    void everyQuoteIsWordForWordInAnExample(String page) throws IOException {
        List<String> quotes = QUOTE.matcher(Files.readString(Path.of("src/docs", page)))
                .results()
                .map((MatchResult quote) -> quote.group(1).stripTrailing())
                .toList();
        List<String> sources = texts();

        assertThat(quotes).hasSizeGreaterThan(3);
        assertThat(quotes)
                .allSatisfy(quote -> assertThat(sources)
                        .as("quoted in %s:%n%s", page, quote)
                        .anyMatch(source -> source.contains(quote)));
    }

    @Test
    void theExamplesThatNeedNoPlugInCanStillBeDrilledByTheirFolder() {
        Judge judge = Judge.withAllChecks();
        Vocabulary words = new Vocabulary(
                FaultCatalog.load().kinds(),
                judge.kinds(),
                ContainersProvisioner.CAPABILITIES,
                judge.implicitIds(),
                Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet()));

        Reading reading = new ScenarioReader().read(List.of(EXAMPLES), words);

        assertThat(reading.problems()).extracting(Problem::toString).isEmpty();
    }

    private static List<String> texts() {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile).map(PagesTests::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
