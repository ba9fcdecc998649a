package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N25) whether those are informed who answer for the company: executives get a summary at
 * least every so often while the incident is open, the media one holding statement, the regulator a
 * first draft in time (DORA: 4 h from classification, taken as the declaration). Each of the three
 * is asked of an audience of that name; one that the plan does not have is not judged. Exercised
 * where the incident was open for longer than one of these times, or they were told sooner.
 */
public final class ExecutivesCheck implements Check {
    private static final String EXECUTIVES = "executives";
    private static final String MEDIA = "media";
    private static final String REGULATOR = "regulator";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n25-executives",
                "executives, media and the regulator are informed in their own rhythm",
                Setting.optional(
                        "every",
                        Setting.Type.DURATION,
                        Duration.ofHours(1),
                        "the longest that executives hear nothing while it is open"),
                Setting.optional(
                        "regulator-within",
                        Setting.Type.DURATION,
                        Duration.ofHours(4),
                        "longest time from the declaration to the regulator's first notice"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(
                objective,
                "executives every " + Scale.limit(settings.duration("every")) + ", regulator in "
                        + Scale.limit(settings.duration("regulator-within")));
        Optional<Interval> declared = told.declared();
        if (declared.isEmpty()) {
            return Unexercised.because(draft, "no incident was declared");
        }
        List<Asked> asked = asked(told, declared.get(), settings);
        asked.forEach(one -> one.tell(draft, told.scale()));
        List<String> silent = asked.stream()
                .filter(one -> one.late(told.scale()) && !one.heard())
                .flatMap(one -> unheard(told, one.audience()).stream())
                .toList();
        return silent.isEmpty()
                ? rule(draft, told.scale(), asked)
                : Silent.inconclusive(draft, silent);
    }

    /** Names the channels of an audience where none of them was seen alive. */
    private static List<String> unheard(Telling told, String audience) {
        Set<String> channels = Optional.ofNullable(told.plan().audiences().get(audience))
                .map(it -> Set.copyOf(it.channels()))
                .orElse(Set.of());
        List<String> silent = told.unproven(channels);
        return silent.size() == channels.size() ? silent : List.of();
    }

    /**
     * What one audience was to hear.
     *
     * @param longest the longest time in which it heard nothing, or nothing yet
     * @param heard whether that time ended with news
     */
    private record Asked(String audience, Duration limit, Interval longest, boolean heard) {
        void tell(Draft draft, Scale scale) {
            draft.detail(
                    audience,
                    (heard ? "heard after " : "heard nothing for ") + scale.took(longest)
                            + " at the longest, limit " + Scale.limit(limit));
        }

        boolean late(Scale scale) {
            return longest.lo() > scale.inDrill(limit);
        }

        boolean unclear(Scale scale) {
            return !late(scale) && longest.hi() > scale.inDrill(limit);
        }
    }

    private static List<Asked> asked(Telling told, Interval declared, Settings settings) {
        List<Asked> asked = new ArrayList<>();
        Duration every = settings.duration("every");
        Duration within = settings.duration("regulator-within");
        long end = told.resolved().map(Interval::lo).orElse(told.observedUntil());
        if (told.plan().audiences().containsKey(EXECUTIVES)) {
            List<Gaps.Gap> gaps =
                    Gaps.of(declared, forAudience(told, EXECUTIVES), Optional.of(end));
            asked.add(longest(EXECUTIVES, every, gaps));
        }
        asked.addAll(first(told, REGULATOR, declared, within));
        asked.addAll(first(told, MEDIA, declared, every));
        return List.copyOf(asked);
    }

    private static Asked longest(String audience, Duration limit, List<Gaps.Gap> gaps) {
        Gaps.Gap longest = gaps.stream()
                .max((one, other) ->
                        Long.compare(one.length().lo(), other.length().lo()))
                .orElseThrow();
        return new Asked(audience, limit, longest.length(), gaps.size() > 1);
    }

    private static List<Asked> first(
            Telling told, String audience, Interval declared, Duration limit) {
        if (!told.plan().audiences().containsKey(audience)) {
            return List.of();
        }
        List<Arrived> got = forAudience(told, audience);
        return got.isEmpty()
                ? List.of(new Asked(
                        audience, limit, Interval.at(told.observedUntil()).since(declared), false))
                : List.of(new Asked(audience, limit, got.get(0).arrived().since(declared), true));
    }

    private static List<Arrived> forAudience(Telling told, String audience) {
        return told.notices().stream()
                .filter(notice -> told.isFor(audience, notice))
                .toList();
    }

    private static Verdict rule(Draft draft, Scale scale, List<Asked> asked) {
        for (Asked one : asked) {
            if (one.late(scale)) {
                return draft.measured(
                                scale.seconds(one.longest().lo()),
                                scale.seconds(one.longest().hi()),
                                "s")
                        .fail(
                                Reason.NOT_INFORMED,
                                one.audience() + " heard nothing for " + scale.took(one.longest())
                                        + ", limit " + Scale.limit(one.limit()));
            }
        }
        for (Asked one : asked) {
            if (one.unclear(scale)) {
                return draft.inconclusive(
                        Reason.STRADDLES_LIMIT,
                        one.audience() + " heard nothing for " + scale.took(one.longest())
                                + ", and the limit of " + Scale.limit(one.limit())
                                + " lies inside the error");
            }
        }
        List<String> heard =
                asked.stream().filter(Asked::heard).map(Asked::audience).toList();
        return heard.size() < asked.size() || heard.isEmpty()
                ? Unexercised.because(
                        draft,
                        "the incident was not open for long enough to owe "
                                + (asked.isEmpty() ? "anybody" : "everybody") + " a notice")
                : draft.pass(String.join(", ", heard) + " heard in time");
    }
}
