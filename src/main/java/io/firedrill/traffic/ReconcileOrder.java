package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Scenario;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;

/**
 * How to ask what became of the writes.
 *
 * @param atMost how long the asking may take altogether; what was not asked by then is recorded so
 * @param journeys those that are Java classes
 */
public record ReconcileOrder(
        Scenario scenario,
        Function<String, InetSocketAddress> entries,
        Recorder recorder,
        DrillClock clock,
        Duration atMost,
        JourneyCatalog journeys) {

    /** Orders that for journeys of which none is a Java class. */
    public ReconcileOrder(
            Scenario scenario,
            Function<String, InetSocketAddress> entries,
            Recorder recorder,
            DrillClock clock,
            Duration atMost) {
        this(scenario, entries, recorder, clock, atMost, JourneyCatalog.of());
    }
}
