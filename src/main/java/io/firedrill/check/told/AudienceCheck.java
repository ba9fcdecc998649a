package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges (N14) whether those were told whom it touches, and nobody else outside of the company:
 * each person of a public audience of whose journeys one failed got a notice; nobody got one of
 * whose journeys none failed; and a notice for an audience or a segment came to nobody of another
 * one. Exercised where customers were hit and the public was told.
 */
public final class AudienceCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n14-audience",
                "those are told whom it touches, and nobody else is alarmed",
                Awaited.within(
                        Duration.ofMinutes(10), "how long after the first notice the last may be"),
                Awaited.threshold());
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 left out, 0 alarmed");
        Story story = new Story(scenario, journal);
        Scale scale = story.told().scale();
        Hit hit = Hit.of(story, scale.inDrill(objective.settings().duration(Awaited.THRESHOLD)));
        List<Arrived> notices = story.toPublic();
        if (hit.journeys().isEmpty() || notices.isEmpty()) {
            return Unexercised.because(
                    draft, "no customer was hit and told, so nobody could be left out or alarmed");
        }
        notices.forEach(notice -> draft.event(notice.index()));
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Found found = new Found(new Complaints(), new Complaints());
        People people = new People(story.told(), hit, notices);
        people.alarmed(found.alarmed());
        boolean due = story.told().observedUntil() - notices.get(0).arrived().hi()
                >= scale.inDrill(within);
        int pending = people.leftOut(due ? found.leftOut() : new Complaints());
        return found.rule(draft, people, due ? 0 : pending);
    }

    /** Which journeys failed for long enough to tell of, beside how all of them fared. */
    private record Hit(FailingJourneys failing, Set<String> journeys) {
        static Hit of(Story story, long threshold) {
            FailingJourneys failing =
                    FailingJourneys.of(story.told().scenario(), story.told().journal());
            return new Hit(failing, failing.failedFor(threshold));
        }
    }

    private record Found(Complaints leftOut, Complaints alarmed) {

        Verdict rule(Draft draft, People people, int pending) {
            leftOut.tell(draft, "left out");
            alarmed.tell(draft, "alarmed");
            int wrong = leftOut.size() + alarmed.size();
            draft.measured(wrong, wrong + (double) pending, "people");
            if (wrong > 0) {
                Complaints first = alarmed.isEmpty() ? leftOut : alarmed;
                return draft.fail(Reason.WRONG_AUDIENCE, first.headline());
            }
            List<String> silent = people.unproven();
            if (!silent.isEmpty()) {
                return Silent.inconclusive(draft, silent);
            }
            return pending > 0
                    ? draft.inconclusive(
                            Reason.NOT_MEASURED,
                            pending + " people had not been told when the drill ended, and there"
                                    + " was time left")
                    : draft.pass(people.touched() + " people whom it touches were told, and none"
                            + " of " + people.untouched() + " others was alarmed");
        }
    }

    /** The public on the contact list, by whether the outage touches them. */
    private record People(Telling told, Hit hit, List<Arrived> notices) {

        private Stream<Person> all() {
            return told.plan().people().stream()
                    .filter(person ->
                            audience(person).filter(Audience::isPublic).isPresent());
        }

        private Optional<Audience> audience(Person person) {
            return Optional.ofNullable(told.plan().audiences().get(person.audience()));
        }

        private Set<String> journeys(Person person) {
            Set<String> own = audience(person).map(Audience::journeys).orElse(Set.of());
            return own.isEmpty() ? hit.failing().names() : own;
        }

        /** Where he wants to be told. */
        private Set<String> wanted(Person person) {
            Set<String> wanted = new TreeSet<>(person.addresses().keySet());
            wanted.removeAll(person.optedOut());
            return wanted;
        }

        private boolean isTouched(Person person) {
            return !wanted(person).isEmpty()
                    && journeys(person).stream().anyMatch(hit.journeys()::contains);
        }

        private boolean isSpared(Person person) {
            Interval drill = new Interval(told.begin(), told.observedUntil());
            return journeys(person).stream().noneMatch(it -> hit.failing().perhaps(it, drill));
        }

        long touched() {
            return all().filter(this::isTouched).count();
        }

        long untouched() {
            return all().filter(this::isSpared).count();
        }

        void alarmed(Complaints wrong) {
            for (Arrived notice : notices) {
                all().filter(person -> Reached.isFor(person, notice))
                        .findFirst()
                        .flatMap(person -> complaint(person, notice))
                        .ifPresent(it -> wrong.add(notice.index(), it));
            }
        }

        private Optional<String> complaint(Person person, Arrived notice) {
            if (isSpared(person)) {
                return Optional.of(
                        person.name() + ", whom it does not touch, got " + notice.named());
            }
            Optional<String> other = notice.fact(Fact.AUDIENCE)
                    .filter(it -> !it.equals(person.audience()))
                    .or(() -> notice.fact(Fact.SEGMENT).filter(it -> !it.equals(person.segment())));
            return other.map(
                    it -> person.name() + " got " + notice.named() + ", which is for " + it);
        }

        /** Notes who was not told, and counts them. */
        int leftOut(Complaints wrong) {
            List<Person> none = all().filter(this::isTouched)
                    .filter(person -> told.unproven(wanted(person)).size()
                            < wanted(person).size())
                    .filter(person ->
                            notices.stream().noneMatch(notice -> Reached.isFor(person, notice)))
                    .toList();
            none.forEach(person -> wrong.add(
                    notices.get(0).index(), person.name() + ", whom it touches, was never told"));
            return none.size();
        }

        List<String> unproven() {
            Set<String> channels = all().flatMap(person -> person.addresses().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return told.unproven(channels);
        }
    }
}
