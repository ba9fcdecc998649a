package io.firedrill.run;

import io.firedrill.journal.Event.Attempt;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Tempo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Says whether a journey is being served right now, from the attempts that have ended. An attempt
 * that should have ended by now and has not counts as a miss: silence is no service.
 */
final class Serving {
    private static final double MISSING_SPACINGS = 3;

    private final List<Attempt> attempts;
    private final long patience;

    /**
     * Looks at one journey.
     *
     * @param patience how long silence is still normal
     */
    Serving(Journal journal, String journey, Duration patience) {
        this.attempts = journal.all(Attempt.class)
                .filter(attempt -> attempt.journey().equals(journey))
                .toList();
        this.patience = patience.toNanos();
    }

    /** Says how long silence is still normal at a rate of attempts per second. */
    static Duration patience(Tempo tempo, double rate) {
        Duration spacings = Duration.ofNanos((long) (MISSING_SPACINGS * 1e9 / rate));
        return spacings.compareTo(tempo.silence()) > 0 ? spacings : tempo.silence();
    }

    /**
     * Says the same as {@link #held}, where an answer that took longer than {@code slow}
     * nanoseconds is a miss as well: what is still stirred up is not calm.
     */
    boolean calm(long from, Duration held, long now, long slow) {
        long stirred = attempts.stream()
                .filter(attempt -> attempt.end() - attempt.sent() > slow)
                .mapToLong(Attempt::intended)
                .max()
                .orElse(Long.MIN_VALUE);
        return held(Math.max(from, stirred), held, now);
    }

    /**
     * Says whether every attempt since {@code from} was served, for at least {@code held} up to
     * now.
     */
    boolean held(long from, Duration held, long now) {
        long clean = Math.max(from, Math.max(lastMiss(), lastGap(now)));
        List<Attempt> run = attempts.stream()
                .filter(attempt -> attempt.ok() && attempt.intended() > clean)
                .toList();
        OptionalLong first = run.stream().mapToLong(Attempt::end).min();
        OptionalLong last = run.stream().mapToLong(Attempt::end).max();
        return first.isPresent()
                && now - first.getAsLong() >= held.toNanos()
                && now - last.getAsLong() <= patience;
    }

    /** Says whether no attempt was served for that long, and at least one was not. */
    boolean failing(Duration lasting, long now) {
        long since = now - lasting.toNanos();
        boolean served =
                attempts.stream().anyMatch(attempt -> attempt.ok() && attempt.end() >= since);
        boolean missed =
                attempts.stream().anyMatch(attempt -> !attempt.ok() && attempt.end() >= since);
        return missed && !served;
    }

    private long lastMiss() {
        return attempts.stream()
                .filter(attempt -> !attempt.ok())
                .mapToLong(Attempt::intended)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** Finds the latest attempt that comes after one still without an end though it is overdue. */
    private long lastGap(long now) {
        List<Attempt> planned = attempts.stream()
                .filter(attempt -> attempt.repeats() == 0)
                .sorted(Comparator.comparingLong(Attempt::number))
                .toList();
        long gap = Long.MIN_VALUE;
        for (int i = 1; i < planned.size(); i++) {
            Attempt next = planned.get(i);
            boolean missing = next.number() - planned.get(i - 1).number() > 1;
            if (missing && next.intended() < now - patience) {
                gap = next.intended();
            }
        }
        return gap;
    }
}
