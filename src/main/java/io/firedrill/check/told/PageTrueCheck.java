package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Outage;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges (N18) whether a page that the public looks at tells the truth: it does not go on showing
 * {@code operational} while customers of a journey are not served, nor that something is wrong long
 * after all are served again. Each time runs from the impact, or the recovery, to the first reading
 * that shows it right. Exercised where a page was looked at in an outage longer than the limit, or
 * showed that something was wrong.
 */
public final class PageTrueCheck implements Check {
    private static final String AFTER = "after";
    private static final String OPERATIONAL = "operational";
    private static final Set<String> WELL =
            Set.of(OPERATIONAL, "resolved", "scheduled", "completed", "in-progress", "");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n18-page-true",
                "no page shows that all is well while journeys fail, nor trouble long after",
                Awaited.within(
                        Duration.ofMinutes(5),
                        "how long it may show 'operational' while customers are hit"),
                Setting.optional(
                        AFTER,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(10),
                        "how long it may show trouble after all are served again"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration within = settings.duration(Awaited.WITHIN);
        Draft draft = Draft.of(
                objective, Scale.limit(within) + ", " + Scale.limit(settings.duration(AFTER)));
        Telling told = new Telling(scenario, journal);
        Restored restored = Restored.of(told);
        Waits well = new Waits(told.scale(), within);
        Waits ill = new Waits(told.scale(), settings.duration(AFTER));
        boolean tried = false;
        for (List<Telling.Shown> readings : byPage(told).values()) {
            for (Outage outage : restored.outages()) {
                wellWhileFailing(readings, outage, well);
                tried |= outage.atLeast() > told.scale().inDrill(within);
            }
            restored.recovered().ifPresent(end -> illAfter(told, readings, end, ill));
        }
        if (well.late()) {
            return well.rule(draft, Reason.PAGE_UNTRUE, "");
        }
        if (ill.late()) {
            return ill.rule(draft, Reason.PAGE_UNTRUE, "");
        }
        if (!ill.isEmpty() && well.isEmpty()) {
            List<String> silent = told.unproven(byPage(told).keySet());
            if (!silent.isEmpty()) {
                return Silent.inconclusive(draft, silent);
            }
            return ill.rule(draft, Reason.PAGE_UNTRUE, "the page showed at once that all is well");
        }
        if (well.isEmpty() || !tried) {
            return Unexercised.because(
                    draft, "no page was looked at in an outage longer than " + Scale.limit(within));
        }
        return both(draft, well, ill, told);
    }

    /** The worse of the two decides: neither is surely late. */
    private static Verdict both(Draft draft, Waits well, Waits ill, Telling told) {
        List<String> silent = told.unproven(byPage(told).keySet());
        if (!silent.isEmpty()) {
            return Silent.inconclusive(draft, silent);
        }
        Verdict first =
                well.rule(draft, Reason.PAGE_UNTRUE, "no page showed that all is well meanwhile");
        return first.status() != Verdict.Status.PASS || ill.isEmpty()
                ? first
                : better(first, ill.rule(draft, Reason.PAGE_UNTRUE, "it showed so at once"));
    }

    private static Verdict better(Verdict first, Verdict second) {
        return second.status() == Verdict.Status.PASS ? first : second;
    }

    /** Gives all readings of public pages, those that brought nothing as well. */
    private static Map<String, List<Telling.Shown>> byPage(Telling told) {
        Set<String> shared = told.publicChannels();
        return told.journal().entries().stream()
                .filter(entry -> entry.event() instanceof Event.PageRead page
                        && shared.contains(page.channel()))
                .map(entry -> new Telling.Shown(entry.index(), (Event.PageRead) entry.event()))
                .collect(Collectors.groupingBy(page -> page.event().channel()));
    }

    /** Gives what it states; nothing where it could not be read. */
    private static String state(Telling.Shown page) {
        return page.readable() ? page.fact(Fact.STATE).orElse("") : "";
    }

    private static void wellWhileFailing(List<Telling.Shown> readings, Outage outage, Waits waits) {
        long end = outage.recovered().map(Interval::lo).orElse(outage.lastDark());
        int last = -1;
        boolean read = false;
        for (int at = 0; at < readings.size(); at++) {
            Interval time = readings.get(at).read();
            if (time.lo() >= outage.impact().hi() && time.hi() <= end) {
                read |= !state(readings.get(at)).isEmpty();
                last = state(readings.get(at)).equals(OPERATIONAL) ? at : last;
            }
        }
        if (!read) {
            return;
        }
        if (last < 0) {
            waits.came(
                    "no page showed 'operational' {} after customers were hit",
                    Interval.at(0),
                    List.of(readings.get(0).index()));
            return;
        }
        Telling.Shown wrong = readings.get(last);
        long right = last + 1 < readings.size()
                ? Math.min(
                        readings.get(last + 1).read().hi(),
                        Math.max(end, wrong.read().hi()))
                : wrong.read().hi();
        waits.came(
                "page " + wrong.event().channel()
                        + " showed 'operational' up to {} after customers were hit",
                new Interval(wrong.read().lo(), right).since(outage.impact()),
                List.of(wrong.index()));
    }

    private static void illAfter(
            Telling told, List<Telling.Shown> readings, Interval end, Waits waits) {
        int last = -1;
        for (int at = 0; at < readings.size(); at++) {
            last = WELL.contains(state(readings.get(at))) ? last : at;
        }
        if (last < 0) {
            return;
        }
        Telling.Shown wrong = readings.get(last);
        String said = "page " + wrong.event().channel() + " showed '" + state(wrong)
                + "' up to {} after all customers were served again";
        if (last + 1 < readings.size()) {
            long right = readings.get(last + 1).read().hi();
            waits.came(
                    said,
                    new Interval(wrong.read().lo(), right).since(end),
                    List.of(wrong.index()));
        } else {
            waits.open(said, Interval.at(told.observedUntil()).since(end), List.of(wrong.index()));
        }
    }
}
