package io.firedrill.run;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Tempo;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The schedule of a drill: pure, a function of the moment and the journal.
 *
 * <p>A step whose trigger does not come is not waited for longer than the objectives are undecided:
 * counted from the step before it, the longest time that any objective waits from the first fault
 * on. A heal is then carried out, an injection is not (the drill is INCONCLUSIVE).
 */
final class Timeline {
    private final Scenario scenario;
    private final Tempo tempo;

    Timeline(Scenario scenario) {
        this.scenario = scenario;
        this.tempo = Tempo.of(scenario.system().blueprint());
    }

    /** Says what is to be done at a moment. */
    Move next(long now, Journal journal) {
        Conditions conditions = new Conditions(scenario, journal, now);
        int done = stepsDone(journal);
        if (done < scenario.steps().size()) {
            return step(done, new State(now, journal, conditions));
        }
        return afterScript(new State(now, journal, conditions));
    }

    /** The moment that is looked at. */
    private record State(long now, Journal journal, Conditions conditions) {}

    private Move step(int index, State state) {
        Step step = scenario.steps().get(index);
        long origin = origin(state.journal());
        if (state.conditions().met(step.when(), origin)) {
            return new Move.Due(index, false);
        }
        if (inVain(step.when(), state, origin)) {
            return new Move.Due(index, true);
        }
        return new Move.NotYet(words(step.when()));
    }

    /** An answer is waited for as long as it may take, anything else as the objectives allow. */
    private boolean inVain(Trigger trigger, State state, long origin) {
        if (trigger instanceof Trigger.After) {
            return false;
        }
        if (trigger instanceof Trigger.Answered answered
                && Marks.asked(answered.asked(), state.journal()).isPresent()) {
            return !inTime(answered.asked(), state);
        }
        return state.now() - origin > patience().toNanos();
    }

    /** Gives what people were asked, have not answered, and may still answer in time. */
    private Optional<Move> unanswered(String called, State state) {
        boolean open = Marks.asked(called, state.journal()).isPresent()
                && !Marks.answered(called, state.journal());
        return open && inTime(called, state)
                ? Optional.of(new Move.NotYet(words(new Trigger.Answered(called))))
                : Optional.empty();
    }

    /** Says whether an answer that comes now is in time. */
    private boolean inTime(String called, State state) {
        long asked = Marks.asked(called, state.journal()).orElse(state.now());
        return scenario.steps().stream()
                .filter(step -> step instanceof Step.Ask && step.called().equals(called))
                .map(step -> ((Step.Ask) step).assignment().within().plus(tempo.margin()))
                .anyMatch(most -> state.now() - asked <= most.toNanos());
    }

    private Optional<Move> unanswered(State state) {
        return scenario.steps().stream()
                .filter(Step.Ask.class::isInstance)
                .flatMap(step -> unanswered(step.called(), state).stream())
                .findFirst();
    }

    private Move afterScript(State state) {
        Optional<Move> first =
                pending(Await.From.FIRST_FAULT, Marks.firstFault(state.journal()), state);
        if (first.isPresent()) {
            return first.get();
        }
        if (!Marks.open(state.journal()).isEmpty()) {
            return new Move.HealRest();
        }
        return pending(Await.From.LAST_HEAL, Marks.lastHeal(state.journal()), state)
                .or(() -> unanswered(state))
                .or(() -> restored(state))
                .orElseGet(Move.Done::new);
    }

    private Optional<Move> pending(Await.From from, OptionalLong origin, State state) {
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        return scenario.objectives().stream()
                .flatMap(objective -> objective.awaits().stream())
                .filter(await -> await.from() == from)
                .filter(await -> state.now() - origin.getAsLong()
                        <= await.atMost().plus(tempo.margin()).toNanos())
                .filter(await -> !state.conditions().met(await.trigger(), origin.getAsLong()))
                .findFirst()
                .map(await -> new Move.NotYet(words(await.trigger())));
    }

    /** Writes can only be asked for where the system answers again, and the end is calm. */
    private Optional<Move> restored(State state) {
        long healed = Marks.lastHeal(state.journal()).orElse(state.now());
        if (state.now() - healed > tempo.restored().toNanos()) {
            return Optional.empty();
        }
        return scenario.customers().keySet().stream()
                .filter(this::reconciles)
                .filter(journey -> !state.conditions().calm(journey, tempo.calm()))
                .findFirst()
                .map(journey -> new Move.NotYet(journey + " to be calm"));
    }

    private boolean reconciles(String journey) {
        JourneySpec spec = scenario.system().journeys().get(journey);
        return spec != null && spec.reconcile().isPresent();
    }

    private Duration patience() {
        return scenario.objectives().stream()
                .flatMap(objective -> objective.awaits().stream())
                .filter(await -> await.from() == Await.From.FIRST_FAULT)
                .map(Await::atMost)
                .max(Duration::compareTo)
                .map(longest -> longest.plus(tempo.margin()))
                .orElse(scenario.limit());
    }

    /** Counts the steps that were carried out or skipped. */
    static int stepsDone(Journal journal) {
        return (int) journal.entries().stream()
                .map(Entry::event)
                .filter(event ->
                        event instanceof Event.StepDue || event instanceof Event.StepSkipped)
                .count();
    }

    /** Finds when the last step was over, or the script began. */
    private static long origin(Journal journal) {
        return journal.entries().stream()
                .filter(entry -> endsStep(entry.event()))
                .mapToLong(Entry::nanos)
                .max()
                .orElse(0);
    }

    private static boolean endsStep(Event event) {
        return event instanceof Event.PhaseEntered
                || event instanceof Event.StepDue
                || event instanceof Event.StepSkipped
                || event instanceof Event.FaultApplied
                || event instanceof Event.FaultHealed;
    }

    private static String words(Trigger trigger) {
        if (trigger instanceof Trigger.After after) {
            return after.delay().toMillis() + " ms to pass";
        }
        if (trigger instanceof Trigger.Recovered recovered) {
            return recovered.journey() + " to recover";
        }
        if (trigger instanceof Trigger.Failing failing) {
            return failing.journey() + " to fail";
        }
        if (trigger instanceof Trigger.RoleMoved moved) {
            return "the role " + moved.role() + " to move";
        }
        if (trigger instanceof Trigger.RoleHeld held) {
            return "the role " + held.role() + " to stay for " + held.lasting().toMillis() + " ms";
        }
        if (trigger instanceof Trigger.RoleBack back) {
            return "the role " + back.role() + " to be back";
        }
        if (trigger instanceof Trigger.Drained drained) {
            return drained.objective() + " to drain";
        }
        if (trigger instanceof Trigger.Answered answered) {
            return answered.asked() + " to be answered";
        }
        if (trigger instanceof Trigger.Told told) {
            return "people to be told of '" + told.state() + "'";
        }
        if (trigger instanceof Trigger.ToldEverywhere told) {
            return "people to be told of '" + told.state() + "' on every channel";
        }
        return ((Trigger.Rejoined) trigger).component() + " to rejoin";
    }
}
