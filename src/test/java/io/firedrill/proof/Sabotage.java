package io.firedrill.proof;

import io.firedrill.DrillException;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.DrillClock;
import io.firedrill.run.Tools;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.Provisioner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is wrong with the harness's surroundings in some of the twins: the setting {@code sabotage}
 * names it. The harness itself is not changed; it is handed a provisioner, faults and a clock that
 * are sabotaged.
 */
final class Sabotage {
    private static final String SETTING = "sabotage";

    private Sabotage() {}

    /** Gives the tools for a scenario: the same ones, where nothing is sabotaged. */
    static Tools of(Scenario scenario, Tools tools) {
        return name(scenario).map(name -> sabotaged(name, tools)).orElse(tools);
    }

    private static Optional<String> name(Scenario scenario) {
        return scenario.system().blueprint() instanceof Blueprint.Inprocess made
                ? Optional.ofNullable(made.settings().get(SETTING))
                : Optional.empty();
    }

    private static Tools sabotaged(String name, Tools tools) {
        AtomicBoolean injected = new AtomicBoolean();
        FaultCatalog faults = SabotagedFault.catalog(tools.faults(), fault(name, injected));
        boolean liar = name.equals("role-probe-answers-itself");
        Provisioner provisioner = scenario -> {
            var system = tools.provisioner().start(without(scenario));
            return liar ? new EverybodyLeads(system) : system;
        };
        DrillClock clock = name.equals("no-traffic")
                ? new StandingClock(tools.clock(), "customers-sender", injected::get)
                : tools.clock();
        return new Tools(
                provisioner,
                faults,
                tools.gate(),
                tools.stop(),
                clock,
                tools.environment(),
                tools.seed());
    }

    private static SabotagedFault.Way fault(String name, AtomicBoolean injected) {
        return switch (name) {
            case "injector-does-nothing" -> (fault, aim) -> SabotagedFault.neverApplied(aim.take());
            case "heal-does-nothing" -> (fault, aim) -> SabotagedFault.neverHealed(aim.take());
            case "heal-fails" -> (fault, aim) -> SabotagedFault.healFails(aim.take());
            case "fault-ends-by-itself" -> (fault, aim) -> SabotagedFault.endsByItself(aim.take());
            case "fault-left-over" -> (fault, aim) -> SabotagedFault.leftOver(aim.take());
            case "probe-answers-itself" -> (fault, aim) -> SabotagedFault.alwaysSeen(aim.take());
            case "witness-is-blind" -> (fault, aim) -> SabotagedFault.neverSeen(aim.take());
            case "wrong-proxy", "wrong-component" ->
                (fault, aim) ->
                        SabotagedFault.elsewhere(aim.take(), fault.aim(aim.other(), aim.system()));
            case "toxicity-zero" -> (fault, aim) -> SabotagedFault.toxicityZero(aim.take(), aim);
            case "no-traffic" ->
                (fault, aim) -> SabotagedFault.notes(aim.take(), () -> injected.set(true));
            case "role-probe-answers-itself" -> (fault, aim) -> aim.take();
            default -> throw new DrillException("unknown sabotage '" + name + "'");
        };
    }

    /** The bank knows nothing of it. */
    private static Scenario without(Scenario scenario) {
        SystemSpec system = scenario.system();
        Blueprint.Inprocess made = (Blueprint.Inprocess) system.blueprint();
        Map<String, String> settings = new LinkedHashMap<>(made.settings());
        settings.remove(SETTING);
        SystemSpec cleared = new SystemSpec(
                system.name(),
                system.title(),
                system.tier(),
                system.folder(),
                new Blueprint.Inprocess(made.program(), settings),
                system.components(),
                system.entries(),
                system.links(),
                system.roles(),
                system.signIns(),
                system.journeys(),
                system.secrets());
        return Scenarios.with(scenario, cleared);
    }
}
