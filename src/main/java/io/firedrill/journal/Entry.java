package io.firedrill.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param index from 0, without gaps
 * @param nanos when it was written down, by the {@link DrillClock}
 * @param wall the same as wall time, a label only
 * @param actor who reported it, for instance {@code runner} or {@code customers}
 */
public record Entry(long index, long nanos, Instant wall, String actor, Event event) {}
