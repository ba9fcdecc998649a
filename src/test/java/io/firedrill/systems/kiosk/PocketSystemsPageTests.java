package io.firedrill.systems.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that shows how to write a pocket system quotes what is compiled and run here. */
final class PocketSystemsPageTests {
    private static final Path PAGE = Path.of("src/docs/pocket-systems.md");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/systems/java/io/firedrill/systems/kiosk"),
            Path.of("src/systems/java/io/firedrill/systems/pocket"),
            Path.of("src/docs/example/kiosk"));
    private static final Pattern QUOTE =
            Pattern.compile("```(?:java|yaml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyQuoteIsWordForWordInASource() throws IOException {
        List<String> quotes = QUOTE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult quote) -> quote.group(1).stripTrailing())
                .toList();
        List<String> sources = SOURCES.stream().flatMap(this::texts).toList();

        assertThat(quotes).hasSizeGreaterThan(5);
        assertThat(quotes)
                .allSatisfy(quote -> assertThat(sources)
                        .as("quoted in %s:%n%s", PAGE, quote)
                        .anyMatch(source -> source.contains(quote)));
    }

    private Stream<String> texts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(this::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
