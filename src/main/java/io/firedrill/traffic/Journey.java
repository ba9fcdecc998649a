package io.firedrill.traffic;

import io.firedrill.scenario.JourneyKind;

/** What one synthetic customer does, in any protocol; found through {@code ServiceLoader}. */
public interface Journey {

    /** Declares its name, its settings and what it can say of writes. */
    JourneyKind kind();

    /**
     * Makes it ready for one drill: before the first customer sets out, and once more to ask for
     * writes. What it throws ends the drill as trouble of the harness.
     *
     * @throws Exception whatever its library throws
     */
    ActiveJourney begin(JourneyPlace place) throws Exception;
}
