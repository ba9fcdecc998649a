package io.firedrill.observe;

import io.firedrill.journal.Fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The normal form of each fact, as {@link Fact} says it. */
enum FactForm {
    INSTANT(FactForm::instant, "no point in time with its time zone, such as 2026-11-22T14:30:00Z"),
    INSTANT_OR_UNKNOWN(
            FactForm::instantOrUnknown,
            "neither a point in time with its time zone, such as 2026-11-22T14:30:00Z, nor"
                    + " 'not known yet'"),
    NUMBER(FactForm::number, "no whole number from 1"),
    LIST(FactForm::list, "no list of names with commas between"),
    WORD(FactForm::word, "no word"),
    DATA(FactForm::data, "none of 'no data was lost', 'data was lost', 'being checked'"),
    LANGUAGE(FactForm::language, "no language by two letters, such as 'en'"),
    YES_OR_NO(FactForm::yesOrNo, "neither 'yes' nor 'no'"),
    TEXT(Optional::of, "no text");

    static final int AT_MOST = 1_000;

    /** Nobody means a later time; and nothing that counts with one may overflow. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final int SHOWN_AT_MOST = 80;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}][\\p{L}0-9_-]{0,59}");
    private static final Pattern NUMBERS = Pattern.compile("#?0{0,9}([1-9][0-9]{0,8})");
    private static final Pattern SPACED_DATE = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9:.]{5,18}) ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})");
    private static final Set<String> NOT_KNOWN = Set.of(
            "not known yet", "not yet known", "not known", "unknown", "unknown yet", "not yet");

    private final Function<String, Optional<String>> reading;
    private final String otherwise;

    FactForm(Function<String, Optional<String>> reading, String otherwise) {
        this.reading = reading;
        this.otherwise = otherwise;
    }

    /** Gives the form of a fact; text for one that is not in {@link Fact}. */
    static FactForm of(String fact) {
        return switch (fact) {
            case Fact.ETA -> INSTANT_OR_UNKNOWN;
            case Fact.NEXT_UPDATE,
                    Fact.SENT,
                    Fact.DECLARED,
                    Fact.APPROVED_AT,
                    Fact.CHANGED,
                    Fact.REVIEW -> INSTANT;
            case Fact.UPDATE -> NUMBER;
            case Fact.AFFECTED, Fact.REGIONS -> LIST;
            case Fact.STATE, Fact.AUDIENCE, Fact.SEGMENT, Fact.ACTION -> WORD;
            case Fact.DATA -> DATA;
            case Fact.LANGUAGE -> LANGUAGE;
            case Fact.TEST -> YES_OR_NO;
            default -> TEXT;
        };
    }

    /** Gives the normal form of what is said; empty where it can not be read. */
    Optional<String> read(String said) {
        String line = PlainText.line(said, AT_MOST);
        return line.isEmpty() ? Optional.empty() : reading.apply(line);
    }

    /** Says what is wrong with something that could not be read. */
    String complaint(Labels.Said said) {
        String value = PlainText.line(said.value(), SHOWN_AT_MOST);
        return value.isEmpty()
                ? "'" + said.label() + "' says nothing"
                : "'" + said.label() + ": " + value + "' is " + otherwise;
    }

    private static Optional<String> instant(String text) {
        Optional<Instant> read = moment(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .or(() -> moment(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        return read.or(() -> spaced(text))
                .map(instant -> instant.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static Optional<Instant> spaced(String text) {
        Matcher parts = SPACED_DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String zone = parts.group(3).startsWith("U") || parts.group(3).startsWith("G")
                ? "Z"
                : parts.group(3);
        boolean colonLess = zone.length() == 5;
        String offset = colonLess ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
        return moment(
                parts.group(1) + "T" + parts.group(2) + offset,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Optional<Instant> moment(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, Instant::from))
                    .filter(instant -> instant.isAfter(Instant.EPOCH) && instant.isBefore(LATEST));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<String> instantOrUnknown(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[.!]$", "");
        return NOT_KNOWN.contains(words) ? Optional.of(Fact.UNKNOWN) : instant(text);
    }

    private static Optional<String> number(String text) {
        Matcher number = NUMBERS.matcher(text);
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static Optional<String> list(String text) {
        List<String> names = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,;]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().collect(Collectors.joining(",")));
    }

    private static Optional<String> word(String text) {
        String word = text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return WORDS.matcher(word).matches() ? Optional.of(word) : Optional.empty();
    }

    private static Optional<String> data(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[.!]$", "")) {
            case "no data was lost", "no data lost", "none lost", "none-lost" ->
                Optional.of("none-lost");
            case "data was lost", "lost" -> Optional.of("lost");
            case "being checked", "unknown" -> Optional.of("unknown");
            default -> Optional.empty();
        };
    }

    private static Optional<String> language(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        return code.matches("[a-z]{2}([-_][a-z0-9]{2,8})?")
                ? Optional.of(code.substring(0, 2))
                : Optional.empty();
    }

    private static Optional<String> yesOrNo(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("yes") || word.equals("no"));
    }
}
