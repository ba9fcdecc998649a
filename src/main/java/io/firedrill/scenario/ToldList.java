package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a list of checks of what people are told: each a bare name, or one key with settings. */
final class ToldList {
    static final String TOLD = "told";

    private final Vocabulary vocabulary;

    ToldList(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * One of them.
     *
     * @param key where its name stands
     * @param settings what it is set to; an empty mapping where it is a bare name
     */
    record Item(ObjectiveKind kind, Value key, Value settings) {}

    /** Reads those whose kind is known, in order; of the others it is noted what is wrong. */
    List<Item> read(Fields file) {
        return file.find(TOLD).map(it -> it.notEmpty().items()).orElse(List.of()).stream()
                .flatMap(this::item)
                .toList();
    }

    private Stream<Item> item(Value item) {
        if (item.written().isPresent()) {
            return item(item, bare(item)).stream();
        }
        List<Entry> entries = item.notEmpty().entries();
        if (entries.size() > 1) {
            item.problem(
                    "a check with " + entries.size() + " keys",
                    "one key for each: <check>, or <check>: {...}",
                    "");
        }
        return entries.stream().limit(1).flatMap(it -> item(it.key(), it.value()).stream());
    }

    private static Value bare(Value name) {
        MappingNode empty = new MappingNode(
                Tag.MAP,
                true,
                List.of(),
                FlowStyle.FLOW,
                name.node().getStartMark(),
                name.node().getEndMark());
        return new Value(empty, name.text(), name.problems());
    }

    private Optional<Item> item(Value key, Value settings) {
        String word = key.text();
        List<ObjectiveKind> kinds = ToldKinds.of(vocabulary);
        Optional<ObjectiveKind> kind = ToldKinds.find(kinds, word);
        if (ToldKinds.find(ToldKinds.others(vocabulary), word).isPresent()) {
            key.problem(
                    "objective '" + word + "' stands under 'told'",
                    "what the system itself must hold to stands under 'objectives' of a drill",
                    "");
        } else if (kind.isEmpty() && !word.isEmpty()) {
            key.unknown(word, ToldKinds.names(kinds), "check of what people are told");
        }
        return kind.map(it -> new Item(it, key, settings));
    }
}
