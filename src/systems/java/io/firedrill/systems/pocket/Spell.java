package io.firedrill.systems.pocket;

import java.time.Duration;

/** A while that begins when it is made. */
final class Spell {
    /** Longer than any drill waits for customers to be served again; shorter than it takes. */
    static final Duration LONG = Duration.ofSeconds(8);

    private final Seat seat;
    private final long begin;

    Spell(Seat seat) {
        this.seat = seat;
        this.begin = seat.host().work().nanos();
    }

    /** Says whether it is shorter than that by now. */
    boolean within(Duration lasting) {
        return nanos() < lasting.toNanos();
    }

    /** Says how long it is by now. */
    long nanos() {
        return seat.host().work().nanos() - begin;
    }
}
