package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.JournalWriter;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Tempo;

import java.util.Optional;
import java.util.Set;

/** The script of one drill while it is played: what each step does, once it is due. */
final class Script {
    private static final String ACTOR = "runner";

    private final Scenario scenario;
    private final JournalWriter journal;
    private final Tools tools;
    private final FaultDesk desk;

    Script(Scenario scenario, JournalWriter journal, Tools tools, FaultDesk desk) {
        this.scenario = scenario;
        this.journal = journal;
        this.tools = tools;
        this.desk = desk;
    }

    /** Says whether every step was done and every fault is healed. */
    boolean over() {
        return Timeline.stepsDone(journal) == scenario.steps().size()
                && Marks.open(journal).isEmpty();
    }

    /** Carries out a step that is due, or says why not. */
    void step(Move.Due due) {
        Step step = scenario.steps().get(due.step());
        if (step instanceof Step.Heal heal) {
            journal.record(
                    ACTOR, new Event.StepDue(due.step(), "heal " + heal.called(), due.gaveUp()));
            desk.heal(heal.called());
            return;
        }
        Step.Inject inject = (Step.Inject) step;
        String text =
                inject.fault().kind() + " " + FaultDesk.text(inject.fault().target());
        Optional<FaultSpec> resolved = due.gaveUp() ? Optional.empty() : resolve(inject.fault());
        if (resolved.isEmpty()) {
            String why =
                    due.gaveUp() ? "what it waited for did not come" : "nobody held the role alone";
            journal.record(ACTOR, new Event.StepSkipped(due.step(), text, why));
            return;
        }
        journal.record(ACTOR, new Event.StepDue(due.step(), text, false));
        desk.inject(inject, resolved.get());
    }

    /** Finds who holds a role now; waits a little for a role that is just moving. */
    private Optional<FaultSpec> resolve(FaultSpec spec) {
        if (!(spec.target() instanceof FaultSpec.Target.RoleHolder holder)) {
            return Optional.of(spec);
        }
        Roles roles = new Roles(scenario, journal);
        long deadline = tools.clock().nanos() + Limits.ROLE_WITHIN.toNanos();
        while (tools.clock().nanos() < deadline && tools.stop().reason().isEmpty()) {
            Set<String> holders = roles.holders(holder.role(), tools.clock().nanos());
            if (holders.size() == 1) {
                FaultSpec.Target target =
                        new FaultSpec.Target.Component(holders.iterator().next());
                return Optional.of(new FaultSpec(spec.kind(), target, spec.settings()));
            }
            tick();
        }
        return Optional.empty();
    }

    /** Gives consumers time to show that they use the links that are to be broken. */
    void waitForLinks() {
        long wanted = scenario.steps().stream()
                .filter(Step.Inject.class::isInstance)
                .map(step -> ((Step.Inject) step).fault().target())
                .filter(FaultSpec.Target.OnLink.class::isInstance)
                .distinct()
                .count();
        long deadline = tools.clock().nanos() + Limits.LINK_USED_WITHIN.toNanos();
        while (linksUsed() < wanted && tools.clock().nanos() < deadline) {
            tick();
        }
    }

    private long linksUsed() {
        return journal.all(Event.LinkUsed.class)
                .map(Event.LinkUsed::link)
                .distinct()
                .count();
    }

    private void tick() {
        tools.clock()
                .waitUntil(tools.clock().nanos()
                        + Tempo.of(scenario.system().blueprint()).tick().toNanos());
    }
}
