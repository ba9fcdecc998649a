package io.firedrill.run;

import io.firedrill.journal.Condition;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.ComponentSeen;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Tempo;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says whether a trigger has come, from the journal alone. */
final class Conditions {
    /**
     * An answer within this time is quick on any machine. It decides only how long customers are
     * watched and proves nothing, so it is wider than the judge's bound L, which starts at 20 ms:
     * to him a single slow answer is no darkness either, and to wait for a time without any would
     * take all of {@link Tempo#restored} on a busy machine.
     */
    private static final Duration QUICK = Duration.ofMillis(250);

    private final Scenario scenario;
    private final Tempo tempo;
    private final Journal journal;
    private final long now;

    /** Looks at the journal as it is at a moment. */
    Conditions(Scenario scenario, Journal journal, long now) {
        this.scenario = scenario;
        this.tempo = Tempo.of(scenario.system().blueprint());
        this.journal = journal;
        this.now = now;
    }

    /**
     * Says whether the trigger has come.
     *
     * @param origin what {@link Trigger.After} counts from
     */
    boolean met(Trigger trigger, long origin) {
        if (trigger instanceof Trigger.After after) {
            return now - origin >= after.delay().toNanos();
        }
        if (trigger instanceof Trigger.Recovered recovered) {
            long since = Marks.lastFault(journal).orElse(Long.MIN_VALUE);
            Duration held = recovered.held().plus(tempo.margin());
            return serving(recovered.journey()).held(since, held, now);
        }
        if (trigger instanceof Trigger.Failing failing) {
            return serving(failing.journey()).failing(failing.lasting(), now);
        }
        if (trigger instanceof Trigger.RoleMoved moved) {
            return new Roles(scenario, journal).moved(moved.role(), firstIntent(), now);
        }
        if (trigger instanceof Trigger.RoleHeld held) {
            return roleHeld(held);
        }
        if (trigger instanceof Trigger.RoleBack back) {
            return new Roles(scenario, journal).back(back.role(), firstIntent(), now);
        }
        if (trigger instanceof Trigger.Drained drained) {
            return drained(drained);
        }
        if (trigger instanceof Trigger.Told told) {
            return heard().of(told.state());
        }
        if (trigger instanceof Trigger.ToldEverywhere told) {
            return heard().everywhere(told.state()) || heard().quiet(told, now);
        }
        if (trigger instanceof Trigger.Answered answered) {
            return Marks.answered(answered.asked(), journal);
        }
        return rejoined(((Trigger.Rejoined) trigger).component());
    }

    /** Says whether a journey has been served for that long, as quickly as in the baseline. */
    boolean calm(String journey, Duration held) {
        long slowest = journal.first(Event.BaselineJudged.class)
                .map(judged -> judged.slowestNanos().getOrDefault(journey, 0L))
                .orElse(0L);
        long slow = Math.max(QUICK.toNanos(), 2 * slowest);
        return serving(journey).calm(Long.MIN_VALUE, held, now, slow);
    }

    private Serving serving(String journey) {
        double rate = scenario.customers().getOrDefault(journey, 1.0);
        return new Serving(journal, journey, Serving.patience(tempo, rate));
    }

    private boolean roleHeld(Trigger.RoleHeld held) {
        long latest = journal.all(Event.RoleAnswered.class)
                .filter(answer -> answer.role().equals(held.role()))
                .filter(answer -> answer.holds() == Event.Ternary.YES)
                .mapToLong(Event.RoleAnswered::end)
                .max()
                .orElse(now);
        return new Roles(scenario, journal).moved(held.role(), firstIntent(), now)
                && now - latest >= held.lasting().plus(tempo.margin()).toNanos();
    }

    private boolean drained(Trigger.Drained drained) {
        long healed = Marks.lastHeal(journal).orElse(Long.MAX_VALUE);
        return journal.all(Event.AnswerRead.class)
                .filter(answer -> answer.objective().equals(drained.objective()))
                .filter(answer -> answer.asExpected() && answer.begin() >= healed)
                .reduce((earlier, later) -> later)
                .flatMap(Conditions::number)
                .filter(left -> left <= drained.atMost())
                .isPresent();
    }

    private static Optional<Double> number(Event.AnswerRead answer) {
        try {
            return Optional.ofNullable(answer.value()).map(Double::valueOf);
        } catch (NumberFormatException notOne) {
            return Optional.empty(); // the judge says what it was instead
        }
    }

    private Heard heard() {
        return new Heard(scenario.system().channels(), journal, firstIntent());
    }

    private long firstIntent() {
        return journal.entries().stream()
                .filter(entry -> entry.event() instanceof Event.FaultIntended)
                .mapToLong(entry -> entry.nanos())
                .findFirst()
                .orElse(now);
    }

    private boolean rejoined(String name) {
        String component = Marks.component(name, journal);
        List<ComponentSeen> seen = journal.all(ComponentSeen.class)
                .filter(change -> change.component().equals(component))
                .toList();
        return up(seen) && new Roles(scenario, journal).settled(component, now);
    }

    private static boolean up(List<ComponentSeen> seen) {
        Condition condition = new Condition(
                seen.stream().anyMatch(change -> Condition.aboutHealth(change.state())));
        seen.forEach(change -> condition.apply(change.state()));
        return condition.up();
    }
}
