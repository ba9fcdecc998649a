package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;

/**
 * Judges whether customers were served again in time, and by the system itself.
 *
 * <p>Of several outages the worst one decides. One that came surely after the last heal began and
 * has no more misses than the scenario's own baseline tolerates is a stray, not an outage.
 *
 * <table>
 * <caption>How it is decided, first row that fits</caption>
 * <tr><td>no outage</td><td>PASS where a hidden one would have been short enough</td></tr>
 * <tr><td>outage only in the doubtful reading</td><td>INCONCLUSIVE HARNESS_OVERLOADED</td></tr>
 * <tr><td>never recovered, dark for longer than the limit</td><td>FAIL NOT_RECOVERED</td></tr>
 * <tr><td>never recovered, not watched for long enough</td><td>INCONCLUSIVE NOT_MEASURED</td></tr>
 * <tr><td>recovered after a heal that came after the limit</td><td>FAIL NOT_RECOVERED</td></tr>
 * <tr><td>recovered after a heal</td><td>FAIL RECOVERED_BY_HEAL</td></tr>
 * <tr><td>surely too late</td><td>FAIL RECOVERED_TOO_LATE</td></tr>
 * <tr><td>perhaps after a heal, perhaps too late</td><td>INCONCLUSIVE STRADDLES_LIMIT</td></tr>
 * <tr><td>else</td><td>PASS</td></tr>
 * </table>
 */
public final class RecoveryCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(2);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "recovery",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose customers"),
                        Setting.required(
                                "within",
                                Setting.Type.DURATION,
                                "longest time from impact to recovery"),
                        Setting.optional(
                                "held",
                                Setting.Type.DURATION,
                                Duration.ofSeconds(5),
                                "how long it must hold"),
                        Setting.choice(
                                "by",
                                List.of("itself", "repair"),
                                "whether a heal of the fault may have done it")),
                RecoveryCheck::awaits,
                false,
                "customers are served again within a time of the impact, and it holds");
    }

    private static List<Await> awaits(Settings settings) {
        Duration held = settings.duration("held");
        Duration atMost = settings.duration("within").plus(held).plus(SLACK);
        Trigger recovered = new Trigger.Recovered(settings.text("of"), held);
        return List.of(new Await(recovered, atMost, Await.From.FIRST_FAULT));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "after the worst outage the customers of " + settings.text("of")
                + " are served again within "
                + PlainWords.duration(settings.duration("within"))
                + " of the first miss, and that holds for "
                + PlainWords.duration(settings.duration("held"))
                + (settings.text("by").equals("repair")
                        ? "; a heal may have done it"
                        : "; by the system itself: a heal must not have done it");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Faults faults = Faults.of(journal);
        Draft draft = Draft.of(objective, Figures.limit(settings.duration("within")));
        if (faults.first().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no fault was applied, so there is nothing to recover from");
        }
        JourneyMeasure measure = JourneyMeasure.of(settings.text("of"), scenario, journal, faults);
        RecoverySplit split = new RecoverySplit(journal, faults, scenario.system());
        return new RecoveryRuling(settings, faults, measure, draft)
                .rule(scenario.baseline(), split);
    }
}
