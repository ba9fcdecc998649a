package io.firedrill.evidence;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Chooses what is worth a line of its own where events are listed: of an update on a channel the
 * first message, however many were sent it, and of a page the reads at which it had changed.
 */
public final class ToldLines {
    private final Set<List<String>> told = new HashSet<>();
    private final Map<String, String> pages = new HashMap<>();

    private ToldLines() {}

    /** Gives the entries without those that only repeat. */
    public static List<Entry> of(List<Entry> entries) {
        ToldLines lines = new ToldLines();
        return entries.stream().filter(entry -> lines.fresh(entry.event())).toList();
    }

    private boolean fresh(Event event) {
        if (event instanceof Event.NoticeReceived notice) {
            return told.add(List.of(
                    notice.channel(),
                    notice.facts().getOrDefault(Fact.INCIDENT, ""),
                    notice.facts().getOrDefault(Fact.UPDATE, ""),
                    notice.facts().getOrDefault(Fact.STATE, ""),
                    notice.facts().getOrDefault(Fact.ACTION, ""),
                    notice.facts().getOrDefault(Fact.TEST, ""),
                    String.join(";", notice.unread())));
        }
        if (event instanceof Event.PageRead page) {
            String said = ToldText.of(page).orElse("");
            return !Objects.equals(pages.put(page.channel(), said), said);
        }
        return true;
    }
}
