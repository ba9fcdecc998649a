package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N28) whether a blip alarms nobody: while every outage stays below the threshold, the
 * public is sent nothing and no page shows an incident. Exercised where the outage surely stayed
 * below it, and the pager was called: what nobody in the company noticed shows nothing of how
 * carefully it speaks.
 */
public final class ThresholdCheck implements Check {
    private static final String THRESHOLD = "threshold";
    private static final String WATCHED = "watched";
    private static final Set<String> CALM =
            Set.of("operational", "scheduled", "in-progress", "completed");

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "n28-threshold",
                List.of(
                        Setting.optional(
                                THRESHOLD,
                                Setting.Type.DURATION,
                                Duration.ofMinutes(1),
                                "how long an outage may last of which the public is not told"),
                        Setting.optional(
                                WATCHED,
                                Setting.Type.DURATION,
                                Duration.ofMinutes(5),
                                "for how long after the last heal an alarm may still come")),
                ThresholdCheck::awaits,
                false,
                "an outage shorter than the threshold alarms nobody outside of the company");
    }

    /** Nothing is to come, so the whole time is waited for. */
    private static List<Await> awaits(Settings settings) {
        Duration watched = settings.duration(WATCHED);
        return List.of(new Await(new Trigger.After(watched), watched, Await.From.LAST_HEAL));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration threshold = objective.settings().duration(THRESHOLD);
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, "0 below " + Scale.limit(threshold));
        if (told.faults().first().isEmpty()) {
            return Unexercised.because(draft, "no fault was applied, so there was nothing to hide");
        }
        Interval longest = FailingJourneys.of(scenario, journal).longest();
        long limit = told.scale().inDrill(threshold);
        if (longest.lo() >= limit) {
            return Unexercised.because(
                    draft,
                    "the outage lasted " + told.scale().atLeast(longest.lo())
                            + ", which is not below the threshold of " + Scale.limit(threshold));
        }
        if (longest.hi() >= limit) {
            return draft.inconclusive(
                    Reason.STRADDLES_LIMIT,
                    "it is not known whether the outage stayed below the threshold of "
                            + Scale.limit(threshold));
        }
        String blip = "an outage of " + told.scale().took(longest);
        draft.detail("outage", told.scale().took(longest));
        long until =
                told.faults().end().orElse(Long.MAX_VALUE - Duration.ofDays(1).toNanos())
                        + told.scale().inDrill(objective.settings().duration(WATCHED));
        Verdict verdict = rule(draft, told, blip);
        return verdict.status() == Verdict.Status.PASS && told.observedUntil() < until
                ? draft.inconclusive(
                        Reason.NOT_MEASURED,
                        blip + " alarmed nobody, and was not watched for "
                                + Scale.limit(objective.settings().duration(WATCHED))
                                + " after its end")
                : verdict;
    }

    private static Verdict rule(Draft draft, Telling told, String blip) {
        Complaints alarms = alarms(told);
        alarms.tell(draft, "alarms");
        if (!alarms.isEmpty()) {
            return draft.fail(
                    Reason.FALSE_ALARM, blip + " alarmed the public: " + alarms.headline());
        }
        Optional<Arrived> strange = since(told, told.publicMessages()).stream()
                .filter(notice -> !notice.ofAnIncident())
                .findFirst();
        if (strange.isPresent()) {
            return draft.event(strange.get().index())
                    .inconclusive(
                            Reason.NOT_MEASURED,
                            strange.get().named() + " states nothing that could be read, so it is"
                                    + " not known whether it alarmed anybody");
        }
        List<Arrived> calls =
                since(told, told.notices()).stream().filter(told::onPager).toList();
        calls.forEach(call -> draft.event(call.index()));
        if (calls.isEmpty()) {
            return Unexercised.because(
                    draft, "the pager was not called either, so nobody had to hold back");
        }
        List<String> silent = told.unproven(told.publicChannels());
        return silent.isEmpty()
                ? draft.pass(blip + " alarmed nobody outside of the company, and the pager was"
                        + " called")
                : Silent.inconclusive(draft, silent);
    }

    private static Complaints alarms(Telling told) {
        Complaints alarms = new Complaints();
        for (Arrived notice : since(told, told.publicNotices())) {
            if (!CALM.contains(notice.state())) {
                alarms.add(notice.index(), notice.named() + " said '" + notice.state() + "'");
            }
        }
        long from = told.faults().firstBegin().orElse(Long.MAX_VALUE);
        for (Telling.Shown page : told.pages()) {
            String state = page.fact(Fact.STATE).orElse("operational");
            boolean calm = CALM.contains(state) || state.equals("resolved"); // of an earlier one
            if (page.event().end() > from && !calm) {
                alarms.add(
                        page.index(), "page " + page.event().channel() + " showed '" + state + "'");
            }
        }
        return alarms;
    }

    private static List<Arrived> since(Telling told, List<Arrived> notices) {
        long from = told.faults().firstBegin().orElse(Long.MAX_VALUE);
        return notices.stream().filter(notice -> notice.event().end() > from).toList();
    }
}
