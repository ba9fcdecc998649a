package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
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
 * Judges (N13) whether each audience got every channel that it must get: those outside of the
 * company every update, the others at least one notice before the incident was resolved. A channel
 * that was under a fault while it was due is left to the fallback where the plan has one. And
 * whether staff were told the first update not later than customers: surely later fails, and later
 * by more than a moment is asked after. Exercised where anybody was told.
 */
public final class CoveredCheck implements Check {
    private static final String STAFF = "staff";
    private static final String MOMENT = "moment";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n13-covered",
                "each audience gets every channel that it must get, and staff are told first",
                Awaited.within(
                        Duration.ofMinutes(2), "how long after the first channel the last may be"),
                Awaited.threshold(),
                Setting.optional(
                        MOMENT,
                        Setting.Type.DURATION,
                        Duration.ofSeconds(30),
                        "up to this staff and customers are told at the same time"),
                Setting.optional(
                        STAFF, Setting.Type.TEXT, STAFF, "name of the audience told first"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Draft draft = Draft.of(objective, "100 %");
        Story story = new Story(scenario, journal);
        story.all().forEach(notice -> draft.event(notice.index()));
        if (story.all().isEmpty()) {
            return Unexercised.because(draft, "nobody was told anything");
        }
        Scale scale = story.told().scale();
        Coverage coverage = Coverage.of(
                story,
                scale.inDrill(settings.duration(Awaited.WITHIN)),
                scale.inDrill(settings.duration(Awaited.THRESHOLD)));
        coverage.tell(draft);
        if (!coverage.missing().isEmpty()) {
            return draft.fail(Reason.CHANNEL_LEFT_OUT, coverage.missing().headline());
        }
        Optional<Verdict> late = staffLater(draft, story, settings);
        if (late.isPresent()) {
            return late.get();
        }
        if (!coverage.silent().isEmpty()) {
            return Silent.inconclusive(draft, List.copyOf(coverage.silent()));
        }
        if (coverage.covered().isEmpty() && coverage.underWay() == 0) {
            return Unexercised.because(
                    draft, "no audience must get a channel that was not under a fault");
        }
        return coverage.underWay() > 0
                ? draft.inconclusive(
                        Reason.NOT_MEASURED,
                        coverage.underWay() + " notices may have been under way when the drill"
                                + " ended")
                : draft.pass("each audience got every channel that it must get: "
                        + String.join(", ", coverage.covered()));
    }

    private static Optional<Verdict> staffLater(Draft draft, Story story, Settings settings) {
        Optional<Arrived> staff = story.to(settings.text(STAFF)).stream().findFirst();
        Optional<Arrived> customers = story.toPublic().stream().findFirst();
        if (staff.isEmpty() || customers.isEmpty()) {
            return Optional.empty();
        }
        Interval one = staff.get().arrived();
        Interval other = customers.get().arrived();
        Scale scale = story.told().scale();
        Interval later = one.since(other);
        draft.detail("staff after customers", scale.took(later));
        String said = "staff were told " + scale.took(later) + " after customers";
        if (one.lo() > other.hi()) {
            return Optional.of(draft.fail(Reason.CHANNEL_LEFT_OUT, said));
        }
        return later.hi() > scale.inDrill(settings.duration(MOMENT))
                ? Optional.of(draft.inconclusive(
                        Reason.STRADDLES_LIMIT, said + ", or sooner: it lies inside the error"))
                : Optional.empty();
    }
}
