package io.firedrill.journal;

/** All that writers see of the journal. Safe for use by many threads. */
@FunctionalInterface
public interface Recorder {

    /**
     * Writes an event down, stamped and numbered, before it returns.
     *
     * @throws JournalException where the journal can not be written: the drill must then end
     */
    void record(String actor, Event event);
}
