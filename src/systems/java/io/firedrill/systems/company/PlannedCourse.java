package io.firedrill.systems.company;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The course that the plan has: an update in its time also where there is nothing new, an estimate
 * that is revised before it passes, and the end only when service has been back for a while.
 */
record PlannedCourse(Times times) implements Course {
    private static final Duration SEEN_TWICE = Duration.ofMillis(100);

    /**
     * Declares an incident where customers were not served for long enough, and somebody of the
     * company knows. Shorter than that, nobody outside is alarmed.
     */
    @Override
    public Optional<Incident> declare(
            Optional<Incident> before, Alert alert, boolean acknowledged, Instant now) {
        boolean lasts = !alert.well() && !now.isBefore(alert.since().plus(times.declareAfter()));
        int number = before.map(Incident::number).orElse(0) + 1;
        return lasts && (acknowledged || alert.escalated())
                ? Optional.of(Incident.declared(number, alert, now, now.plus(times.promise())))
                : Optional.empty();
    }

    @Override
    public Optional<Incident> next(Incident last, Alert alert, Instant now) {
        return alert.well() ? whileWell(last, alert, now) : whileFailing(last, alert, now);
    }

    private Optional<Incident> whileFailing(Incident last, Alert alert, Instant now) {
        boolean worse = !last.affected().containsAll(alert.failing());
        boolean relapsed = last.state() == State.MONITORING;
        if (!worse && !relapsed && !isDue(last, now) && !etaRunsOut(last, now)) {
            return Optional.empty();
        }
        Incident next = last.touching(alert.failing())
                .next(State.IDENTIFIED, now, Optional.of(promise(last, now)));
        boolean keeps = last.eta().isPresent() && !etaRunsOut(last, now) && !relapsed;
        return Optional.of(
                keeps ? next : next.expectedBack(Optional.of(now.plus(times.estimate()))));
    }

    /** An estimate that will not hold is revised before it passes, not after. */
    private boolean etaRunsOut(Incident last, Instant now) {
        return last.eta()
                .filter(eta -> !now.isBefore(eta.minus(times.etaMargin())))
                .isPresent();
    }

    private Optional<Incident> whileWell(Incident last, Alert alert, Instant now) {
        Duration back = Duration.between(alert.since(), now);
        if (last.state() != State.MONITORING) {
            return back.compareTo(SEEN_TWICE) < 0
                    ? Optional.empty()
                    : Optional.of(
                            last.next(State.MONITORING, now, Optional.of(promise(last, now))));
        }
        if (back.compareTo(times.sustained()) >= 0) {
            return Optional.of(last.next(State.RESOLVED, now, Optional.empty()));
        }
        return isDue(last, now)
                ? Optional.of(last.next(State.MONITORING, now, Optional.of(promise(last, now))))
                : Optional.empty();
    }

    /** Also where there is nothing new. */
    private boolean isDue(Incident last, Instant now) {
        return !now.isBefore(last.told().plus(cadence(last, last.told())));
    }

    private Instant promise(Incident last, Instant now) {
        Duration spare = times.promise().minus(times.cadence());
        return now.plus(cadence(last, now)).plus(spare);
    }

    private Duration cadence(Incident last, Instant at) {
        boolean slow = !at.isBefore(last.declared().plus(times.slow().after()));
        return slow ? times.slow().cadence() : times.cadence();
    }
}
