package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges how long customers wait, by a percentile in a window that begins with the first fault:
 * against an absolute limit, or against so many times the same percentile before the faults.
 * Whoever was not served waited without end, so failing quickly is no way to pass.
 */
public final class LatencyCheck implements Check {
    private static final Map<String, Double> SHARES =
            Map.of("p50", 0.5, "p90", 0.9, "p95", 0.95, "p99", 0.99);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "latency",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose customers"),
                        Setting.choice(
                                "percentile", List.of("p99", "p95", "p90", "p50"), "which of them"),
                        Setting.optional("at-most", Setting.Type.DURATION, "longest wait"),
                        Setting.optional(
                                "times-baseline",
                                Setting.Type.COUNT,
                                "longest wait, as a multiple of that before the faults"),
                        Setting.required(
                                "window",
                                Setting.Type.DURATION,
                                "how long from the first fault on")),
                LatencyCheck::awaits,
                false,
                "customers wait no longer than that in a window from the first fault on");
    }

    private static List<Await> awaits(Settings settings) {
        Duration window = settings.duration("window");
        return List.of(new Await(new Trigger.After(window), window, Await.From.FIRST_FAULT));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return settings.text("percentile") + " of the waits of " + settings.text("of") + " in the "
                + PlainWords.duration(settings.duration("window"))
                + " from the first fault on is at most "
                + settings.find("at-most", Duration.class)
                        .map(PlainWords::duration)
                        .orElseGet(() -> settings.find("times-baseline", Integer.class)
                                .map(it -> it + " times that of the baseline")
                                .orElse("as long as before"))
                + "; whoever was not served waited for ever";
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        String percentile = settings.text("percentile");
        Draft draft = Draft.of(objective, target(settings));
        Faults faults = Faults.of(journal);
        OptionalLong fault = faults.firstBegin();
        if (fault.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so no window began");
        }
        faults.all().forEach(one -> draft.events(one.events()));
        Look look = new Look(
                settings.text("of"), SHARES.getOrDefault(percentile, 1.0), scenario, journal);
        JourneyMeasure measure = JourneyMeasure.of(look.journey(), scenario, journal, faults);
        JourneyFacts.Cuts cuts = DrillFacts.cuts(journal, faults);
        AvailabilityCheck.tellPhases(draft, measure, cuts);
        Optional<Interval> limit =
                limit(settings, look.of(cuts.before(measure.attempts().list()), measure, 0));
        if (limit.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "it names neither or both of 'at-most' and 'times-baseline',"
                            + " or too few were served before the faults");
        }
        long until = fault.getAsLong() + settings.duration("window").toNanos();
        Generator.note(look.journey(), scenario, journal)
                .ifPresent(note -> draft.detail("sent by", note));
        Percentile found = look.in(new Interval(fault.getAsLong(), until), measure);
        long least = Percentile.least(look.share());
        if (found.counted() < least) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    found.counted() + " attempts are too few for " + percentile + " of "
                            + look.journey() + ", " + least + " are needed");
        }
        return rule(draft, percentile + " of " + look.journey(), found, limit.get());
    }

    private static String target(Settings settings) {
        return settings.text("percentile") + " at most "
                + settings.find("at-most", Duration.class)
                        .map(Figures::limit)
                        .orElseGet(() -> settings.find("times-baseline", Integer.class)
                                        .orElse(0) + " x baseline")
                + " in " + Figures.limit(settings.duration("window"));
    }

    private static Optional<Interval> limit(Settings settings, Percentile before) {
        Optional<Duration> absolute = settings.find("at-most", Duration.class);
        Optional<Integer> times = settings.find("times-baseline", Integer.class);
        if (absolute.isPresent() == times.isPresent()) {
            return Optional.empty();
        }
        return absolute.map(limit -> Interval.at(limit.toNanos()))
                .or(() -> before.high() == Percentile.NEVER
                        ? Optional.empty()
                        : Optional.of(new Interval(
                                before.low() * times.get(), before.high() * times.get())));
    }

    /** Whose percentile is looked for, and where. */
    private record Look(String journey, double share, Scenario scenario, Journal journal) {

        Percentile in(Interval time, JourneyMeasure measure) {
            double rate = scenario.customers().getOrDefault(journey, 0.0);
            Share counted = Share.of(measure, Share.dropped(journal, journey), time, rate);
            List<Event.Attempt> there = measure.attempts().list().stream()
                    .filter(attempt -> attempt.intended() >= time.lo())
                    .filter(attempt -> attempt.intended() < time.hi())
                    .toList();
            long dropped = counted.total() - planned(there).size();
            return of(there, measure, Math.max(0, dropped));
        }

        Percentile of(List<Event.Attempt> attempts, JourneyMeasure measure, long unknown) {
            List<Event.HarnessStalled> stalls =
                    journal.all(Event.HarnessStalled.class).toList();
            Percentile.Waits waits = new Percentile.Waits(planned(attempts), measure, stalls);
            return Percentile.of(share, waits, unknown);
        }

        private static List<Event.Attempt> planned(List<Event.Attempt> attempts) {
            return attempts.stream().filter(attempt -> attempt.repeats() == 0).toList();
        }
    }

    private static Verdict rule(Draft draft, String what, Percentile found, Interval limit) {
        String asked = ", at most " + Figures.exact(limit.lo())
                + (limit.width() == 0 ? "" : " to " + Figures.exact(limit.hi())) + " asked";
        if (found.low() == Percentile.NEVER) {
            return draft.fail(Reason.TOO_SLOW, what + " was never served" + asked);
        }
        if (found.high() != Percentile.NEVER) {
            draft.seconds(new Interval(Math.min(found.low(), found.high()), found.high()));
        }
        String said = what + " waited " + Figures.exact(found.low()) + " to "
                + (found.high() == Percentile.NEVER ? "for ever" : Figures.exact(found.high()))
                + asked;
        if (found.high() <= limit.lo()) {
            return draft.pass(said);
        }
        if (found.low() > limit.hi()) {
            return draft.fail(Reason.TOO_SLOW, said);
        }
        return found.high() == Percentile.NEVER
                ? draft.inconclusive(Reason.HARNESS_OVERLOADED, said + "; too much is not known")
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
    }
}
