package io.firedrill.run;

import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.SystemUnderDrill;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs drills: takes the places of those who tell people for the system, provisions it, shows its
 * baseline, does what the timeline says, heals, asks what became of every write, and takes the
 * system down. Whatever goes wrong is journaled as trouble, and everything that was begun is ended.
 */
public final class DrillRunner {
    private static final String ACTOR = "runner";
    private static final int FRAMES = 12;

    private final Tools tools;
    private final boolean dry;

    /** Makes a runner; it can run many drills, also side by side. */
    public DrillRunner(Tools tools) {
        this(tools, false);
    }

    private DrillRunner(Tools tools, boolean dry) {
        this.tools = tools;
        this.dry = dry;
    }

    /**
     * Makes a runner that does all but inject: every fault is aimed and its witness asked, every
     * question is asked, and the journal says that it was a dry run.
     */
    public static DrillRunner dry(Tools tools) {
        return new DrillRunner(tools, true);
    }

    /**
     * Runs one drill to its end.
     *
     * @return what is left of the system
     * @throws io.firedrill.journal.JournalException where the journal can not be written; the
     *     system is healed and taken down all the same
     */
    public Aftermath run(Scenario scenario, JournalWriter journal) {
        Aftermath aftermath = Aftermath.NOTHING;
        journal.record(
                ACTOR,
                new Event.DrillStarted(scenario.id(), scenario.title(), Limits.inForce(scenario)));
        if (dry) {
            journal.record(ACTOR, new Event.DryRun());
        }
        Map<String, String> environment = new TreeMap<>(tools.environment());
        environment.put("seed", Long.toString(tools.seed()));
        journal.record(ACTOR, new Event.EnvironmentRecorded(environment));
        try {
            tools.gate().enter();
            aftermath = provisionAndRun(scenario, journal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            journal.record(ACTOR, new Event.Aborted("interrupted while waiting for its turn"));
        } finally {
            tools.gate().leave();
            journal.record(ACTOR, new Event.DrillEnded());
        }
        return aftermath;
    }

    private Aftermath provisionAndRun(Scenario scenario, JournalWriter journal) {
        if (tools.stop().reason().isPresent()) {
            journal.record(ACTOR, new Event.Aborted(tools.stop().reason().get()));
            return Aftermath.NOTHING;
        }
        journal.record(ACTOR, new Event.PhaseEntered(Phase.PROVISION, "its turn has come"));
        try (Bounded bounded = new Bounded("hand");
                Channels channels = new Channels(scenario, journal, tools)) {
            SystemUnderDrill system = tools.provisioner().start(scenario, channels.takePlaces());
            DrillRun.Stage stage = new DrillRun.Stage(system, channels, bounded, dry);
            try {
                return new DrillRun(scenario, journal, tools, stage).run();
            } finally {
                takeDown(system, journal);
            }
        } catch (DrillException e) {
            journal.record(ACTOR, ending(e));
            return Aftermath.NOTHING;
        }
    }

    /** Where a stop was asked for, what goes wrong is no news of the system. */
    private Event ending(DrillException e) {
        return tools.stop()
                .reason()
                .<Event>map(Event.Aborted::new)
                .orElseGet(() -> trouble("system", e));
    }

    /** What can not be taken down takes nothing from what was seen before, but is said. */
    private static void takeDown(SystemUnderDrill system, JournalWriter journal) {
        try {
            system.close();
        } catch (DrillException e) {
            journal.record(ACTOR, new Event.LeftBehind(String.valueOf(e.getMessage())));
        }
    }

    /** Turns an exception into an event; stack frames are kept for those who mend the harness. */
    static Event.Trouble trouble(String where, Throwable error) {
        List<String> stack = Arrays.stream(error.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
        return new Event.Trouble(where, String.valueOf(error.getMessage()), stack);
    }
}
