package io.firedrill.run;

import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.DrillClock;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.people.People;
import io.firedrill.topology.Provisioner;
import io.firedrill.traffic.JourneyCatalog;

import java.util.Map;

/**
 * What a runner works with.
 *
 * @param environment facts about this run for the evidence: versions, commit, host, switches
 * @param seed of everything that is drawn, written into the evidence
 * @param journeys those that are Java classes
 * @param inboxes what takes the places of providers, and looks at pages
 * @param people who answers what steps ask of people
 */
public record Tools(
        Provisioner provisioner,
        FaultCatalog faults,
        StartGate gate,
        StopSignal stop,
        DrillClock clock,
        Map<String, String> environment,
        long seed,
        JourneyCatalog journeys,
        InboxCatalog inboxes,
        People people) {

    /** Makes tools of those without people, for whom a stand-in answers. */
    public Tools(
            Provisioner provisioner,
            FaultCatalog faults,
            StartGate gate,
            StopSignal stop,
            DrillClock clock,
            Map<String, String> environment,
            long seed,
            JourneyCatalog journeys,
            InboxCatalog inboxes) {
        this(
                provisioner,
                faults,
                gate,
                stop,
                clock,
                environment,
                seed,
                journeys,
                inboxes,
                People.nobody());
    }

    /** Makes tools for every kind of inbox on the class path. */
    public Tools(
            Provisioner provisioner,
            FaultCatalog faults,
            StartGate gate,
            StopSignal stop,
            DrillClock clock,
            Map<String, String> environment,
            long seed,
            JourneyCatalog journeys) {
        this(
                provisioner,
                faults,
                gate,
                stop,
                clock,
                environment,
                seed,
                journeys,
                InboxCatalog.load());
    }

    /** Makes tools for journeys of which none is a Java class. */
    public Tools(
            Provisioner provisioner,
            FaultCatalog faults,
            StartGate gate,
            StopSignal stop,
            DrillClock clock,
            Map<String, String> environment,
            long seed) {
        this(provisioner, faults, gate, stop, clock, environment, seed, JourneyCatalog.of());
    }
}
