package io.firedrill.check;

import io.firedrill.journal.Event;

import java.time.Duration;

/**
 * Tells the waits in which a system that answers again may still be dark from those of one that is
 * back and busy.
 *
 * <p>After an outage everybody comes at once, on connections that are cold, so for a while the
 * customers of a system that is back wait as well: in turns, not all of the time. A hiccup is a
 * wait of less than a second of everybody, in which nobody failed, after somebody was served again.
 * It may be the outage still, as long as such waits are at least half of the time since that first
 * answer; a system that answers for 50 ms of every 500 never gets below. Otherwise it is none.
 */
final class Hiccups {
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final Light light;
    private long dark = Long.MAX_VALUE;
    private long counted = Long.MIN_VALUE;
    private long waited;

    Hiccups(Light light) {
        this.light = light;
    }

    /** Takes note of a darkness that is no hiccup; to be told in order. */
    void darkAt(long nanos) {
        dark = nanos;
        waited = 0;
    }

    /** Says whether what an attempt proves is a hiccup. */
    boolean is(Event.Attempt attempt, Darkness.Proof proof) {
        return attempt.ok()
                && attempt.end() - attempt.sent() < LONGEST
                && light.servedIn(dark, proof.begin()) > 0;
    }

    /**
     * Says whether a hiccup may be the outage still. To be asked about each, in the order in which
     * they begin.
     */
    boolean mayBeDark(Darkness.Proof hiccup) {
        Interval wait = light.silenceAt(hiccup.begin());
        if (wait.lo() != counted) {
            counted = wait.lo();
            waited += wait.width();
        }
        return 2 * waited >= wait.hi() - light.silenceAt(dark).hi();
    }
}
