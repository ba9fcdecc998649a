package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Figures;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N31) how many of the affected people were reached within a time of the declaration:
 * delivered, not merely accepted by a provider. Affected is who belongs to a public audience with a
 * journey that failed. Exercised where a journey failed, somebody on the list is affected, and the
 * drill went on for as long as people may take to be reached.
 */
public final class ReachCheck implements Check {
    private static final String WITHIN = "within";
    private static final String AT_LEAST = "at-least";
    private static final double USUAL = 0.95;

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n31-reach",
                "a share of the affected people is reached within a time of the declaration",
                Setting.optional(
                        WITHIN,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(10),
                        "longest time from the declaration"),
                Awaited.threshold(),
                Setting.optional(AT_LEAST, Setting.Type.SHARE, USUAL, "how many of them"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(WITHIN);
        double atLeast = objective.settings().get(AT_LEAST, Double.class);
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, Figures.share(atLeast) + " in " + Scale.limit(within));
        FailingJourneys failing = FailingJourneys.of(scenario, journal);
        long threshold = told.scale().inDrill(objective.settings().duration(Awaited.THRESHOLD));
        List<Person> people = affected(told, failing.failedFor(threshold));
        Optional<Interval> origin = told.declared().or(failing::impact);
        if (people.isEmpty() || origin.isEmpty()) {
            return Unexercised.because(
                    draft, "no journey of anybody on the contact list is known to have failed");
        }
        long limit = told.scale().inDrill(within);
        Counted counted = Counted.of(new Reached(told), people, origin.get(), limit);
        told.notices().stream()
                .filter(notice -> people.stream().anyMatch(it -> Reached.isFor(it, notice)))
                .forEach(notice -> draft.event(notice.index()));
        boolean watched = told.observedUntil() - origin.get().hi() > limit;
        return rule(draft, watched ? counted : counted.unfinished(), atLeast, within);
    }

    private static List<Person> affected(Telling told, Set<String> failed) {
        return told.plan().people().stream()
                .filter(person -> {
                    Audience audience = told.plan().audiences().get(person.audience());
                    return audience != null
                            && audience.isPublic()
                            && failed.stream()
                                    .anyMatch(journey -> audience.journeys().isEmpty()
                                            || audience.journeys().contains(journey));
                })
                .toList();
    }

    /** How many were reached in time, were not, and may or may not have been. */
    private record Counted(int reached, int missed, int unknown) {
        static Counted of(Reached reached, List<Person> people, Interval origin, long limit) {
            int inTime = 0;
            int unknown = 0;
            for (Person person : people) {
                Optional<Interval> took =
                        reached.first(person, origin.lo()).map(when -> when.since(origin));
                if (took.isPresent() && took.get().hi() <= limit) {
                    inTime++;
                } else if (took.isPresent() && took.get().lo() <= limit) {
                    unknown++;
                }
            }
            return new Counted(inTime, people.size() - inTime - unknown, unknown);
        }

        /** Gives the same where the drill ended before the time was over. */
        Counted unfinished() {
            return new Counted(reached, 0, unknown + missed);
        }

        int total() {
            return reached + missed + unknown;
        }
    }

    private static Verdict rule(Draft draft, Counted counted, double atLeast, Duration within) {
        double low = (double) counted.reached() / counted.total();
        double high = (double) (counted.reached() + counted.unknown()) / counted.total();
        draft.measured(100 * low, 100 * high, "%")
                .detail("reached in time", String.valueOf(counted.reached()))
                .detail("not reached in time", String.valueOf(counted.missed()))
                .detail("not known", String.valueOf(counted.unknown()));
        String said = counted.reached() + " of " + counted.total()
                + " affected people were reached within " + Scale.limit(within)
                + " of the declaration, at least " + Figures.share(atLeast) + " asked";
        if (low >= atLeast) {
            return draft.pass(said);
        }
        return high < atLeast
                ? draft.fail(Reason.NOT_REACHED, said)
                : draft.inconclusive(
                        Reason.STRADDLES_LIMIT,
                        said + "; of " + counted.unknown() + " it is not known");
    }
}
