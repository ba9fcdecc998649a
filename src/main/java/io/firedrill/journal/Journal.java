package io.firedrill.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that checks see: what happened, in order. */
public interface Journal {

    /**
     * Gives every entry in order; for a journal still being written, those there at this moment.
     */
    List<Entry> entries();

    /** Gives the entries whose event is of a type, in order. */
    default <E extends Event> Stream<E> all(Class<E> type) {
        return entries().stream().map(Entry::event).filter(type::isInstance).map(type::cast);
    }

    /** Gives the first event of a type. */
    default <E extends Event> Optional<E> first(Class<E> type) {
        return all(type).findFirst();
    }
}
