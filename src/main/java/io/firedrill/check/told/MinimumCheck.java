package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N03) whether the first notice that the public gets, on each channel that it comes on,
 * says the least that it must: the state it is in (investigating, or identified where the cause is
 * known), whom it touches, when the next update comes; and guesses no cause while it is being
 * investigated. Exercised where the public was told.
 */
public final class MinimumCheck implements Check {
    private static final Set<String> FIRST = Set.of("investigating", "identified");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n03-minimum",
                "the first notice says its state, whom it touches and when the next update comes");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "nothing missing");
        Story story = new Story(scenario, journal);
        List<Arrived> firsts = firsts(story.toPublic());
        firsts.forEach(notice -> draft.event(notice.index()));
        if (firsts.isEmpty()) {
            return Unexercised.nothingPublic(draft);
        }
        Complaints wrong = new Complaints();
        for (Arrived notice : firsts) {
            List<String> missing = missing(notice);
            if (!missing.isEmpty()) {
                wrong.add(
                        notice.index(),
                        notice.named() + " " + String.join(", ", missing) + unread(notice));
            }
        }
        return wrong.rule(
                draft,
                Reason.NOTICE_INCOMPLETE,
                "the first notice says its state, whom it touches and when the next update comes,"
                        + " on " + String.join(", ", Story.channels(firsts)));
    }

    /**
     * On a channel that was used later only, as a fallback is, the first one is no first notice.
     */
    private static List<Arrived> firsts(List<Arrived> notices) {
        Map<String, Integer> lowest = new HashMap<>();
        notices.forEach(notice -> notice.slot()
                .ifPresent(slot -> lowest.merge(slot.incident(), slot.update(), Math::min)));
        Set<List<String>> known = new HashSet<>();
        return notices.stream()
                .filter(notice -> Optional.ofNullable(lowest.get(notice.incident()))
                        .equals(notice.slot().map(Arrived.Slot::update)))
                .filter(notice -> known.add(List.of(notice.event().channel(), notice.incident())))
                .toList();
    }

    private static List<String> missing(Arrived notice) {
        List<String> missing = new ArrayList<>();
        if (!FIRST.contains(notice.state())) {
            missing.add(
                    notice.state().isEmpty()
                            ? "does not say what state it is in"
                            : "begins with '" + notice.state() + "'");
        }
        if (notice.fact(Fact.AFFECTED).isEmpty() && notice.fact(Fact.IMPACT).isEmpty()) {
            missing.add("does not say whom it touches");
        }
        if (notice.fact(Fact.NEXT_UPDATE).isEmpty()) {
            missing.add("does not say when the next update comes");
        }
        if (notice.state().equals("investigating") && notice.fact(Fact.CAUSE).isPresent()) {
            missing.add("guesses a cause while it is being investigated");
        }
        return missing;
    }

    private static String unread(Arrived notice) {
        List<String> unread = notice.event().unread();
        return unread.isEmpty() ? "" : " (could not be read: " + String.join("; ", unread) + ")";
    }
}
