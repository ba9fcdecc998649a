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

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges (N10) whether no update goes back to an earlier state than the one before it, by the
 * updates' own numbers and the plan's order of states. One that says that the incident is reopened
 * may. Exercised where one incident was told of in two states.
 */
public final class StateOrderCheck implements Check {
    private static final List<String> USUAL =
            List.of("investigating", "identified", "monitoring", "resolved");
    private static final Pattern REOPENED = Pattern.compile("(?i)\\bre-?open");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n10-order",
                "no update goes back to an earlier state, unless it says that the incident is"
                        + " reopened");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 steps back");
        Story story = new Story(scenario, journal);
        List<String> planned = story.told().plan().states();
        List<String> order = planned.isEmpty() ? USUAL : planned;
        Complaints wrong = new Complaints();
        Set<String> seen = new TreeSet<>();
        boolean twoStates = false;
        for (List<Arrived> notices : Story.incidents(story.all()).values()) {
            List<Arrived> updates = numbered(notices);
            updates.forEach(notice -> draft.event(notice.index()));
            compare(updates, order, wrong);
            Set<String> states = states(updates);
            twoStates |= states.size() > 1;
            seen.addAll(states);
        }
        draft.detail("states", String.join(", ", seen));
        return wrong.isEmpty() && !twoStates
                ? Unexercised.because(draft, "no incident was told of in two states")
                : wrong.rule(
                        draft,
                        Reason.STATE_SKIPPED,
                        "no update went back to an earlier state (" + String.join(", ", order)
                                + ")");
    }

    private static List<Arrived> numbered(List<Arrived> notices) {
        return Story.updates(notices).stream()
                .filter(notice -> notice.slot().isPresent() && !notice.state().isEmpty())
                .sorted(Comparator.comparingInt(
                        notice -> notice.slot().orElseThrow().update()))
                .toList();
    }

    private static Set<String> states(List<Arrived> updates) {
        return updates.stream().map(Arrived::state).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(List<Arrived> updates, List<String> order, Complaints wrong) {
        int reached = -1;
        for (Arrived notice : updates) {
            int now = order.indexOf(notice.state());
            if (now < 0) {
                wrong.add(
                        notice.index(),
                        notice.named() + " states '" + notice.state() + "', which the plan does"
                                + " not know");
                continue;
            }
            if (now < reached && !reopens(notice)) {
                wrong.add(
                        notice.index(),
                        notice.named() + " went back from '" + order.get(reached) + "' to '"
                                + notice.state() + "' without a word that it is reopened");
            }
            reached = now;
        }
    }

    private static boolean reopens(Arrived notice) {
        String impact = notice.fact(Fact.IMPACT).orElse("");
        return REOPENED.matcher(notice.event().text() + " " + impact).find();
    }
}
