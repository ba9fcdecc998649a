package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages came to show, each change as if a notice had arrived there: between the begin of the
 * last reading that showed something else and the end of the first that showed it.
 */
final class PageChanges {
    private PageChanges() {}

    /** Gives the changes of all pages, by the order of reading. */
    static List<Arrived> of(Telling told) {
        List<Arrived> changes = new ArrayList<>();
        Map<String, Telling.Shown> last = new LinkedHashMap<>();
        for (Telling.Shown page : told.pages()) {
            if (!page.readable()) {
                continue;
            }
            Telling.Shown before = last.put(page.event().channel(), page);
            if (before == null || !before.event().facts().equals(page.event().facts())) {
                changes.add(change(page, before == null ? page.read() : before.read()));
            }
        }
        return List.copyOf(changes);
    }

    /** Says whether it is such a change, and no message. */
    static boolean made(Arrived notice) {
        return notice.event().recipient().isEmpty() && notice.event().message().isEmpty();
    }

    private static Arrived change(Telling.Shown page, Interval before) {
        Event.PageRead read = page.event();
        return new Arrived(
                page.index(),
                new Event.NoticeReceived(
                        read.channel(),
                        "",
                        "",
                        null,
                        read.facts(),
                        read.unread(),
                        "",
                        Math.min(before.lo(), read.begin()),
                        read.end()));
    }
}
