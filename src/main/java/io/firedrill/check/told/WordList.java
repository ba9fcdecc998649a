package io.firedrill.check.told;

import io.firedrill.DrillException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words and phrases, each with the reason why it is looked for. They are kept as resources beside
 * this class, a line each: a phrase, or a regular expression between slashes, then {@code " :: "}
 * and the reason. A phrase is found where it stands by itself, upper or lower case, over any
 * blanks.
 *
 * <p>Own lists instead of a library: what checks prose on the JVM (LanguageTool) looks for grammar
 * and style, knows nothing of hosts, blame or fraud, and brings hundreds of megabytes.
 */
final class WordList {
    private static final String BETWEEN = " :: ";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final List<Word> words;

    private WordList(List<Word> words) {
        this.words = List.copyOf(words);
    }

    /** One entry of the list. */
    private record Word(Pattern pattern, String reason) {}

    /**
     * What was found in a text.
     *
     * @param words as they stand there
     * @param reason why they are looked for
     */
    record Finding(String words, String reason) {
        private static final int MOST = 60;

        /** Says both, for instance {@code 'db1:5432' (a host with its port ...)}. */
        String text() {
            String shown = words.length() > MOST ? words.substring(0, MOST) + "..." : words;
            return "'" + shown.replaceAll("\\s+", " ") + "' (" + reason + ")";
        }
    }

    /** Reads the lists of those names, one after the other. */
    static WordList named(String... names) {
        return new WordList(Stream.of(names).flatMap(WordList::read).toList());
    }

    /** Gives these and some phrases more, all for the same reason. */
    WordList and(Collection<String> phrases, String reason) {
        List<Word> more = new ArrayList<>(words);
        phrases.forEach(phrase -> more.add(new Word(phrase(phrase), reason)));
        return new WordList(more);
    }

    /** Gives all that is in a text, in the order of the list; the same words once. */
    List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        for (Word word : words) {
            Matcher matcher = word.pattern().matcher(text);
            while (matcher.find()) {
                Finding finding = new Finding(matcher.group().strip(), word.reason());
                if (found.stream().noneMatch(it -> it.words().equals(finding.words()))) {
                    found.add(finding);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Makes the pattern that finds a phrase where it stands by itself. */
    static Pattern phrase(String phrase) {
        String words = Stream.of(phrase.strip().split("\\s+"))
                .map(Pattern::quote)
                .reduce((one, next) -> one + "\\s+" + next)
                .orElse("");
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])", FLAGS);
    }

    private static Stream<Word> read(String name) {
        return lines(name + ".txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> word(name, line));
    }

    private static Word word(String name, String line) {
        int cut = line.lastIndexOf(BETWEEN);
        if (cut <= 0) {
            throw new DrillException("the list of words '" + name + "' has a line without a reason:"
                    + " '" + line + "'; allowed: <words>" + BETWEEN + "<reason>");
        }
        String words = line.substring(0, cut);
        boolean expression = words.length() > 2 && words.startsWith("/") && words.endsWith("/");
        Pattern pattern = expression
                ? Pattern.compile(words.substring(1, words.length() - 1), FLAGS)
                : phrase(words);
        return new Word(pattern, line.substring(cut + BETWEEN.length()));
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = WordList.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new DrillException("the list of words " + resource + " is missing here");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException e) {
            throw new DrillException("the list of words " + resource + " cannot be read", e);
        }
    }
}
