package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Figures;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.check.told.Statements.Statement;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges how many of the statements that people were told were true when they were made: what is
 * affected, when service is back, what became of data, that it is resolved, that a workaround
 * works, and what pages show. What a drill cannot hold against its journal (words, regions, causes)
 * is no statement here. Exercised where there was one.
 */
public final class TruthMeter implements Check {
    private static final String AT_LEAST = "at-least";
    private static final String LAG = "lag";
    private static final double WORKS = 0.95;
    private static final int SHOWN = 40;

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "truth-meter",
                "a share of what people were told was true when they were told",
                Setting.optional(AT_LEAST, Setting.Type.SHARE, 1.0, "how many of the statements"),
                Setting.optional(
                        LAG,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(5),
                        "how old what notices and pages say may be"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        double atLeast = settings.get(AT_LEAST, Double.class);
        Draft draft = Draft.of(objective, Figures.share(atLeast));
        Telling told = new Telling(scenario, journal);
        FailingJourneys failing = FailingJourneys.of(scenario, journal);
        long lag = told.scale().inDrill(settings.duration(LAG));
        List<Statement> statements = new ArrayList<>(Statements.of(told, failing, lag, WORKS));
        statements.addAll(new PageClaims(failing, lag).of(told.pages()));
        if (statements.isEmpty()) {
            return Unexercised.because(draft, "people were told nothing that a drill can judge");
        }
        return rule(draft, statements, atLeast);
    }

    private static Verdict rule(Draft draft, List<Statement> statements, double atLeast) {
        int all = statements.size();
        List<Statement> untrue =
                statements.stream().filter(it -> it.ruling().untrue()).toList();
        List<Statement> unknown =
                statements.stream().filter(it -> it.ruling().unknown()).toList();
        int right = all - untrue.size() - unknown.size();
        tell(draft, "untrue", untrue);
        tell(draft, "not known", unknown);
        double low = (double) right / all;
        double high = (double) (all - untrue.size()) / all;
        draft.measured(100 * low, 100 * high, "%").detail("true", String.valueOf(right));
        String said = right + " of " + all + " statements were true when sent, at least "
                + Figures.share(atLeast) + " asked";
        if (low >= atLeast) {
            return draft.pass(said);
        }
        return high < atLeast
                ? draft.fail(
                        Reason.STATEMENT_UNTRUE, said + "; " + untrue.get(0).text())
                : draft.inconclusive(
                        Reason.NOT_MEASURED, said + "; " + unknown.size() + " are not known");
    }

    private static void tell(Draft draft, String name, List<Statement> statements) {
        for (int at = 0; at < Math.min(SHOWN, statements.size()); at++) {
            draft.event(statements.get(at).index())
                    .detail(name + " " + (at + 1), statements.get(at).text());
        }
    }
}
