package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges (N11) whether an update says the same wherever it comes: state, what is affected, when
 * service is back and when the next update comes, and that it is the same incident. A fact that one
 * channel leaves out contradicts nothing. People in the company are told the same state; the rest
 * of their text is their own. Exercised where one update came on two channels.
 */
public final class ConsistentCheck implements Check {
    private static final List<String> SAME =
            List.of(Fact.STATE, Fact.AFFECTED, Fact.ETA, Fact.NEXT_UPDATE);

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n11-consistent",
                "an update says the same on every channel: incident, state, scope, times");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 contradictions");
        Story story = new Story(scenario, journal);
        Complaints wrong = new Complaints();
        strangers(story.toPublic(), wrong);
        int compared = 0;
        for (List<Arrived> copies : slots(story.all()).values()) {
            copies.forEach(notice -> draft.event(notice.index()));
            compared += Story.channels(copies).size() > 1 ? 1 : 0;
            compare(story.told(), copies, wrong);
        }
        draft.detail("updates on two channels or more", String.valueOf(compared));
        if (!wrong.isEmpty()) {
            return wrong.rule(draft, Reason.CONTRADICTION, "");
        }
        if (compared == 0) {
            return Unexercised.because(draft, "no update came on two channels");
        }
        List<String> silent = story.told().unproven(required(story.told()));
        return silent.isEmpty()
                ? wrong.rule(
                        draft,
                        Reason.CONTRADICTION,
                        "each of " + compared + " updates said the same on "
                                + String.join(", ", Story.channels(story.all())))
                : Silent.inconclusive(draft, silent);
    }

    private static Set<String> required(Telling told) {
        return told.plan().audiences().values().stream()
                .filter(Audience::isPublic)
                .flatMap(audience -> audience.channels().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Slot, List<Arrived>> slots(List<Arrived> notices) {
        return notices.stream()
                .filter(notice -> notice.slot().isPresent())
                .collect(Collectors.groupingBy(
                        notice -> notice.slot().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static void compare(Telling told, List<Arrived> copies, Complaints wrong) {
        Arrived first = copies.stream().filter(told::isPublic).findFirst().orElse(copies.get(0));
        Set<List<String>> known = new HashSet<>();
        for (Arrived other : copies) {
            for (String fact : told.isPublic(other) ? SAME : List.of(Fact.STATE)) {
                if (differs(first, other, fact)
                        && known.add(List.of(other.event().channel(), fact))) {
                    wrong.add(
                            other.index(),
                            other.named() + " says " + fact + " '"
                                    + other.fact(fact).orElse("")
                                    + "', and on " + first.event().channel() + " '"
                                    + first.fact(fact).orElse("") + "'");
                }
            }
        }
    }

    private static boolean differs(Arrived one, Arrived other, String fact) {
        Optional<String> here = one.fact(fact);
        Optional<String> there = other.fact(fact);
        boolean sameReaders = one.fact(Fact.SEGMENT).equals(other.fact(Fact.SEGMENT))
                || one.fact(Fact.SEGMENT).isEmpty()
                || other.fact(Fact.SEGMENT).isEmpty();
        return sameReaders && here.isPresent() && there.isPresent() && !here.equals(there);
    }

    /** Two channels that have no incident in common speak of two outages where there is one. */
    private static void strangers(List<Arrived> notices, Complaints wrong) {
        List<Arrived> naming =
                notices.stream().filter(notice -> !notice.incident().isEmpty()).toList();
        Set<String> known = new HashSet<>();
        for (Arrived notice : naming) {
            Arrived first = naming.get(0);
            String channel = notice.event().channel();
            if (known.add(channel) && strange(first, notice, naming)) {
                wrong.add(
                        notice.index(),
                        channel + " names the incident " + notice.incident() + ", and "
                                + first.event().channel() + " " + first.incident());
            }
        }
    }

    private static boolean strange(Arrived one, Arrived other, List<Arrived> notices) {
        Set<String> here = named(one.event().channel(), notices);
        Set<String> there = named(other.event().channel(), notices);
        return here.stream().noneMatch(there::contains);
    }

    private static Set<String> named(String channel, List<Arrived> notices) {
        return notices.stream()
                .filter(notice -> notice.event().channel().equals(channel))
                .map(Arrived::incident)
                .filter(incident -> !incident.isEmpty())
                .collect(Collectors.toSet());
    }
}
