package io.firedrill.evidence;

import io.firedrill.check.Interval;
import io.firedrill.evidence.Told.Shown;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page showed over time.
 *
 * @param notices one for each update that it began to show
 * @param shown what it showed from when to when, as it was read
 */
record PageCourse(List<Notice> notices, List<Shown> shown) {
    /** What a page says where nothing is wrong. */
    static final String OPERATIONAL = "operational";

    private static final int NOT_GOOD = 300;

    /** Makes it of the readings of one page, in order; there is at least one. */
    static PageCourse of(List<Entry> reads) {
        return new PageCourse(notices(reads), shown(reads));
    }

    /** What a page says anew, it said at some moment since it was read before. */
    private static List<Notice> notices(List<Entry> reads) {
        List<Notice> notices = new ArrayList<>();
        for (int index = 0; index < reads.size(); index++) {
            PageRead page = page(reads, index);
            PageRead before = page(reads, Math.max(0, index - 1));
            boolean fresh = index == 0 || !said(before).equals(said(page));
            if (fresh && good(page) && !state(page).equals(OPERATIONAL)) {
                Interval at = new Interval(Math.min(before.begin(), page.end()), page.end());
                notices.add(notice(page, at, Notice.Clock.of(reads.get(index))));
            }
        }
        return notices.stream().filter(Notice::ofIncident).toList();
    }

    private static Notice notice(PageRead page, Interval at, Notice.Clock clock) {
        return new Notice(
                page.channel(),
                "",
                page.facts(),
                page.unread(),
                "",
                at,
                clock,
                Notice.Fate.TAKEN,
                "");
    }

    private static List<Shown> shown(List<Entry> reads) {
        List<Shown> shown = new ArrayList<>();
        int begin = 0;
        for (int next = 1; next <= reads.size(); next++) {
            PageRead first = page(reads, begin);
            PageRead then = page(reads, Math.min(next, reads.size() - 1));
            if (next == reads.size() || !what(then).equals(what(first))) {
                long to = Math.max(first.end(), then.end());
                shown.add(new Shown(first.channel(), state(first), what(first), first.end(), to));
                begin = next;
            }
        }
        return List.copyOf(shown);
    }

    private static PageRead page(List<Entry> reads, int index) {
        return (PageRead) reads.get(index).event();
    }

    private static List<String> said(PageRead page) {
        return List.of(
                page.facts().getOrDefault(Fact.INCIDENT, ""),
                page.facts().getOrDefault(Fact.UPDATE, ""),
                page.facts().getOrDefault(Fact.STATE, ""));
    }

    private static boolean good(PageRead page) {
        return page.answered() && page.code() < NOT_GOOD;
    }

    private static String state(PageRead page) {
        return good(page) ? page.facts().getOrDefault(Fact.STATE, "") : "";
    }

    private static String what(PageRead page) {
        if (!good(page)) {
            return page.answered() ? "answered " + page.code() : "no answer";
        }
        String state = state(page).isEmpty() ? "no state" : ToldText.clipped(state(page));
        return page.whole() ? state : state + ", not whole";
    }
}
