package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pages claim: that all is well (operational, resolved), or that something is wrong now
 * (investigating, identified). A page claims it for as long as it shows it, so each stretch of
 * readings with the same state counts once, and is untrue where one of them is.
 *
 * @param lag how old, in nanoseconds of the drill, what a page shows may be
 */
record PageClaims(FailingJourneys failing, long lag) {
    private static final Set<String> WELL = Set.of("operational", "resolved");
    private static final Set<String> WRONG = Set.of("investigating", "identified");

    /** Judges every stretch of readings. */
    List<Statements.Statement> of(List<Telling.Shown> pages) {
        Map<String, List<Telling.Shown>> stretches = new LinkedHashMap<>();
        List<Statements.Statement> found = new ArrayList<>();
        for (Telling.Shown page : pages) {
            List<Telling.Shown> open =
                    stretches.computeIfAbsent(page.event().channel(), any -> new ArrayList<>());
            if (!open.isEmpty() && !state(open.get(0)).equals(state(page))) {
                add(found, open);
                open.clear();
            }
            open.add(page);
        }
        stretches.values().forEach(open -> add(found, open));
        return List.copyOf(found);
    }

    private static String state(Telling.Shown page) {
        return page.fact(Fact.STATE).orElse("");
    }

    private void add(List<Statements.Statement> found, List<Telling.Shown> stretch) {
        Telling.Shown first = stretch.get(0);
        String state = state(first);
        if (!WELL.contains(state) && !WRONG.contains(state)) {
            return;
        }
        String text = "page " + first.event().channel() + ", state '" + state + "'";
        found.add(stretch.stream()
                .map(page -> new Statements.Statement(page.index(), text, ruling(page, state)))
                .filter(claim -> claim.ruling().untrue())
                .findFirst()
                .map(claim -> new Statements.Statement(
                        claim.index(), text + ": " + claim.ruling().why(), claim.ruling()))
                .orElseGet(() -> new Statements.Statement(first.index(), text, Ruling.right())));
    }

    private Ruling ruling(Telling.Shown page, String state) {
        Interval time = new Interval(page.event().begin() - lag, page.event().end());
        if (WELL.contains(state)) {
            return failing.names().stream()
                    .filter(journey -> failing.surely(journey, time))
                    .findFirst()
                    .map(journey -> Ruling.wrong(journey + " failed all the while"))
                    .orElseGet(Ruling::right);
        }
        return failing.names().stream().anyMatch(journey -> failing.perhaps(journey, time))
                ? Ruling.right()
                : Ruling.wrong("no journey failed");
    }
}
