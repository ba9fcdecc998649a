package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges (N30) whether a review is scheduled: some message or page of the incident names a time for
 * it, not later than so many working days after it was resolved. Days of a calendar are not scaled.
 * Exercised where the incident was said to be resolved. Its details list when pages changed.
 */
public final class ReviewCheck implements Check {
    private static final String DAYS = "working-days";
    private static final int USUAL = 5;

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n30-review",
                "a review is scheduled within so many working days of the end",
                Setting.optional(
                        DAYS, Setting.Type.COUNT, USUAL, "the latest working day, not scaled"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        int days = objective.settings().get(DAYS, Integer.class);
        Draft draft = Draft.of(objective, "within " + days + " working days");
        Telling told = new Telling(scenario, journal);
        PageCourse.tell(told, draft);
        Optional<Arrived> resolved = told.notices().stream()
                .filter(notice -> notice.state().equals("resolved"))
                .findFirst();
        if (resolved.isEmpty()) {
            return Unexercised.because(
                    draft, "nobody was told that the incident is resolved, so none is due");
        }
        draft.event(resolved.get().index());
        Instant latest = WorkingDays.end(wall(journal, resolved.get()), days);
        List<Review> reviews = reviews(told);
        reviews.forEach(review -> draft.event(review.index()));
        Optional<Review> last = reviews.stream().max(Comparator.comparingLong(Review::index));
        if (last.isEmpty()) {
            return draft.fail(
                    Reason.NO_REVIEW,
                    "nobody was told of a review after the incident was resolved");
        }
        Instant at = last.get().at();
        if (at.isBefore(wall(journal, resolved.get()))) {
            return draft.fail(
                    Reason.NO_REVIEW,
                    "a review is named for " + at + ", which is before the incident was resolved");
        }
        String said = "a review is scheduled for " + at + ", latest before " + latest;
        return at.isBefore(latest) ? draft.pass(said) : draft.fail(Reason.NO_REVIEW, said);
    }

    private record Review(long index, Instant at) {}

    private static List<Review> reviews(Telling told) {
        Stream<Review> sent = told.notices().stream()
                .flatMap(notice -> notice.instant(Fact.REVIEW).stream()
                        .map(at -> new Review(notice.index(), at)));
        Stream<Review> shown = told.pages().stream()
                .flatMap(page -> page.fact(Fact.REVIEW).flatMap(Arrived::parsed).stream()
                        .map(at -> new Review(page.index(), at)));
        return Stream.concat(sent, shown).toList();
    }

    /** The wall time at which an entry was written is a label; for days it is exact enough. */
    private static Instant wall(Journal journal, Arrived notice) {
        return journal.entries().stream()
                .filter(entry -> entry.index() == notice.index())
                .map(Entry::wall)
                .findFirst()
                .orElseThrow();
    }
}
