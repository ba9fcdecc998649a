package io.firedrill.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a target of the programme is compared with: the setting that is the limit of a kind of
 * objective.
 *
 * @param kind the kind of objective
 * @param setting which of its settings is the limit
 * @param atMost true where the limit must not be passed, false where it must be reached
 * @param notation how it is written
 */
record Yardstick(String kind, String setting, boolean atMost, Notation<?> notation) {
    /** The longest that a function may be away at all (MTPD): held against recovery. */
    static final String TOLERANCE = "tolerance";

    private static final String RECOVERY = "recovery";
    private static final String AT_LEAST = "at-least";
    private static final List<String> LIMITS = List.of("within", "at-most", AT_LEAST);

    /** Gives that of each value that may have a target, by the value's name. */
    static Map<String, Yardstick> all(Vocabulary vocabulary) {
        Map<String, Yardstick> all = new TreeMap<>();
        vocabulary
                .objectives()
                .forEach(kind -> of(kind).ifPresent(stick -> all.put(kind.name(), stick)));
        Optional.ofNullable(all.get(RECOVERY)).ifPresent(stick -> all.put(TOLERANCE, stick));
        return Collections.unmodifiableMap(all);
    }

    private static Optional<Yardstick> of(ObjectiveKind kind) {
        return LIMITS.stream()
                .flatMap(name -> kind.settings().stream().filter(it -> it.name().equals(name)))
                .flatMap(setting -> notation(setting.type()).stream()
                        .map(notation -> new Yardstick(
                                kind.name(),
                                setting.name(),
                                !setting.name().equals(AT_LEAST),
                                notation)))
                .findFirst();
    }

    private static Optional<Notation<?>> notation(Setting.Type type) {
        return switch (type) {
            case DURATION -> Optional.of(Notations.DURATION);
            case COUNT -> Optional.of(Notations.COUNT);
            case SHARE -> Optional.of(Notations.SHARE);
            default -> Optional.empty();
        };
    }

    /** Tells whether an objective's limit lets more pass than the target's. */
    boolean looser(Objective objective, String target) {
        Optional<Double> asked = notation.parse().apply(target).map(Yardstick::number);
        Optional<Double> set =
                objective.settings().find(setting, Object.class).map(Yardstick::number);
        if (asked.isEmpty() || set.isEmpty()) {
            return false;
        }
        return atMost ? set.get() > asked.get() : set.get() < asked.get();
    }

    private static double number(Object value) {
        return value instanceof Duration time ? time.toMillis() : ((Number) value).doubleValue();
    }

    /** Writes the limit of an objective as its file does. */
    String written(Objective objective) {
        Object value = objective.settings().get(setting, Object.class);
        if (value instanceof Duration time) {
            return DurationText.write(time);
        }
        return value instanceof Double share
                ? PlainWords.share(share).replace(" ", "")
                : String.valueOf(value);
    }
}
