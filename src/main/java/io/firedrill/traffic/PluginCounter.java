package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.Ledger;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;

/** Counts writes by the Java class that made them. */
final class PluginCounter implements WriteCounter {
    private final ActiveJourney journey;
    private final Visits visits;
    private final Discretion discretion;
    private final String name;

    PluginCounter(JourneySpec spec, Means.Plugin plugin, ReconcileOrder order) {
        this.name = spec.name();
        this.visits = new Visits(spec);
        this.discretion = new Discretion(order.scenario().system().secrets().values());
        this.journey = new Plugins(order.journeys(), order.scenario().system(), order.entries())
                .begin(spec, plugin);
    }

    @Override
    public Found count(Ledger.Write write) {
        try {
            int count = journey.count(visits.of(write.number(), write.id()));
            return count >= 0 ? new Found(count, "") : Found.unknown("the journey counts " + count);
        } catch (Exception | LinkageError | AssertionError failure) {
            return Found.unknown(discretion.apply(failure.toString()));
        }
    }

    @Override
    public void close() {
        try {
            journey.close();
        } catch (Exception failure) {
            throw new DrillException("journey '" + name + "' can not be closed", failure);
        }
    }
}
