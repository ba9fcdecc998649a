package io.firedrill.scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binds the switches of a run and collects what is wrong with them. */
final class OptionsBinder {
    static final String PREFIX = "firedrill.";

    /** The switches of the harness's own proof, which stands beside the drills. */
    private static final String PROOF = "firedrill.proof.";

    /** What an archive begins with that is a branch. */
    private static final String GIT = "git:";

    static final String IMAGE = PREFIX + "image.";
    static final List<String> KNOWN = List.of(
            "firedrill.archive",
            "firedrill.drills",
            "firedrill.dry",
            "firedrill.keep",
            "firedrill.level",
            "firedrill.mode",
            "firedrill.parallel",
            "firedrill.people",
            "firedrill.plain",
            "firedrill.repeat",
            "firedrill.reports",
            "firedrill.rerun",
            "firedrill.scenarios",
            "firedrill.signing-key",
            "firedrill.twins");
    private static final List<String> ENDINGS =
            KNOWN.stream().map(name -> name.substring(PREFIX.length())).toList();
    private static final int MOST_RERUNS = 10;
    private static final int MOST_PARALLEL = 64;

    private final Map<String, String> switches;
    private final List<String> problems = new ArrayList<>();

    OptionsBinder(Map<String, String> switches) {
        this.switches = switches;
    }

    /** Binds them all. */
    Options bind() {
        switches.keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(this::checkName);
        Options options = new Options(
                choice("mode", Options.Mode.values(), Options.Mode.AUTO),
                words("scenarios", "scenarios").stream()
                        .flatMap(it -> path("scenarios", it))
                        .toList(),
                words("drills", ""),
                choice("level", Scenario.Level.values(), Scenario.Level.GATE),
                number("rerun", 0, MOST_RERUNS, 1),
                text("repeat", "").isEmpty() ? 0 : number("repeat", 1, Repetition.MOST, 0),
                flag("keep", false),
                images(),
                path("reports", text("reports", "reports")).findFirst().orElse(Path.of("reports")),
                number("parallel", 1, MOST_PARALLEL, usualParallel()),
                flag("twins", true),
                flag("plain", false),
                flag("dry", false),
                words("signing-key", "").stream()
                        .flatMap(it -> path("signing-key", it))
                        .findFirst(),
                archive(),
                choice("people", Options.Answers.values(), Options.Answers.STAND_IN));
        if (!problems.isEmpty()) {
            throw new OptionsException(problems);
        }
        return options;
    }

    /** One drill of nine containers keeps a core busy: as many drills as cores, at most 8. */
    private static int usualParallel() {
        return Math.min(8, Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    private void checkName(String name) {
        boolean image = name.startsWith(IMAGE) && name.length() > IMAGE.length();
        boolean proof = name.startsWith(PROOF);
        if (!image && !proof && !KNOWN.contains(name)) {
            String guess = Guess.of(name.substring(PREFIX.length()), ENDINGS)
                    .replaceFirst("'", "'" + PREFIX);
            problems.add("unknown switch " + Quote.of(name) + "; known: " + String.join(", ", KNOWN)
                    + ", firedrill.image.<component>" + (guess.isEmpty() ? "" : ". " + guess));
        }
    }

    private String text(String name, String fallback) {
        String text = switches.getOrDefault(PREFIX + name, "").strip();
        return text.isEmpty() ? fallback : text;
    }

    private List<String> words(String name, String fallback) {
        return Stream.of(text(name, fallback).split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private Stream<Path> path(String name, String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            bad(name, text, "a path");
            return Stream.empty();
        }
    }

    private Optional<String> archive() {
        String text = text("archive", "");
        boolean good = text.startsWith(GIT)
                ? text.matches(GIT + "[^#\\s]+(#[^#\\s]+)?")
                : text.isEmpty() || path("archive", text).findFirst().isPresent();
        if (!good && text.startsWith(GIT)) {
            bad("archive", text, "a folder, or git:<repository>, or git:<repository>#<branch>");
        }
        return text.isEmpty() || !good ? Optional.empty() : Optional.of(text);
    }

    private <E extends Enum<E>> E choice(String name, E[] values, E fallback) {
        Function<E, String> word =
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = text(name, word.apply(fallback));
        List<String> words = Stream.of(values).map(word).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            String guess = Guess.of(text, words);
            bad(name, text, String.join(", ", words) + (guess.isEmpty() ? "" : ". " + guess));
        }
        return index < 0 ? fallback : values[index];
    }

    private int number(String name, int least, int most, int fallback) {
        String text = text(name, String.valueOf(fallback));
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            bad(name, text, "a whole number from " + least + " to " + most);
            return fallback;
        }
        return number;
    }

    private boolean flag(String name, boolean fallback) {
        String text = text(name, String.valueOf(fallback));
        if (!text.equals("true") && !text.equals("false")) {
            bad(name, text, "true, false");
        }
        return text.equals("true");
    }

    private Map<String, String> images() {
        Map<String, String> images = new TreeMap<>();
        switches.forEach((name, value) -> {
            if (name.startsWith(IMAGE) && name.length() > IMAGE.length()) {
                if (value.isBlank() || value.matches(".*\\s.*")) {
                    bad(name.substring(PREFIX.length()), value, "the reference of an image");
                }
                images.put(name.substring(IMAGE.length()), value);
            }
        });
        return images;
    }

    private void bad(String name, String value, String allowed) {
        problems.add(PREFIX + name + " is " + Quote.of(value) + "; allowed: " + allowed);
    }
}
