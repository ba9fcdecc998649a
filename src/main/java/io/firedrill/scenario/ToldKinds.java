package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells the checks of what people are told from those of the system itself: by their names,
 * {@code n01-...} to {@code n99-...} and {@code truth-meter}.
 */
final class ToldKinds {
    private static final Predicate<String> NAME =
            Pattern.compile("n[0-9]{2}-.*|truth-meter").asMatchPredicate();

    private ToldKinds() {}

    /** Tells whether a name is that of a check of what people are told. */
    static boolean is(String name) {
        return NAME.test(name);
    }

    /** Gives those that are at hand. */
    static List<ObjectiveKind> of(Vocabulary vocabulary) {
        return vocabulary.objectives().stream().filter(it -> is(it.name())).toList();
    }

    /** Gives the kinds that are at hand and stand under {@code objectives}. */
    static List<ObjectiveKind> others(Vocabulary vocabulary) {
        return vocabulary.objectives().stream()
                .filter(it -> !is(it.name()) && !Assignment.judgedBy(it.name()))
                .toList();
    }

    /** Finds a kind by its name. */
    static Optional<ObjectiveKind> find(List<ObjectiveKind> kinds, String name) {
        return kinds.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** Names kinds. */
    static List<String> names(List<ObjectiveKind> kinds) {
        return kinds.stream().map(ObjectiveKind::name).toList();
    }
}
