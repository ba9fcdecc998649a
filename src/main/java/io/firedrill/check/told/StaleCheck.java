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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges (N22) whether nobody gets an older update after a newer one on the same channel, as
 * happens where a channel comes back and delivers what it kept; and whether no page shows an older
 * one again. Exercised where somebody got two different updates on one channel, or a page showed
 * two.
 */
public final class StaleCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n22-not-stale",
                "nobody gets an older update after a newer one, on no channel that comes back");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, "0 stale");
        Complaints stale = new Complaints();
        Complaints unsure = new Complaints();
        Seen seen = new Seen(stale, unsure);
        told.notices().forEach(seen::arrived);
        told.pages().forEach(seen::shown);
        draft.detail("boxes and pages with two updates or more", String.valueOf(seen.compared()));
        stale.tell(draft, "stale");
        if (!stale.isEmpty()) {
            return draft.fail(Reason.NOTICE_STALE, stale.headline());
        }
        if (seen.compared() == 0) {
            return draft.inconclusive(
                    Reason.NOT_EXERCISED,
                    "nobody got two updates of one incident on one channel, so none could be"
                            + " older than the one before it");
        }
        if (!unsure.isEmpty()) {
            return draft.inconclusive(Reason.STRADDLES_LIMIT, unsure.headline());
        }
        List<String> silent = told.unproven(seen.channels());
        return silent.isEmpty()
                ? draft.pass("no older update came after a newer one, for " + seen.compared()
                        + " recipients and pages that got two or more")
                : Silent.inconclusive(draft, silent);
    }

    /** What every recipient and page has seen so far. */
    private static final class Seen {
        private final Map<String, Arrived> newest = new LinkedHashMap<>();
        private final Map<String, Integer> shownLast = new LinkedHashMap<>();
        private final Set<String> compared = new TreeSet<>();
        private final Set<String> channels = new TreeSet<>();
        private final Complaints stale;
        private final Complaints unsure;

        Seen(Complaints stale, Complaints unsure) {
            this.stale = stale;
            this.unsure = unsure;
        }

        int compared() {
            return compared.size();
        }

        Set<String> channels() {
            return channels;
        }

        void arrived(Arrived notice) {
            if (notice.slot().isEmpty()) {
                return;
            }
            channels.add(notice.event().channel());
            String box = String.join(
                    "\n",
                    List.of(
                            notice.event().channel(),
                            notice.event().recipient(),
                            notice.incident()));
            Arrived before = newest.putIfAbsent(box, notice);
            if (before == null) {
                return;
            }
            int last = update(before);
            int now = update(notice);
            if (now != last) {
                compared.add(box);
            }
            if (now < last) {
                older(notice, before);
            } else if (now > last) {
                newest.put(box, notice);
            }
        }

        private void older(Arrived notice, Arrived newer) {
            if (newer.arrived().hi() <= notice.arrived().lo()) {
                stale.add(
                        notice.index(),
                        notice.named() + " came after update " + update(newer)
                                + ", which was there already (event #" + newer.index() + ")");
            } else if (newer.arrived().lo() < notice.arrived().hi()) {
                unsure.add(
                        notice.index(),
                        notice.named() + " came while update " + update(newer)
                                + " was coming (event #" + newer.index()
                                + "): it is not known which was there first");
            }
        }

        void shown(Telling.Shown page) {
            Optional<Integer> number = page.update();
            if (number.isEmpty()) {
                return;
            }
            channels.add(page.event().channel());
            String key =
                    page.event().channel() + "\n" + page.fact(Fact.INCIDENT).orElse("");
            int now = number.get();
            Integer last = shownLast.put(key, now);
            if (last == null || now == last) {
                return;
            }
            compared.add(key);
            if (now < last) {
                stale.add(
                        page.index(),
                        "page " + page.event().channel() + " showed update " + now
                                + " again after update " + last);
            }
        }

        private static int update(Arrived notice) {
            return notice.slot().orElseThrow().update();
        }
    }
}
