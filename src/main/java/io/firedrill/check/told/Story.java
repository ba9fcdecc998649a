package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people were told of the outage since the first fault, in the order in which it arrived:
 * messages, and what pages came to show. Neither tests, nor what only called a pager, nor planned
 * work, nor that all is well.
 */
final class Story {
    static final String RESOLVED = "resolved";
    private static final Set<String> OTHER =
            Set.of("operational", "scheduled", "in-progress", "completed");

    private final Telling told;
    private final List<Arrived> all;

    /** Reads it from the journal. */
    Story(Scenario scenario, Journal journal) {
        this.told = new Telling(scenario, journal);
        long from = told.faults().firstBegin().orElse(Long.MIN_VALUE);
        this.all = Stream.concat(told.notices().stream(), PageChanges.of(told).stream())
                .filter(notice -> notice.event().end() > from)
                .filter(notice -> !told.onPager(notice))
                .filter(Story::aboutAnOutage)
                .sorted(Comparator.comparingLong(notice -> notice.arrived().hi()))
                .toList();
    }

    private static boolean aboutAnOutage(Arrived notice) {
        return notice.state().isEmpty()
                ? notice.slot().isPresent()
                : !OTHER.contains(notice.state());
    }

    /** Gives what the journal says beside it. */
    Telling told() {
        return told;
    }

    /** Gives all of it. */
    List<Arrived> all() {
        return all;
    }

    /** Gives what people outside of the company were told. */
    List<Arrived> toPublic() {
        return all.stream().filter(told::isPublic).toList();
    }

    /** Gives what an audience was told. */
    List<Arrived> to(String audience) {
        return all.stream().filter(notice -> told.isFor(audience, notice)).toList();
    }

    /**
     * Leaves of every update the one that counts, in order of arrival: the first message; or what a
     * page showed, where no message came, or the page was earlier by more than the time between two
     * of its readings. A page alone would make it less exact. What has no number is an update by
     * itself.
     */
    static List<Arrived> updates(List<Arrived> notices) {
        Map<Object, Arrived> chosen = new LinkedHashMap<>();
        for (Arrived notice : notices) {
            Object key = notice.slot().isPresent() ? notice.slot().get() : notice.index();
            chosen.merge(key, notice, Story::counting);
        }
        return chosen.values().stream()
                .sorted(Comparator.comparingLong(notice -> notice.arrived().hi()))
                .toList();
    }

    private static Arrived counting(Arrived first, Arrived later) {
        boolean exact = PageChanges.made(first) && !PageChanges.made(later);
        long after = later.arrived().lo() - first.arrived().hi();
        return exact && after <= first.arrived().width() ? later : first;
    }

    /** Sorts notices by their incidents. */
    static Map<String, List<Arrived>> incidents(List<Arrived> notices) {
        return notices.stream()
                .collect(Collectors.groupingBy(
                        Arrived::incident, LinkedHashMap::new, Collectors.toList()));
    }

    /** Gives of every update, in order of arrival, its first notice on every channel. */
    static Map<Slot, Map<String, Arrived>> byChannel(List<Arrived> notices) {
        Map<Slot, Map<String, Arrived>> slots = new LinkedHashMap<>();
        for (Arrived notice : notices) {
            notice.slot()
                    .ifPresent(slot -> slots.computeIfAbsent(slot, any -> new LinkedHashMap<>())
                            .putIfAbsent(notice.event().channel(), notice));
        }
        return slots;
    }

    /** Names the channels on which notices came. */
    static Set<String> channels(List<Arrived> notices) {
        return notices.stream()
                .map(notice -> notice.event().channel())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says whether a notice leaves the incident open. */
    static boolean open(Arrived notice) {
        return !notice.state().equals(RESOLVED);
    }

    /**
     * Gives when the incident was declared: by the earliest time that a notice states, else when
     * somebody in the company was first told of it, were it by pager; empty where neither is known.
     */
    Optional<Interval> declared() {
        Optional<Interval> stated = all.stream()
                .flatMap(notice -> notice.instant(Fact.DECLARED).stream())
                .min(Comparator.<Instant>naturalOrder())
                .map(told.wallTime()::stamped);
        return stated.or(() -> inside().stream()
                .map(Arrived::arrived)
                .min(Comparator.comparingLong(Interval::hi)));
    }

    private List<Arrived> inside() {
        List<Arrived> inside = new ArrayList<>(pages("trigger"));
        all.stream().filter(notice -> !told.isPublic(notice)).forEach(inside::add);
        return inside;
    }

    /** Gives what a pager was told since the first fault, of one action. */
    List<Arrived> pages(String action) {
        long from = told.faults().firstBegin().orElse(Long.MIN_VALUE);
        return told.notices().stream()
                .filter(told::onPager)
                .filter(notice -> notice.event().end() > from)
                .filter(notice ->
                        notice.fact(Fact.ACTION).filter(action::equals).isPresent())
                .toList();
    }
}
