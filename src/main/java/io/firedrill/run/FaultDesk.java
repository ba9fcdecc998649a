package io.firedrill.run;

import io.firedrill.DrillException;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Step;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Injects faults, has their effect proved, and heals them in reverse order. */
final class FaultDesk {
    private static final String ACTOR = "runner";
    static final Duration ACT_WITHIN = Duration.ofSeconds(30);
    static final Duration LOOK_WITHIN = Duration.ofSeconds(8);
    static final Duration EFFECT_WITHIN = Duration.ofSeconds(6);
    static final Duration HEALED_WITHIN = Duration.ofSeconds(20);

    private final Site site;
    private final SystemUnderDrill system;
    private final Deque<Held> held = new ArrayDeque<>();

    FaultDesk(Site site, SystemUnderDrill system) {
        this.site = site;
        this.system = system;
    }

    /** What the desk works with. */
    record Site(FaultCatalog faults, Recorder recorder, Timing timing, Bounded bounded) {
        DrillClock clock() {
            return timing.clock();
        }
    }

    /** Its time, and how often a witness looks again. */
    record Timing(DrillClock clock, Duration look) {}

    private record Held(String called, ActiveFault fault) {}

    /** Injects a fault whose target is resolved, and waits until a witness has seen its effect. */
    void inject(Step.Inject step, FaultSpec resolved) {
        ActiveFault fault = site.faults().named(resolved.kind()).aim(resolved, system);
        look(step.called(), fault, Moment.BEFORE);
        site.recorder().record(ACTOR, intent(step, resolved));
        held.push(new Held(step.called(), fault));
        long begin = site.clock().nanos();
        site.bounded().run(fault.describe(), ACT_WITHIN, fault::apply);
        site.recorder()
                .record(
                        ACTOR,
                        new Event.FaultApplied(
                                step.called(), begin, site.clock().nanos()));
        lookUntil(
                new Look(step.called(), fault, Moment.DURING),
                Effect.State.IN_EFFECT,
                EFFECT_WITHIN);
    }

    /** Takes aim and asks the witness once; nothing is injected. */
    void rehearse(Step.Inject step, FaultSpec resolved) {
        ActiveFault fault = site.faults().named(resolved.kind()).aim(resolved, system);
        look(step.called(), fault, Moment.BEFORE);
    }

    private static Event.FaultIntended intent(Step.Inject step, FaultSpec resolved) {
        Map<String, String> settings = new TreeMap<>();
        resolved.settings().values().forEach((name, value) -> settings.put(name, value.toString()));
        return new Event.FaultIntended(
                step.called(),
                resolved.kind(),
                step.fault().target().text(),
                resolved.target().text(),
                settings);
    }

    /**
     * Heals one fault, after a witness was asked whether it is still in effect, and waits until a
     * witness has seen that it is gone; errors are recorded.
     */
    void heal(String called) {
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (one.called().equals(called)) {
                each.remove();
                healWatched(one);
                return;
            }
        }
    }

    /** Heals whatever is still in effect, in reverse order, each as {@link #heal(String)} does. */
    void healRest() {
        while (!held.isEmpty()) {
            healWatched(held.pop());
        }
    }

    /**
     * Heals at once whatever is still in effect, in reverse order, whatever goes wrong with one of
     * them.
     */
    void healAll() {
        while (!held.isEmpty()) {
            heal(held.pop());
        }
    }

    /** A fault that has ended by itself proves nothing of what came back meanwhile. */
    private void healWatched(Held one) {
        look(one.called(), one.fault(), Moment.DURING);
        heal(one);
    }

    private void heal(Held one) {
        long begin = site.clock().nanos();
        String error = null;
        try {
            site.bounded()
                    .run("healing: " + one.fault().describe(), ACT_WITHIN, one.fault()::close);
        } catch (DrillException e) {
            error = e.getMessage();
        }
        site.recorder()
                .record(
                        ACTOR,
                        new Event.FaultHealed(one.called(), begin, site.clock().nanos(), error));
        lookUntil(
                new Look(one.called(), one.fault(), Moment.AFTER),
                Effect.State.ABSENT,
                HEALED_WITHIN);
    }

    private record Look(String called, ActiveFault fault, Moment moment) {}

    private void lookUntil(Look look, Effect.State wanted, Duration atMost) {
        long deadline = site.clock().nanos() + atMost.toNanos();
        while (look(look.called(), look.fault(), look.moment()) != wanted
                && site.clock().nanos() < deadline
                && !Thread.currentThread().isInterrupted()) {
            site.clock().waitUntil(site.clock().nanos() + site.timing().look().toNanos());
        }
    }

    private Effect.State look(String called, ActiveFault fault, Moment moment) {
        long begin = site.clock().nanos();
        Effect effect = ask(fault);
        Ternary seen = switch (effect.state()) {
            case IN_EFFECT -> Ternary.YES;
            case ABSENT -> Ternary.NO;
            case UNKNOWN -> Ternary.UNKNOWN;
        };
        site.recorder()
                .record(
                        "witness",
                        new Event.EffectSeen(
                                called,
                                moment,
                                seen,
                                effect.witness(),
                                effect.detail(),
                                begin,
                                site.clock().nanos()));
        return effect.state();
    }

    private Effect ask(ActiveFault fault) {
        try {
            return site.bounded().call("the witness", LOOK_WITHIN, fault::effect);
        } catch (DrillException e) {
            return new Effect(Effect.State.UNKNOWN, "none", String.valueOf(e.getMessage()));
        }
    }
}
