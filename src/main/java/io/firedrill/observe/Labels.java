package io.firedrill.observe;

import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The English template of a notice: a label at a line's begin, a colon, what it says. */
final class Labels {
    private static final int LINES_AT_MOST = 2_000;
    private static final String AT = " at ";
    private static final String BETWEEN = " | ";

    /** Label in lower case to the fact it says. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("incident", Fact.INCIDENT),
            Map.entry("update", Fact.UPDATE),
            Map.entry("state", Fact.STATE),
            Map.entry("for", Fact.AUDIENCE),
            Map.entry("affected", Fact.AFFECTED),
            Map.entry("regions", Fact.REGIONS),
            Map.entry("impact", Fact.IMPACT),
            Map.entry("expected back", Fact.ETA),
            Map.entry("next update", Fact.NEXT_UPDATE),
            Map.entry("workaround", Fact.WORKAROUND),
            Map.entry("contact", Fact.CONTACT),
            Map.entry("data", Fact.DATA),
            Map.entry("measures", Fact.MEASURES),
            Map.entry("cause", Fact.CAUSE),
            Map.entry("supplier", Fact.SUPPLIER),
            Map.entry("approved by", Fact.APPROVED_BY),
            Map.entry("declared", Fact.DECLARED),
            Map.entry("sent", Fact.SENT),
            Map.entry("changed", Fact.CHANGED),
            Map.entry("review", Fact.REVIEW),
            Map.entry("language", Fact.LANGUAGE),
            Map.entry("from", Fact.FROM),
            Map.entry("test", Fact.TEST));

    private final Map<String, Said> said = new LinkedHashMap<>();
    private final List<String> twice = new ArrayList<>();

    /**
     * What a message says of a fact, before it is brought into normal form.
     *
     * @param label as written in the message, or the name of the fact
     */
    record Said(String label, String value) {}

    private Labels() {}

    /** Reads every label of a text; what follows none is left out. */
    static Labels of(String text) {
        Labels labels = new Labels();
        for (String line : text.split("\n", LINES_AT_MOST)) {
            parts(line).forEach(labels::take);
        }
        return labels;
    }

    /** Gives what is said, by fact. */
    Map<String, Said> said() {
        return said;
    }

    /** Gives a sentence for each label that is there twice and says two things. */
    List<String> twice() {
        return twice;
    }

    /** Short messages put several labels on one line; a bar between words is just a bar. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split(" \\| ", -1)) {
            if (parts.isEmpty() || label(part).isPresent()) {
                parts.add(part);
            } else {
                parts.add(parts.remove(parts.size() - 1) + BETWEEN + part);
            }
        }
        return parts;
    }

    private static Optional<String> label(String part) {
        int colon = part.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(part.substring(0, colon).strip())
                        .filter(label -> FACTS.containsKey(label.toLowerCase(Locale.ROOT)));
    }

    private void take(String part) {
        Optional<String> label = label(part);
        if (label.isEmpty()) {
            return;
        }
        String name = label.get();
        String fact = FACTS.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        String value = part.substring(part.indexOf(':') + 1).strip();
        if (fact.equals(Fact.AUDIENCE)) {
            pair(new Said(name, value), List.of(Fact.AUDIENCE, Fact.SEGMENT), "/");
        } else if (fact.equals(Fact.APPROVED_BY)) {
            pair(new Said(name, value), List.of(Fact.APPROVED_BY, Fact.APPROVED_AT), AT);
        } else {
            put(fact, new Said(name, value));
        }
    }

    private void pair(Said whole, List<String> facts, String between) {
        int cut = whole.value().lastIndexOf(between);
        put(facts.get(0), new Said(whole.label(), cut < 0 ? whole.value() : first(whole, cut)));
        if (cut >= 0) {
            String second = whole.value().substring(cut + between.length()).strip();
            put(facts.get(1), new Said(whole.label(), second));
        }
    }

    private static String first(Said whole, int cut) {
        return whole.value().substring(0, cut).strip();
    }

    private void put(String fact, Said one) {
        Said before = said.putIfAbsent(fact, one);
        if (before != null && !before.value().equals(one.value())) {
            twice.add("'" + one.label() + "' is said twice: '" + before.value() + "', then '"
                    + one.value() + "'; the first counts");
        }
    }
}
