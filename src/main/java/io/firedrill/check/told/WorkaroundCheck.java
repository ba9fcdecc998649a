package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Figures;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;

/**
 * Judges (N35) whether a workaround that a notice gives works: it is the name of a journey, and the
 * customers who tried that journey from then on were served. Exercised where a notice gives such a
 * workaround; one in words can not be tried.
 */
public final class WorkaroundCheck implements Check {
    private static final String LASTING = "for";
    private static final String AT_LEAST = "at-least";
    private static final double USUAL = 0.95;

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n35-workaround",
                "a workaround that a notice gives works at that time",
                Setting.optional(
                        LASTING,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(1),
                        "for how long from the sending it must work"),
                Setting.optional(
                        AT_LEAST, Setting.Type.SHARE, USUAL, "how many of its attempts succeed"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        double atLeast = settings.get(AT_LEAST, Double.class);
        Draft draft = Draft.of(objective, Figures.share(atLeast) + " served");
        Telling told = new Telling(scenario, journal);
        Workarounds workarounds = new Workarounds(
                FailingJourneys.of(scenario, journal),
                told.scale().inDrill(settings.duration(LASTING)),
                atLeast);
        return Judged.of(told.notices(), workarounds::judge)
                .rule(
                        draft,
                        Reason.WORKAROUND_FAILS,
                        "gave a workaround that worked then",
                        "no notice gave a journey of the drill as a workaround");
    }
}
