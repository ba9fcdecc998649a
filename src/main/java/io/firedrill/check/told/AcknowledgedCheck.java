package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges (N02) whether somebody acknowledged the alert in time, or it was escalated: to somebody
 * else, who acknowledged in time or else was followed by the next one. The alert is the pager's
 * first trigger; an escalation is a trigger on another pager or for another recipient, or journaled
 * as one. Exercised where a pager was called.
 */
public final class AcknowledgedCheck implements Check {
    private static final String GRACE = "grace";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilTold(
                "n02-acknowledged",
                "an alert is acknowledged within a time, or else escalated to the next person",
                Awaited.within(Duration.ofMinutes(5), "longest time from the call to the answer"),
                Setting.optional(
                        GRACE,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(1),
                        "how much later the next person may be called"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration within = settings.duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        List<Arrived> calls = story.pages("trigger");
        if (calls.isEmpty()) {
            return Unexercised.because(
                    draft, "no pager was called, so there was nothing to acknowledge");
        }
        Calls chain = Calls.of(calls, story);
        Optional<Act> answer = chain.answer();
        answer.ifPresent(it -> draft.detail("acknowledged by", it.who()));
        Scale scale = story.told().scale();
        Waits next = chain.unanswered(scale, within.plus(settings.duration(GRACE)));
        draft.detail("escalations", String.valueOf(chain.called().size() - 1));
        if (answer.isEmpty() || next.late()) {
            return next.rule(draft, Reason.NOT_ACKNOWLEDGED, "");
        }
        Act last = chain.called().get(chain.called().size() - 1);
        Waits answered = new Waits(scale, within);
        answered.came(
                "the alert was acknowledged {} after " + last.who() + " was called",
                answer.get().when().since(last.when()),
                List.of(calls.get(0).index(), answer.get().index()));
        return answered.rule(draft, Reason.NOT_ACKNOWLEDGED, "the alert was acknowledged at once");
    }

    /** Something that a person did, or that was done to call one. */
    private record Act(String who, String about, Interval when, long index) {}

    /** Who was called one after the other until the first answer. */
    private record Calls(List<Act> called, Optional<Act> answer, long until) {

        static Calls of(List<Arrived> triggers, Story story) {
            Arrived alert = triggers.get(0);
            Set<String> others = others(triggers);
            Optional<Act> answer = answers(story)
                    .filter(act -> act.when().hi() >= alert.arrived().hi())
                    .filter(act -> !others.contains(act.about()))
                    .min(Comparator.comparingLong(act -> act.when().hi()));
            long end = answer.map(act -> act.when().hi()).orElse(Long.MAX_VALUE);
            List<Act> called = Stream.concat(calls(triggers), acts(story, "escalated"))
                    .filter(act -> act.when().hi() <= end)
                    .filter(act -> act.when().hi() >= alert.arrived().lo())
                    .sorted(Comparator.comparingLong(act -> act.when().hi()))
                    .toList();
            return new Calls(called, answer, story.told().observedUntil());
        }

        /** Names what the chain of calls was not about: to answer that is no answer to them. */
        private static Set<String> others(List<Arrived> triggers) {
            Set<Arrived.Box> known = new HashSet<>();
            Set<String> all = new HashSet<>();
            Set<String> chain = new HashSet<>();
            for (Arrived call : triggers) {
                all.add(call.incident());
                if (known.add(call.box())) {
                    chain.add(call.incident());
                }
            }
            all.removeAll(chain);
            return all;
        }

        private static Stream<Act> calls(List<Arrived> triggers) {
            Set<Arrived.Box> known = new HashSet<>();
            return triggers.stream().filter(call -> known.add(call.box())).map(call -> act(call));
        }

        private static Act act(Arrived call) {
            return new Act(who(call), call.incident(), call.arrived(), call.index());
        }

        private static String who(Arrived call) {
            String recipient = call.event().recipient();
            return recipient.isEmpty() ? call.event().channel() : recipient;
        }

        private static Stream<Act> answers(Story story) {
            Stream<Act> paged = story.pages("acknowledge").stream().map(Calls::act);
            return Stream.concat(paged, acts(story, "acknowledged"));
        }

        private static Stream<Act> acts(Story story, String word) {
            return story.told().journal().entries().stream()
                    .filter(entry -> entry.event() instanceof Event.PersonActed act
                            && act.act().equals(word))
                    .map(entry -> act(entry.index(), (Event.PersonActed) entry.event()));
        }

        private static Act act(long index, Event.PersonActed act) {
            String who = act.role() + (act.standIn() ? " (a stand-in)" : "");
            return new Act(who, act.about(), Interval.at(act.end()), index);
        }

        /** How long each call but the last waited for the next; the last too, if unanswered. */
        Waits unanswered(Scale scale, Duration limit) {
            Waits waits = new Waits(scale, limit);
            for (int at = 0; at + 1 < called.size(); at++) {
                Act one = called.get(at);
                Act next = called.get(at + 1);
                waits.came(
                        next.who() + " was called {} after " + one.who() + " did not answer",
                        next.when().since(one.when()),
                        List.of(one.index(), next.index()));
            }
            if (answer.isEmpty()) {
                Act last = called.get(called.size() - 1);
                waits.open(
                        "nobody had acknowledged the alert {} after " + last.who()
                                + " was called, and nobody else was called",
                        Interval.at(until).since(last.when()),
                        List.of(last.index()));
            }
            return waits;
        }
    }
}
