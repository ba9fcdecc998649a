package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;

/**
 * Judges (N36) whether notices name as affected just the journeys that failed when they were sent:
 * too much counts as well as too little. Exercised where a notice that is investigating or has
 * identified the trouble names journeys. Regions are not judged: a drill has none.
 */
public final class TrueScopeCheck implements Check {
    private static final String LAG = "lag";

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n36-true-scope",
                "notices name just the journeys that fail when they are sent",
                Setting.optional(
                        LAG,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(2),
                        "how old what a notice says may be"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 untrue");
        Telling told = new Telling(scenario, journal);
        long lag = told.scale().inDrill(objective.settings().duration(LAG));
        Scopes scopes = new Scopes(told, FailingJourneys.of(scenario, journal), lag);
        return Judged.of(told.notices(), scopes::judge)
                .rule(
                        draft,
                        Reason.SCOPE_UNTRUE,
                        "named just the journeys that failed then",
                        "no notice named the journeys that fail while they did");
    }
}
