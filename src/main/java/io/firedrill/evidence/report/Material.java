package io.firedrill.evidence.report;

import io.firedrill.check.DrillFacts;
import io.firedrill.check.FaultFacts;
import io.firedrill.check.JourneyFacts;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What a report is made of.
 *
 * @param facts read from the journal of the same drill
 * @param lastHash hash of the journal's last line; empty where there is no file of it
 */
public record Material(Drilled drill, DrillFacts facts, Pictures pictures, String lastHash) {

    /** The pictures of the pack, as SVG. */
    public record Pictures(String timeline, String curve) {}

    /** Gives the scenario. */
    Scenario scenario() {
        return drill.scenario();
    }

    /** Gives the programme that the drill belongs to, where there is one. */
    Optional<Programme> programme() {
        return scenario().about().programme();
    }

    /** Gives the events of a type, in order. */
    <E extends Event> List<E> events(Class<E> type) {
        return drill.journal().all(type).toList();
    }

    /** Says whether it is a run on a system that was sabotaged, to show that the drill can fail. */
    boolean twin() {
        return scenario().twin().isPresent();
    }

    /** Gives the objective that a verdict is about. */
    Optional<Objective> objective(Verdict verdict) {
        return scenario().objectives().stream()
                .filter(objective -> objective.id().equals(verdict.id()))
                .findFirst();
    }

    /** Gives the verdicts on what people were told. */
    List<Verdict> told() {
        return drill.objectives().stream().filter(this::aboutTold).toList();
    }

    private boolean aboutTold(Verdict verdict) {
        return objective(verdict).filter(it -> ToldChecks.is(it.kind())).isPresent();
    }

    /** Gives the objectives whose status is that. */
    List<Verdict> objectives(Predicate<Verdict.Status> status) {
        return drill.objectives().stream()
                .filter(verdict -> status.test(verdict.status()))
                .toList();
    }

    /** Gives the faults that were applied. */
    List<FaultFacts> faults() {
        return facts.faults().stream()
                .filter(fault -> fault.applied().isPresent())
                .toList();
    }

    /** Gives when the first fault took effect at the earliest; empty where none did. */
    OptionalLong firstFault() {
        return faults().stream()
                .mapToLong(fault -> fault.applied().orElseThrow().lo())
                .min();
    }

    /** Gives the journeys of the scenario, without our own control journey. */
    List<JourneyFacts> journeys() {
        return facts.journeys().stream()
                .filter(journey -> !journey.name().equals(Event.Attempt.CONTROL))
                .toList();
    }

    /** Gives the critical function as the programme has it. */
    Optional<Programme.Function> function() {
        return scenario()
                .about()
                .function()
                .flatMap(id -> programme().flatMap(all -> all.function(id)));
    }
}
