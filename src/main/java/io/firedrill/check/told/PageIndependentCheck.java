package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges (N17) whether a status page that is none of the entries that customers use answers whole,
 * style sheets and all, each time that it is looked at while customers are hit; and shows within a
 * time of the impact that something is wrong. Exercised where customers were hit while such a page
 * was looked at.
 */
public final class PageIndependentCheck implements Check {
    private static final String AT_MOST = "at-most";
    private static final Set<String> CALM =
            Set.of("operational", "scheduled", "in-progress", "completed");
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n17-page-independent",
                "the status page answers whole while the system is down, and says that it is",
                Awaited.within(
                        Duration.ofMinutes(5), "longest time from the impact to what it shows"),
                Setting.optional(
                        AT_MOST, Setting.Type.COUNT, 0, "how many readings of it may fail"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration within = settings.duration(Awaited.WITHIN);
        int atMost = settings.get(AT_MOST, Integer.class);
        Draft draft = Draft.of(objective, atMost + " failed, shown in " + Scale.limit(within));
        Telling told = new Telling(scenario, journal);
        Restored restored = Restored.of(told);
        Set<String> pages = pages(told);
        if (restored.impact().isEmpty() || pages.isEmpty()) {
            return Unexercised.because(
                    draft,
                    pages.isEmpty()
                            ? "there is no page but on the entries that customers use"
                            : "no customer was hit, so the page had nothing to survive");
        }
        Interval impact = restored.impact().get();
        long end = restored.recovered().map(Interval::lo).orElse(told.observedUntil());
        List<Entry> read =
                readings(told, pages, new Interval(impact.hi(), Math.max(end, impact.hi())));
        Complaints failed = failed(read);
        draft.detail("readings", String.valueOf(read.size()));
        failed.tell(draft, "failed");
        if (failed.size() > atMost) {
            return draft.fail(Reason.PAGE_DOWN, failed.headline());
        }
        List<String> silent = told.unproven(pages);
        if (read.isEmpty()) {
            return silent.isEmpty()
                    ? Unexercised.because(draft, "no page was looked at while customers were hit")
                    : Silent.inconclusive(draft, silent);
        }
        Waits waits = new Waits(told.scale(), within);
        Until until = until(told, restored, within);
        pages.forEach(page -> shown(told, page, until, waits));
        return silent.isEmpty() || waits.late()
                ? waits.rule(draft, Reason.PAGE_DOWN, "the page showed it at once")
                : Silent.inconclusive(draft, silent);
    }

    /** Names the channels that are pages, for the public, and on an entry that no journey uses. */
    private static Set<String> pages(Telling told) {
        Set<String> used = told.scenario().system().journeys().values().stream()
                .map(journey -> journey.entry())
                .collect(Collectors.toSet());
        Set<String> shared = told.publicChannels();
        return told.scenario().system().channels().values().stream()
                .filter(channel -> shared.contains(channel.name()))
                .filter(channel -> channel.look()
                        .filter(look -> !used.contains(look.entry()))
                        .isPresent())
                .map(Channel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A reading with news begins with the last one before them: what counts is its end. */
    private static List<Entry> readings(Telling told, Set<String> pages, Interval time) {
        return told.journal().entries().stream()
                .filter(entry -> entry.event() instanceof Event.PageRead page
                        && pages.contains(page.channel())
                        && page.end() >= time.lo()
                        && page.end() <= time.hi())
                .toList();
    }

    private static Complaints failed(List<Entry> readings) {
        Complaints failed = new Complaints();
        for (Entry entry : readings) {
            Event.PageRead page = (Event.PageRead) entry.event();
            boolean good = page.answered() && page.code() >= OK && page.code() < NOT_OK;
            String detail = page.detail().isEmpty() ? "" : ": " + page.detail();
            if (!good) {
                failed.add(
                        entry.index(),
                        "page " + page.channel()
                                + (page.answered() ? " answered " + page.code() : " did not answer")
                                + " while customers were hit" + detail);
            } else if (!page.whole()) {
                failed.add(
                        entry.index(),
                        "page " + page.channel() + " came without all that it needs" + detail);
            }
        }
        return failed;
    }

    /** How long something was wrong to be shown; after a blip nothing has to be. */
    private record Until(Interval impact, long end) {}

    private static Until until(Telling told, Restored restored, Duration within) {
        Interval impact = restored.impact().orElseThrow();
        long end = restored.recovered()
                .filter(it -> it.since(impact).hi() <= told.scale().inDrill(within))
                .map(Interval::lo)
                .orElse(told.observedUntil());
        return new Until(impact, end);
    }

    private static void shown(Telling told, String page, Until until, Waits waits) {
        Interval impact = until.impact();
        Optional<Arrived> wrong = PageChanges.of(told).stream()
                .filter(change -> change.event().channel().equals(page))
                .filter(change -> change.event().end() >= impact.lo())
                .filter(change -> !change.state().isEmpty() && !CALM.contains(change.state()))
                .findFirst();
        if (wrong.isPresent()) {
            waits.came(
                    page + " showed that something is wrong {} after customers were hit",
                    wrong.get().arrived().since(impact),
                    List.of(wrong.get().index()));
        } else {
            waits.open(
                    page + " had shown nothing wrong {} after customers were hit",
                    Interval.at(until.end()).since(impact),
                    told.pages().stream().limit(1).map(Telling.Shown::index).toList());
        }
    }
}
