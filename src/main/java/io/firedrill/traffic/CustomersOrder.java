package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.LocalPrograms;
import io.firedrill.topology.ProgramHost;

import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * Which customers are wanted, and where.
 *
 * @param scenario its {@code customers} say which journeys and how many per second
 * @param entries from an entry's name to its address
 * @param seed shifts the arrival plans
 * @param journeys those that are Java classes
 * @param programs runs those that are programs
 */
public record CustomersOrder(
        Scenario scenario,
        Function<String, InetSocketAddress> entries,
        Recorder recorder,
        DrillClock clock,
        long seed,
        JourneyCatalog journeys,
        ProgramHost programs) {

    /** Orders customers of HTTP journeys, and of programs on this machine. */
    public CustomersOrder(
            Scenario scenario,
            Function<String, InetSocketAddress> entries,
            Recorder recorder,
            DrillClock clock,
            long seed) {
        this(scenario, entries, recorder, clock, seed, JourneyCatalog.of(), new LocalPrograms());
    }
}
