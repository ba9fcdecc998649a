package io.firedrill.evidence.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a hostile text into every string of a record and of all that it holds: a field that is added
 * tomorrow is hostile as well. Keys of maps become hostile too, where that is asked for.
 */
final class Poison {
    /** What is listed there is masked wherever it stands. */
    private static final String SECRETS = "secrets";

    private final List<String> texts;
    private final boolean keys;
    private int strings;

    /**
     * Makes one.
     *
     * @param texts put in by turns
     */
    Poison(List<String> texts, boolean keys) {
        this.texts = List.copyOf(texts);
        this.keys = keys;
    }

    /** Says how many strings were replaced. */
    int strings() {
        return strings;
    }

    /** Gives the same record, every string in it replaced. */
    <T> T all(Class<T> type, T record) {
        return type.cast(any(record));
    }

    private Object any(Object value) {
        if (value instanceof String) {
            return texts.get(strings++ % texts.size());
        }
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(this::any);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> poisoned = new LinkedHashMap<>();
            map.forEach((key, each) -> poisoned.put(keys ? any(key) : key, any(each)));
            return poisoned;
        }
        if (value instanceof Collection<?> some) {
            List<Object> poisoned = new ArrayList<>();
            some.forEach(each -> poisoned.add(any(each)));
            return value instanceof Set ? new LinkedHashSet<>(poisoned) : poisoned;
        }
        return value;
    }

    private Object record(Record record) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        try {
            for (int index = 0; index < parts.length; index++) {
                types[index] = parts[index].getType();
                parts[index].getAccessor().setAccessible(true);
                Object value = parts[index].getAccessor().invoke(record);
                boolean kept = value == null || parts[index].getName().equals(SECRETS);
                values[index] = kept ? value : any(value);
            }
            Constructor<?> made = record.getClass().getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            throw new AssertionError("can not be made anew: " + record.getClass(), e);
        }
    }
}
