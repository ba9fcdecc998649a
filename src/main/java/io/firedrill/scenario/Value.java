package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a file. Whoever asks it for a type that it is not gets a harmless stand-in, and the
 * problem is noted: so one reading finds all problems.
 *
 * @param name how messages name it
 */
record Value(Node node, String name, Problems problems) {

    /** Notes a problem at this value. */
    void problem(String what, String allowed, String hint) {
        problems.at(node, what, allowed, hint);
    }

    /** Gives the same value, whose problems are noted elsewhere. */
    Value reportingTo(Problems others) {
        return new Value(node, name, others);
    }

    /** Gives the scalar as it is written; empty for a list, a mapping or nothing. */
    Optional<String> written() {
        boolean there = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
        return there ? Optional.of(((ScalarNode) node).getValue()) : Optional.empty();
    }

    /** Gives the value in that notation, or the notation's stand-in. */
    <T> T as(Notation<T> notation) {
        Optional<String> text = written();
        Optional<T> value = text.flatMap(notation.parse());
        if (value.isEmpty()) {
            String is = text.map(it -> Quote.of(it) + ", which is no " + notation.noun())
                    .orElse(form());
            String hint = text.map(notation.hint()).orElse("");
            problem(name + " is " + is, "allowed: " + notation.allowed(), hint);
        }
        return value.orElse(notation.standIn());
    }

    /** Gives the value as text that is not empty. */
    String text() {
        return as(Notations.TEXT);
    }

    /** Gives the value, which must be one of the known names. */
    String oneOf(Collection<String> known, String noun) {
        String text = text();
        if (!text.isEmpty() && !known.contains(text)) {
            unknown(text, known, noun);
        }
        return text;
    }

    /** Gives the value, which must be one of a few words; the first word where it is none. */
    String word(List<String> words) {
        Optional<String> text = written();
        if (text.isPresent() && words.contains(text.get())) {
            return text.get();
        }
        String hint = text.map(it -> Guess.of(it, words)).orElse("");
        problem(name + " is " + form(), "allowed: " + String.join(", ", words), hint);
        return words.get(0);
    }

    /** Notes that the text is none of the known names. */
    void unknown(String text, Collection<String> known, String noun) {
        List<String> sorted = known.stream().sorted().toList();
        String allowed = sorted.isEmpty() ? "there is none" : "known: " + String.join(", ", sorted);
        problem("unknown " + noun + " " + Quote.of(text), allowed, Guess.of(text, sorted));
    }

    /** Gives the items of a list. */
    List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            problem(name + " is " + form(), "allowed: a list", "");
            return List.of();
        }
        return sequence.getValue().stream()
                .map(item -> new Value(item, name, problems))
                .toList();
    }

    /** Notes an empty list or mapping. */
    Value notEmpty() {
        boolean empty = node instanceof CollectionNode<?> collection
                && collection.getValue().isEmpty();
        if (empty) {
            problem(name + " is empty", "at least one is needed", "");
        }
        return this;
    }

    /** Gives the items of a list, or the one value that is written without a list. */
    List<Value> oneOrMore() {
        return node instanceof ScalarNode ? List.of(this) : items();
    }

    /** Gives the entries of a mapping, each key once. */
    List<Entry> entries() {
        if (!(node instanceof MappingNode mapping)) {
            problem(name + " is " + form(), "allowed: keys with their values", "");
            return List.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> put(tuple, entries));
        return new ArrayList<>(entries.values());
    }

    private void put(NodeTuple tuple, Map<String, Entry> entries) {
        Value key = new Value(tuple.getKeyNode(), "a key", problems);
        String word = key.text();
        Entry entry = new Entry(key, new Value(tuple.getValueNode(), word, problems));
        Entry earlier = entries.putIfAbsent(word, entry);
        if (earlier != null && !word.isEmpty()) {
            String first = "each key once; first on line " + earlier.key().line();
            key.problem("key " + Quote.of(word) + " is given twice", first, "");
        }
    }

    /** Opens a mapping whose keys are fixed. */
    Fields fields(Shape shape) {
        return Fields.of(this, shape);
    }

    /** Gives the line, from 1; 0 where it is not known. */
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Names the form: a list, keys with their values, empty, or the quoted scalar. */
    String form() {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode
                ? "a list"
                : written().map(Quote::of).orElse("empty");
    }
}
