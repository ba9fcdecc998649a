package io.firedrill.check.told;

import io.firedrill.scenario.Await;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;

/** Declares checks that must see how the story goes on. All times are the plan's. */
final class Awaited {
    /** Name of the setting that most of them have. */
    static final String WITHIN = "within";

    /** Name of the setting that says which outages are too short to tell of. */
    static final String THRESHOLD = "threshold";

    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private Awaited() {}

    /** Declares a time limit by the usual name. */
    static Setting within(Duration fallback, String meaning) {
        return Setting.optional(WITHIN, Setting.Type.DURATION, fallback, meaning);
    }

    /** Declares how long an outage may last of which the public is owed no word. */
    static Setting threshold() {
        return Setting.optional(
                THRESHOLD,
                Setting.Type.DURATION,
                Duration.ofMinutes(1),
                "how long an outage may last of which the public is not told");
    }

    /**
     * Declares one for which the drill goes on until people are told everywhere that it is
     * resolved, or nobody is telling any more.
     */
    static ObjectiveKind untilResolved(String name, String meaning, Setting... settings) {
        return new ObjectiveKind(
                name,
                List.of(settings),
                values -> List.of(
                        new Await(everywhere(values), longest(values), Await.From.LAST_HEAL)),
                false,
                meaning);
    }

    /** Declares one for which the drill goes on until people are told for the first time. */
    static ObjectiveKind untilTold(String name, String meaning, Setting... settings) {
        Trigger told = new Trigger.Told("investigating");
        return new ObjectiveKind(
                name,
                List.of(settings),
                values -> List.of(new Await(told, twice(values), Await.From.FIRST_FAULT)),
                false,
                meaning);
    }

    private static Trigger everywhere(Settings values) {
        Duration quiet = values.find(WITHIN, Duration.class)
                .map(within -> within.multipliedBy(2))
                .orElse(QUIET);
        return new Trigger.ToldEverywhere(Story.RESOLVED, quiet);
    }

    private static Duration twice(Settings values) {
        return values.duration(WITHIN).multipliedBy(2);
    }

    private static Duration longest(Settings values) {
        Duration twice = values.find(WITHIN, Duration.class)
                .map(within -> within.multipliedBy(2))
                .orElse(LONG);
        return twice.compareTo(LONG) > 0 ? twice : LONG;
    }
}
