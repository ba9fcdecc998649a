package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.SystemUnderDrill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a link and restores it, again and again. Stands for a loose cable, a route that comes and
 * goes, a firewall whose two halves disagree. It is a schedule of {@link Cut}s, each of which is
 * injected, proved, healed and proved healed like any other; the times are at least those asked
 * for, since the next step waits for the proof.
 */
public final class Flap implements Fault {
    private static final int MOST = 100;

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                        "flap",
                        List.of(
                                Setting.required(
                                        "down", Setting.Type.DURATION, "how long each cut lasts"),
                                Setting.required(
                                        "up", Setting.Type.DURATION, "how long between two cuts"),
                                Setting.optional(
                                        "times",
                                        Setting.Type.COUNT,
                                        3,
                                        "how many cuts, from 1 to 100")),
                        "a link is cut and restored, again and again")
                .playedAs(Flap::cuts);
    }

    private static List<Step> cuts(Step.Inject flap) {
        Settings settings = flap.fault().settings();
        int times = Math.min(MOST, settings.get("times", Integer.class));
        FaultSpec cut = new FaultSpec("cut", flap.fault().target(), new Settings(Map.of()));
        Trigger down = new Trigger.After(settings.duration("down"));
        Trigger up = new Trigger.After(settings.duration("up"));
        List<Step> steps = new ArrayList<>();
        for (int time = 1; time <= times; time++) {
            String called = flap.called() + " " + time;
            steps.add(new Step.Inject(time == 1 ? flap.when() : up, called, cut));
            steps.add(new Step.Heal(down, called));
        }
        return List.copyOf(steps);
    }

    @Override
    public String explain(FaultSpec spec) {
        Settings settings = spec.settings();
        return PlainWords.target(spec.target()) + " is cut "
                + settings.get("times", Integer.class) + " times for "
                + PlainWords.duration(settings.duration("down")) + ", "
                + PlainWords.duration(settings.duration("up")) + " apart";
    }

    /** Is never asked for: the reader has put cuts in its place. */
    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        throw new DrillException("fault 'flap' is a schedule of cuts; see its kind's expansion");
    }
}
