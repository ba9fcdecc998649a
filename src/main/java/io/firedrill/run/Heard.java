package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people have been told of the outage so far, in messages and on pages. Neither a pager's call
 * nor planned work is of it, nor what a page showed before and shows still.
 *
 * @param since the first injection's intent, in nanoseconds of the drill's clock
 */
record Heard(Map<String, Channel> channels, Journal journal, long since) {
    private static final String PAGER = "pagerduty";
    private static final String WELL = "operational";
    private static final Set<String> PLANNED = Set.of("scheduled", "in-progress", "completed");

    /** Says whether some channel has told of that state. */
    boolean of(String state) {
        return states().values().stream().anyMatch(told -> told.contains(state));
    }

    /**
     * Says whether some channel has told of that state, and so has every other one that has told of
     * the outage at all. A page that shows that all is well again has nothing more to tell.
     */
    boolean everywhere(String state) {
        return of(state)
                && states().values().stream()
                        .allMatch(told -> told.contains(state)
                                || told.get(told.size() - 1).equals(WELL));
    }

    /** Says whether some channel has told of the state, and then none anything new for so long. */
    boolean quiet(Trigger.ToldEverywhere told, long now) {
        return of(told.state()) && now - news() > told.quiet().toNanos();
    }

    /** Gives when the last message came, or a page last changed. */
    private long news() {
        long latest = journal.all(Event.NoticeReceived.class)
                .filter(notice -> !isPager(notice.channel()))
                .mapToLong(Event.NoticeReceived::end)
                .max()
                .orElse(since);
        Map<String, Map<String, String>> shown = new HashMap<>();
        for (Event.PageRead page : journal.all(Event.PageRead.class).toList()) {
            if (!page.facts().equals(shown.put(page.channel(), page.facts()))) {
                latest = Math.max(latest, page.end());
            }
        }
        return latest;
    }

    private Map<String, List<String>> states() {
        Map<String, List<String>> states = new HashMap<>();
        journal.all(Event.NoticeReceived.class)
                .filter(notice -> notice.end() > since && !isPager(notice.channel()))
                .forEach(notice -> state(notice.facts())
                        .filter(state -> !state.equals(WELL))
                        .ifPresent(state -> told(states, notice.channel(), state)));
        pages().forEach((channel, shown) -> shown.stream()
                .dropWhile(state -> state.equals(WELL))
                .forEach(state -> told(states, channel, state)));
        return states;
    }

    private static void told(Map<String, List<String>> states, String channel, String state) {
        states.computeIfAbsent(channel, any -> new ArrayList<>()).add(state);
    }

    /** Gives what pages showed, from the first change since then on. */
    private Map<String, List<String>> pages() {
        Map<String, List<String>> before = new HashMap<>();
        Map<String, List<String>> shown = new LinkedHashMap<>();
        journal.all(Event.PageRead.class).forEach(page -> {
            Optional<String> state = state(page.facts());
            if (state.isEmpty()) {
                return;
            }
            List<String> now = List.of(state.get(), page.facts().getOrDefault(Fact.INCIDENT, ""));
            if (page.end() <= since) {
                before.put(page.channel(), now);
            } else if (shown.containsKey(page.channel())
                    || !now.equals(before.get(page.channel()))) {
                told(shown, page.channel(), state.get());
            }
        });
        return shown;
    }

    private static Optional<String> state(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(Fact.STATE)).filter(state -> !PLANNED.contains(state));
    }

    private boolean isPager(String name) {
        return Optional.ofNullable(channels.get(name))
                .map(Channel::speaks)
                .filter(PAGER::equals)
                .isPresent();
    }
}
