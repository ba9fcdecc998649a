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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<List<String>> known = new HashSet<>();
        Map<String, List<Arrived>> saying = new HashMap<>();
        Stream<Arrived> publicFirst = copies.stream()
                .sorted(Comparator.comparing(notice -> told.isPublic(notice) ? 0 : 1));
        for (Arrived notice : publicFirst.toList()) {
            for (String fact : told.isPublic(notice) ? SAME : List.of(Fact.STATE)) {
                Said said = new Said(notice, fact);
                said.contradicted(saying.computeIfAbsent(fact, any -> new ArrayList<>()))
                        .filter(any -> known.add(List.of(notice.event().channel(), fact)))
                        .ifPresent(first -> wrong.add(notice.index(), said.beside(first)));
            }
        }
    }

    /** A fact of a notice, which may not be there. */
    private record Said(Arrived notice, String fact) {

        /**
         * Finds the first notice to the same readers that says something of it, where that is
         * something else; notes this one where it says what nobody has said to them.
         */
        Optional<Arrived> contradicted(List<Arrived> earlier) {
            Optional<String> value = notice.fact(fact);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Optional<Arrived> first =
                    earlier.stream().filter(this::hasSameReaders).findFirst();
            if (earlier.stream().noneMatch(this::isAlike)) {
                earlier.add(notice);
            }
            return first.filter(it -> !it.fact(fact).equals(value));
        }

        private boolean isAlike(Arrived other) {
            return other.fact(fact).equals(notice.fact(fact))
                    && other.fact(Fact.SEGMENT).equals(notice.fact(Fact.SEGMENT));
        }

        private boolean hasSameReaders(Arrived other) {
            Optional<String> here = notice.fact(Fact.SEGMENT);
            Optional<String> there = other.fact(Fact.SEGMENT);
            return here.equals(there) || here.isEmpty() || there.isEmpty();
        }

        String beside(Arrived first) {
            return notice.named() + " says " + fact + " '" + notice.fact(fact).orElse("")
                    + "', and on " + first.event().channel() + " '"
                    + first.fact(fact).orElse("") + "'";
        }
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
