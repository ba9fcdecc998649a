package io.firedrill.observe;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.Capability.Askable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one component again and again whether it holds a role. */
final class RoleSampler {
    static final Duration ASK_AT_MOST = Duration.ofSeconds(2);
    private static final String ACTOR = "role watch";
    /** Docker's own codes for "could not run it", and the shell's for "killed", begin here. */
    private static final int FIRST_NO_ANSWER = 126;

    private final Seat seat;
    private final Recorder recorder;
    private final DrillClock clock;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Ternary holds = Ternary.UNKNOWN;
    private volatile @Nullable RuntimeException failure;

    /** Who is asked, for what, and how often. */
    record Seat(SystemSpec.Role role, String component, Askable askable, Duration every) {}

    RoleSampler(Seat seat, Recorder recorder, DrillClock clock) {
        this.seat = seat;
        this.recorder = recorder;
        this.clock = clock;
        this.thread = new Thread(this::run, "role-watch-" + seat.component());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            sample();
        } catch (RuntimeException notRecorded) {
            failure = notRecorded;
        }
    }

    /**
     * Records an answer when it differs from the one before. The change lies after the begin of the
     * last sample with the other answer, for the component looked at itself at some instant of that
     * sample, and before the end of this one. A component that just once does not answer in time is
     * asked again before that counts: on a busy machine it is no news of the component.
     */
    private void sample() {
        long otherBegan = clock.nanos();
        boolean first = true;
        boolean doubted = false;
        while (!stopping) {
            long begin = clock.nanos();
            Ternary answer = ask();
            long end = clock.nanos();
            boolean doubtful = answer == Ternary.UNKNOWN && !first && !doubted;
            doubted = answer == Ternary.UNKNOWN;
            if (doubtful) {
                continue;
            }
            if (first || answer != holds) {
                holds = answer;
                recorder.record(
                        ACTOR,
                        new Event.RoleAnswered(
                                seat.role().name(), seat.component(), answer, otherBegan, end));
                first = false;
            }
            otherBegan = begin;
            clock.waitUntil(begin + seat.every().toNanos());
        }
    }

    private Ternary ask() {
        try {
            return meaning(seat.askable().ask(seat.role().ask(), ASK_AT_MOST).code());
        } catch (RuntimeException notAsked) {
            return Ternary.UNKNOWN;
        }
    }

    private static Ternary meaning(int code) {
        if (code == 0) {
            return Ternary.YES;
        }
        return code > 0 && code < FIRST_NO_ANSWER ? Ternary.NO : Ternary.UNKNOWN;
    }

    Seat seat() {
        return seat;
    }

    Ternary holds() {
        return holds;
    }

    /**
     * Tells it to end. It is not interrupted: that could close the journal's file under its hand.
     */
    void stop() {
        stopping = true;
    }

    /** Waits for its end, at most as long as one question and one pause may take. */
    void join() {
        try {
            thread.join(ASK_AT_MOST.plus(seat.every()).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void throwIfFailed() {
        RuntimeException first = failure;
        if (first != null) {
            throw first;
        }
    }
}
