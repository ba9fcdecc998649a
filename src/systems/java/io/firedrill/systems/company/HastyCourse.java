package io.firedrill.systems.company;

import java.time.Instant;
import java.util.Optional;

/** A defect: says with the second notice that it is over, whatever customers see. */
record HastyCourse(Course planned) implements Course {

    HastyCourse(Times times) {
        this(new PlannedCourse(times));
    }

    @Override
    public Optional<Incident> declare(
            Optional<Incident> before, Alert alert, boolean acknowledged, Instant now) {
        return before.isPresent()
                ? Optional.empty()
                : planned.declare(before, alert, acknowledged, now);
    }

    @Override
    public Optional<Incident> next(Incident last, Alert alert, Instant now) {
        return planned.next(last, alert, now)
                .map(next -> last.next(State.RESOLVED, now, Optional.empty()));
    }
}
