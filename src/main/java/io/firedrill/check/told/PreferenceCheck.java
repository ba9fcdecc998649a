package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges (N34) whether people are told as they asked to be: not on a channel that they opted out of
 * (save where {@code safety} needs it), in their language where a notice says which it is in, and
 * on the channel that they prefer, unless it was broken in the drill or its provider could not
 * deliver. Exercised where somebody with such a wish was told of an incident. Quiet hours are not
 * judged: a drill does not run at its recipients' time of day.
 */
public final class PreferenceCheck implements Check {
    private static final String SAFETY = "safety";

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n34-preference",
                "people are told on the channel and in the language that they asked for",
                Setting.choice(
                        SAFETY,
                        List.of("no", "yes"),
                        "whether safety needs it that opt-outs are not heeded"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 ignored");
        Telling told = new Telling(scenario, journal);
        boolean heeded = objective.settings().text(SAFETY).equals("no");
        Complaints ignored = new Complaints();
        Set<String> counted = new TreeSet<>();
        int wishes = 0;
        for (Person person : told.plan().people()) {
            List<Arrived> got = told.notices().stream()
                    .filter(notice -> !notice.incident().isEmpty())
                    .filter(notice -> Reached.isFor(person, notice))
                    .toList();
            if (!got.isEmpty() && hasWish(person, got)) {
                wishes++;
                got.forEach(notice -> unwanted(person, notice, heeded).ifPresent(ignored::add));
                missed(told, person, got).ifPresent(ignored::add);
                counted.addAll(quiet(person, got, heeded));
            }
        }
        draft.detail("people with a wish who were told", String.valueOf(wishes));
        List<String> silent = told.unproven(counted);
        if (ignored.isEmpty() && !silent.isEmpty()) {
            return Silent.inconclusive(draft, silent);
        }
        return wishes == 0
                ? Unexercised.because(
                        draft, "nobody with a wish (channel, language, opt-out) was told anything")
                : ignored.rule(
                        draft,
                        Reason.PREFERENCE_IGNORED,
                        "everybody with a wish was told accordingly ("
                                + (wishes == 1 ? "1 person" : wishes + " people") + ")");
    }

    /** Names the channels on which it counts that somebody got nothing. */
    private static Set<String> quiet(Person person, List<Arrived> got, boolean heeded) {
        Set<String> quiet = new TreeSet<>(heeded ? person.optedOut() : Set.of());
        person.prefers().ifPresent(quiet::add);
        quiet.retainAll(person.addresses().keySet());
        got.forEach(notice -> quiet.remove(notice.event().channel()));
        return quiet;
    }

    private static boolean hasWish(Person person, List<Arrived> got) {
        return person.prefers().isPresent()
                || !person.optedOut().isEmpty()
                || got.stream().anyMatch(notice -> notice.fact(Fact.LANGUAGE).isPresent());
    }

    private static Optional<Complaints.Complaint> unwanted(
            Person person, Arrived notice, boolean heeded) {
        String channel = notice.event().channel();
        if (heeded && person.optedOut().contains(channel)) {
            return Optional.of(new Complaints.Complaint(
                    notice.index(),
                    person.name() + " opted out of " + channel + " and got " + notice.named()));
        }
        return notice.fact(Fact.LANGUAGE)
                .filter(language -> !language.equalsIgnoreCase(person.language()))
                .map(language -> new Complaints.Complaint(
                        notice.index(),
                        person.name() + " reads " + person.language() + " and got " + notice.named()
                                + " in " + language));
    }

    /** Somebody who was told elsewhere only, though his channel was not broken. */
    private static Optional<Complaints.Complaint> missed(
            Telling told, Person person, List<Arrived> got) {
        return person.prefers()
                .filter(channel -> got.stream()
                        .noneMatch(notice -> notice.event().channel().equals(channel)))
                .filter(channel -> !person.optedOut().contains(channel))
                .filter(channel -> told.unproven(Set.of(channel)).isEmpty())
                .filter(channel -> !broken(told, channel))
                .map(channel -> new Complaints.Complaint(
                        got.get(0).index(),
                        person.name() + " prefers " + channel + " and was told on "
                                + got.get(0).event().channel() + " only"));
    }

    private static boolean broken(Telling told, String channel) {
        return !new Hindered(told).times(channel).isEmpty()
                || told.journal()
                        .all(Event.DeliveryReported.class)
                        .anyMatch(report -> report.channel().equals(channel)
                                && (report.delivery() == Delivery.UNDELIVERED
                                        || report.delivery() == Delivery.REFUSED));
    }
}
