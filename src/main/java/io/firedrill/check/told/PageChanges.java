package io.firedrill.check.told;

import io.firedrill.journal.Event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pages came to show, each change as if a notice had arrived there: between the begin of the
 * last look that saw something else, with which a reading of something new begins, and its end.
 * Where the page could not be read in between, it is the begin of the last reading before that.
 */
final class PageChanges {
    private PageChanges() {}

    /** Gives the changes of all pages, by the order of reading. */
    static List<Arrived> of(Telling told) {
        List<Arrived> changes = new ArrayList<>();
        Map<String, Telling.Shown> last = new LinkedHashMap<>();
        Set<String> hidden = new HashSet<>();
        for (Telling.Shown page : told.readings()) {
            String channel = page.event().channel();
            if (!page.readable()) {
                hidden.add(channel);
                continue;
            }
            boolean wasHidden = hidden.remove(channel);
            Telling.Shown before = last.put(channel, page);
            if (before == null || !before.event().facts().equals(page.event().facts())) {
                changes.add(change(page, before != null && wasHidden ? before : page));
            }
        }
        return List.copyOf(changes);
    }

    /** Says whether it is such a change, and no message. */
    static boolean made(Arrived notice) {
        return notice.event().recipient().isEmpty() && notice.event().message().isEmpty();
    }

    private static Arrived change(Telling.Shown page, Telling.Shown from) {
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
                        Math.min(from.event().begin(), read.begin()),
                        read.end()));
    }
}
