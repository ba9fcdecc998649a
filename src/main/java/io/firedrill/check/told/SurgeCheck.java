package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges (N27) whether who asks during the outage is answered in time, and with the state that the
 * public was told by then: what the agents say is what the notices say. An inquiry is what a
 * person, or a stand-in, {@code answered} in the drill ({@code PersonActed}) while the public knew
 * of the incident; the answer names the state. Exercised where there was such an inquiry: a drill
 * in which nobody asks shows nothing of a surge, and one inquiry shows nothing of a thousand.
 */
public final class SurgeCheck implements Check {
    private static final String WITHIN = "within";

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n27-surge",
                "who asks during the outage is told the public state in time",
                Setting.optional(
                        WITHIN,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(5),
                        "longest time from question to answer"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(WITHIN);
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, Scale.limit(within));
        List<Inquiry> inquiries = inquiries(told);
        long standIns = inquiries.stream().filter(it -> it.act().standIn()).count();
        draft.detail("inquiries", String.valueOf(inquiries.size()))
                .detail("answered by stand-ins", String.valueOf(standIns));
        if (inquiries.isEmpty()) {
            return Unexercised.because(
                    draft, "nobody asked and was answered after the public was first told");
        }
        return rule(draft, told, inquiries, within);
    }

    /** One question that was answered while there was a public state. */
    private record Inquiry(long index, Event.PersonActed act, Set<String> states) {
        Interval took() {
            return Interval.at(act.end() - act.begin());
        }

        boolean consistent() {
            return states.stream()
                    .anyMatch(it -> WordList.phrase(it).matcher(act.detail()).find());
        }
    }

    private static List<Inquiry> inquiries(Telling told) {
        List<Inquiry> found = new ArrayList<>();
        for (Entry entry : told.journal().entries()) {
            if (entry.event() instanceof Event.PersonActed act && act.act().equals("answered")) {
                Set<String> states = statesIn(told, new Interval(act.begin(), act.end()));
                if (!states.isEmpty()) {
                    found.add(new Inquiry(entry.index(), act, states));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Gives the states that were the public one at some instant of a time. */
    private static Set<String> statesIn(Telling told, Interval time) {
        Set<String> states = new TreeSet<>();
        for (Arrived notice : Telling.firsts(told.publicNotices())) {
            if (notice.event().begin() > time.hi() || notice.state().isEmpty()) {
                continue;
            }
            if (notice.event().end() <= time.lo()) {
                states.clear();
            }
            states.add(notice.state());
        }
        return states;
    }

    private static Verdict rule(
            Draft draft, Telling told, List<Inquiry> inquiries, Duration within) {
        long limit = told.scale().inDrill(within);
        Complaints wrong = new Complaints();
        for (Inquiry inquiry : inquiries) {
            if (inquiry.took().lo() > limit) {
                wrong.add(
                        inquiry.index(),
                        "'" + inquiry.act().about() + "' was answered after "
                                + told.scale().took(inquiry.took()) + ", limit "
                                + Scale.limit(within));
            } else if (!inquiry.consistent()) {
                wrong.add(
                        inquiry.index(),
                        "'" + inquiry.act().about() + "' was answered with '"
                                + inquiry.act().detail() + "', when the public state was "
                                + String.join(" or ", inquiry.states()));
            }
        }
        return wrong.rule(
                draft,
                Reason.INQUIRY_UNANSWERED,
                "everybody who asked was answered in time, with the public state "
                        + Amount.of(inquiries.size(), "answer"));
    }
}
