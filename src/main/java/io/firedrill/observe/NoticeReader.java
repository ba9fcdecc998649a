package io.firedrill.observe;

import io.firedrill.journal.Fact;
import io.firedrill.scenario.Channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the facts of a notice out of a message. It knows the English labels ({@code State:
 * identified}); a channel may bring patterns of its own, by language, which then count alone for
 * their facts. What is there and can not be read becomes a sentence, never an exception: the text
 * comes from strangers. Safe for use by many threads.
 */
public final class NoticeReader {
    private static final int TEXT_AT_MOST = 16_000;
    private static final int FINDINGS_AT_MOST = 20;
    private static final int FINDING_AT_MOST = 300;

    private final Map<String, Patterns> languages = new TreeMap<>();

    private NoticeReader(Channel channel) {
        channel.templates()
                .forEach((language, template) -> languages.put(language, Patterns.of(template)));
    }

    /** Gives the reader of a channel's messages. */
    public static NoticeReader of(Channel channel) {
        return new NoticeReader(channel);
    }

    /**
     * What was read.
     *
     * @param facts by the names in {@link Fact}, in normal form
     * @param unread what is there and could not be read, in plain words; at most 20
     */
    public record Reading(Map<String, String> facts, List<String> unread) {

        /** Keeps facts in the order of their names, and no more findings than anybody reads. */
        public Reading {
            facts = Collections.unmodifiableMap(new TreeMap<>(facts));
            unread = unread.stream()
                    .distinct()
                    .limit(FINDINGS_AT_MOST)
                    .map(finding -> PlainText.line(finding, FINDING_AT_MOST))
                    .toList();
        }

        /**
         * Adds what the envelope says of a fact, in place of what the text says; where that can not
         * be read it is a finding.
         */
        public Reading with(String fact, String said) {
            FactForm form = FactForm.of(fact);
            Optional<String> value = form.read(said);
            if (value.isEmpty()) {
                return found(form.complaint(new Labels.Said(fact, said)));
            }
            Map<String, String> more = new TreeMap<>(facts);
            more.put(fact, value.get());
            return new Reading(more, unread);
        }

        /** Adds what the envelope says of a fact, unless the text says something of it. */
        public Reading orElse(String fact, String said) {
            return facts.containsKey(fact) ? this : with(fact, said);
        }

        /** Adds something that could not be read. */
        public Reading found(String finding) {
            List<String> more = new ArrayList<>(unread);
            more.add(finding);
            return new Reading(facts, more);
        }
    }

    /** Reads a text; of a longer one, the first 16,000 characters. */
    public Reading read(String text) {
        return reading(new Body(PlainText.of(text, TEXT_AT_MOST), null), new ArrayList<>());
    }

    /**
     * Reads a message that came as JSON.
     *
     * @param json the body, for patterns that are JSONPaths
     * @param text what its recipient reads of it
     */
    public Reading readJson(String json, String text) {
        List<String> unread = new ArrayList<>();
        return reading(Body.of(json, PlainText.of(text, TEXT_AT_MOST), unread), unread);
    }

    private Reading reading(Body body, List<String> unread) {
        Labels labels = Labels.of(body.text());
        Map<String, Labels.Said> said = byPatterns(body, labels.said(), unread);
        unread.addAll(labels.twice());
        Map<String, String> facts = new TreeMap<>();
        said.forEach((fact, one) -> {
            FactForm form = FactForm.of(fact);
            form.read(one.value())
                    .ifPresentOrElse(
                            value -> facts.put(fact, value), () -> unread.add(form.complaint(one)));
        });
        return new Reading(facts, unread);
    }

    /**
     * Reads by the patterns of the language that the message says it is in; else by those that read
     * the most, of several alike the first by the alphabet.
     */
    private Map<String, Labels.Said> byPatterns(
            Body body, Map<String, Labels.Said> byLabel, List<String> unread) {
        Map<String, Labels.Said> best = byLabel;
        List<String> findings = List.of();
        boolean none = true;
        for (Patterns patterns : candidates(byLabel)) {
            List<String> found = new ArrayList<>();
            Map<String, Labels.Said> read = patterns.read(body, byLabel, found);
            if (none || read.size() > best.size()) {
                best = read;
                findings = found;
                none = false;
            }
        }
        unread.addAll(findings);
        return best;
    }

    private Iterable<Patterns> candidates(Map<String, Labels.Said> byLabel) {
        Patterns said = Optional.ofNullable(byLabel.get(Fact.LANGUAGE))
                .flatMap(language -> FactForm.LANGUAGE.read(language.value()))
                .map(languages::get)
                .orElse(null);
        return said == null ? languages.values() : List.of(said);
    }
}
