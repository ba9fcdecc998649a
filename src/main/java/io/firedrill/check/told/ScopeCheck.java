package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges (N04) whether the public is told within a time of the first notice what is affected,
 * where, and how that is felt, all in one notice. Exercised where the public was told.
 */
public final class ScopeCheck implements Check {
    private static final String REGIONS = "regions";
    private static final String REQUIRED = "required";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n04-scope",
                "within a time of the first notice one says what is affected, where, and how it is"
                        + " felt",
                Awaited.within(Duration.ofMinutes(5), "longest time from the first notice"),
                Setting.choice(
                        REGIONS,
                        List.of(REQUIRED, "not-needed"),
                        "whether it must name the regions"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration within = settings.duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        List<Arrived> notices = story.toPublic();
        if (notices.isEmpty()) {
            return Unexercised.nothingPublic(draft);
        }
        Arrived first = notices.get(0);
        List<String> needed = settings.text(REGIONS).equals(REQUIRED)
                ? List.of(Fact.IMPACT, Fact.AFFECTED, Fact.REGIONS)
                : List.of(Fact.IMPACT, Fact.AFFECTED);
        Optional<Arrived> whole = notices.stream()
                .filter(notice ->
                        needed.stream().allMatch(fact -> notice.fact(fact).isPresent()))
                .findFirst();
        Waits waits = new Waits(story.told().scale(), within);
        if (whole.isPresent()) {
            boolean same = whole.get().index() == first.index();
            Interval took = same ? Interval.at(0) : whole.get().arrived().since(first.arrived());
            waits.came(
                    "the public was told " + String.join(", ", needed)
                            + " {} after the first notice",
                    took,
                    List.of(first.index(), whole.get().index()));
        } else {
            waits.open(
                    "no notice had told the public " + String.join(", ", needed)
                            + " {} after the first one",
                    Interval.at(story.told().observedUntil()).since(first.arrived()),
                    List.of(first.index()));
        }
        return waits.rule(
                draft,
                Reason.SCOPE_LATE,
                "the first notice told the public " + String.join(", ", needed));
    }
}
