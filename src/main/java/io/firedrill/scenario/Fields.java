package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping with fixed keys. Unknown and missing keys have been noted when it is there. */
final class Fields {
    private final Value whole;
    private final Map<String, Entry> entries;

    private Fields(Value whole, Map<String, Entry> entries) {
        this.whole = whole;
        this.entries = entries;
    }

    /** Opens the mapping and notes what does not fit the shape. */
    static Fields of(Value whole, Shape shape) {
        int before = whole.problems().count();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : whole.entries()) {
            String key = entry.key().written().orElse("");
            entries.put(key, entry);
            if (!key.isEmpty() && !shape.knows(key)) {
                unknown(entry.key(), key, shape);
            }
        }
        boolean mapping = !entries.isEmpty() || whole.problems().count() == before;
        if (mapping) {
            shape.required().stream()
                    .filter(key -> !entries.containsKey(key))
                    .forEach(key -> missing(whole, key, shape));
        }
        return new Fields(whole, entries);
    }

    private static void unknown(Value key, String word, Shape shape) {
        key.problem(
                "unknown key " + Quote.of(word) + " in " + shape.noun(),
                "known: " + String.join(", ", shape.known()),
                Guess.of(word, shape.known()));
    }

    private static void missing(Value whole, String key, Shape shape) {
        String needed = "needed: " + String.join(", ", shape.required());
        whole.problem("key '" + key + "' is missing in " + shape.noun(), needed, "");
    }

    /** Gives the mapping itself, the place for problems that concern several of its keys. */
    Value whole() {
        return whole;
    }

    /** Tells whether the key is given. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Gives the value of a key, where it is given. */
    Optional<Value> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Gives the place of a key, or the whole mapping where the key is not given. */
    Value place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? whole : entry.key();
    }

    /** Gives the value of a key in that notation, or the fallback where it is not given. */
    <T> T as(String key, Notation<T> notation, T fallback) {
        return find(key).map(value -> value.as(notation)).orElse(fallback);
    }

    /** Gives the text of a key, or nothing where it is not given. */
    String text(String key) {
        return find(key).map(Value::text).orElse("");
    }

    /** Binds each item of a list; no items where the key is not given. */
    <T> List<T> list(String key, Function<Value, T> bind) {
        return find(key).map(Value::items).orElse(List.of()).stream().map(bind).toList();
    }

    /** Gives the entries of the mapping under a key; none where it is not given. */
    List<Entry> map(String key) {
        return find(key).map(Value::entries).orElse(List.of());
    }

    /** Gives the keys of the list that are given, in the order of the file. */
    List<String> given(List<String> keys) {
        return entries.keySet().stream().filter(keys::contains).toList();
    }

    /** Gives these fields with others, of another file, behind them; those report elsewhere. */
    Fields over(Fields base, List<String> keys, Problems elsewhere) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (String key : keys) {
            Optional.ofNullable(base.entries.get(key))
                    .ifPresent(entry -> merged.put(
                            key,
                            new Entry(
                                    entry.key().reportingTo(elsewhere),
                                    entry.value().reportingTo(elsewhere))));
            Optional.ofNullable(entries.get(key)).ifPresent(entry -> merged.put(key, entry));
        }
        return new Fields(whole, merged);
    }
}
