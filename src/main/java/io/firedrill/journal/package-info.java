/**
 * What happened: events, the append-only record of them, and the clock they are stamped with.
 *
 * <p>May import: no other package. Held by the ArchUnit test.
 *
 * <p>Example: {@code recorder.record("runner", new Event.PhaseEntered(Phase.BASELINE, "system is
 * up"))}
 */
@NullMarked
package io.firedrill.journal;

import org.jspecify.annotations.NullMarked;
