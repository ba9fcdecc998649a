package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.JournalWriter;
import io.firedrill.observe.people.Askings;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Tempo;

import java.util.Optional;

/** The script of one drill while it is played: what each step does, once it is due. */
final class Script {
    private static final String ACTOR = "runner";
    private static final String NOBODY =
            "nobody held the role alone, or nobody was left in a group";
    private static final String NOT_COME = "what it waited for did not come";
    private static final String ASK = "ask for ";
    private static final String DRY_RUN = "dry run";

    private final Scenario scenario;
    private final JournalWriter journal;
    private final Tools tools;
    private final FaultDesk desk;
    private final Askings people;

    Script(Played played, Tools tools, FaultDesk desk, Askings people) {
        this.scenario = played.scenario();
        this.journal = played.journal();
        this.tools = tools;
        this.desk = desk;
        this.people = people;
    }

    /** The drill, and where it is written down. */
    record Played(Scenario scenario, JournalWriter journal) {}

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
        } else if (step instanceof Step.Ask ask) {
            ask(due, ask);
        } else {
            inject(due, (Step.Inject) step);
        }
    }

    private void ask(Move.Due due, Step.Ask ask) {
        String text = ASK + ask.called();
        if (due.gaveUp()) {
            journal.record(ACTOR, new Event.StepSkipped(due.step(), text, NOT_COME));
            return;
        }
        journal.record(ACTOR, new Event.StepDue(due.step(), text, false));
        people.ask(ask);
    }

    private void inject(Move.Due due, Step.Inject inject) {
        String text = inject.fault().kind() + " " + inject.fault().target().text();
        Optional<FaultSpec> resolved = due.gaveUp() ? Optional.empty() : resolve(inject.fault());
        if (resolved.isEmpty()) {
            String why = due.gaveUp() ? NOT_COME : NOBODY;
            journal.record(ACTOR, new Event.StepSkipped(due.step(), text, why));
            return;
        }
        journal.record(ACTOR, new Event.StepDue(due.step(), text, false));
        desk.inject(inject, resolved.get());
    }

    /** Walks past every step of a dry run; each fault is aimed, and its witness asked once. */
    void rehearse() {
        for (int index = 0; index < scenario.steps().size(); index++) {
            Step step = scenario.steps().get(index);
            if (step instanceof Step.Inject inject) {
                rehearse(index, inject);
            } else {
                String does = step instanceof Step.Heal ? "heal " : ASK;
                journal.record(ACTOR, new Event.StepSkipped(index, does + step.called(), DRY_RUN));
            }
        }
    }

    private void rehearse(int index, Step.Inject inject) {
        String text = inject.fault().kind() + " " + inject.fault().target().text();
        Optional<FaultSpec> resolved = resolve(inject.fault());
        resolved.ifPresent(spec -> desk.rehearse(inject, spec));
        String why = resolved.isPresent() ? DRY_RUN : NOBODY;
        journal.record(ACTOR, new Event.StepSkipped(index, text, why));
    }

    /** Finds who is meant now; waits a little for a role that is just moving. */
    private Optional<FaultSpec> resolve(FaultSpec spec) {
        Targets targets = new Targets(scenario, journal);
        long deadline = tools.clock().nanos() + Limits.ROLE_WITHIN.toNanos();
        Optional<FaultSpec.Target> found =
                targets.resolve(spec.target(), tools.clock().nanos());
        while (found.isEmpty()
                && tools.clock().nanos() < deadline
                && tools.stop().reason().isEmpty()) {
            tick();
            found = targets.resolve(spec.target(), tools.clock().nanos());
        }
        return found.map(target -> new FaultSpec(spec.kind(), target, spec.settings()));
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
