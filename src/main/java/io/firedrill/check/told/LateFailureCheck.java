package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges (N32) what happens when a provider takes a notice and says later that it never arrived:
 * its recipient gets the same update, or a newer one, on another of his channels within a time of
 * that answer. Exercised where a notice to somebody on the contact list, who has another channel,
 * was reported undelivered.
 */
public final class LateFailureCheck implements Check {
    private static final String WITHIN = "within";

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n32-late-failure",
                "what a provider could not deliver comes on the next channel in time",
                Setting.optional(
                        WITHIN,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(5),
                        "longest time from the provider's answer to the next channel"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(WITHIN);
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, Scale.limit(within));
        List<Failure> failures = failures(told);
        draft.detail("undelivered notices", String.valueOf(failures.size()));
        failures.forEach(failure -> draft.event(failure.index()));
        return failures.isEmpty()
                ? Unexercised.because(
                        draft,
                        "no provider reported a notice undelivered to somebody who has another"
                                + " channel")
                : rule(draft, told, failures, within);
    }

    /** A notice that was taken and never arrived. */
    private record Failure(long index, Interval reported, Arrived notice, Person person) {
        String channel() {
            return notice.event().channel();
        }

        String text() {
            return notice.named() + " was reported undelivered";
        }
    }

    private static List<Failure> failures(Telling told) {
        List<Failure> found = new ArrayList<>();
        for (Entry entry : told.journal().entries()) {
            if (entry.event() instanceof Event.DeliveryReported report
                    && report.delivery() == Delivery.UNDELIVERED) {
                failure(told, entry.index(), report)
                        .filter(failure -> hasAnother(failure, found))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Failure> failure(
            Telling told, long index, Event.DeliveryReported report) {
        Interval reported = new Interval(report.begin(), report.end());
        return told.notices().stream()
                .filter(notice -> notice.slot().isPresent())
                .filter(notice -> notice.event().channel().equals(report.channel()))
                .filter(notice -> notice.event().message().equals(report.message()))
                .filter(notice -> notice.event().recipient().equals(report.recipient()))
                .findFirst()
                .flatMap(notice -> told.person(report.channel(), report.recipient())
                        .map(person -> new Failure(index, reported, notice, person)));
    }

    /** Says whether there is a channel left on which the same has not failed already. */
    private static boolean hasAnother(Failure failure, List<Failure> earlier) {
        Person person = failure.person();
        Set<String> left = new HashSet<>(person.addresses().keySet());
        left.removeAll(person.optedOut());
        left.remove(failure.channel());
        earlier.stream()
                .filter(other -> other.person().equals(person))
                .filter(other -> other.notice().slot().equals(failure.notice().slot()))
                .forEach(other -> left.remove(other.channel()));
        return !left.isEmpty();
    }

    private static Verdict rule(
            Draft draft, Telling told, List<Failure> failures, Duration within) {
        long limit = told.scale().inDrill(within);
        Complaints ignored = new Complaints();
        Complaints unclear = new Complaints();
        Interval slowest = Interval.at(0);
        for (Failure failure : failures) {
            Optional<Interval> took = took(told, failure);
            Interval waited = took.orElseGet(
                    () -> Interval.at(told.observedUntil()).since(failure.reported()));
            slowest = waited.lo() >= slowest.lo() ? waited : slowest;
            if (waited.lo() > limit) {
                ignored.add(failure.index(), late(failure, told, took));
            } else if (waited.hi() > limit || took.isEmpty()) {
                unclear.add(failure.index(), failure.text());
            }
        }
        Scale scale = told.scale();
        draft.measured(scale.seconds(slowest.lo()), scale.seconds(slowest.hi()), "s");
        if (!ignored.isEmpty()) {
            return draft.fail(
                    Reason.FAILURE_IGNORED, ignored.headline() + "; limit " + Scale.limit(within));
        }
        return unclear.isEmpty()
                ? draft.pass(
                        "every notice that was reported undelivered came on another channel, at"
                                + " the latest after " + scale.took(slowest) + ", limit "
                                + Scale.limit(within) + " " + Amount.of(failures.size(), "notice"))
                : draft.inconclusive(
                        Reason.NOT_MEASURED,
                        unclear.headline()
                                + ", and it is not known whether it came on another channel in"
                                + " time");
    }

    private static String late(Failure failure, Telling told, Optional<Interval> took) {
        return failure.text()
                + took.map(it -> ", and came on another channel only after "
                                + told.scale().took(it))
                        .orElse(", and never came on another channel");
    }

    /**
     * What came on another channel before the answer counts as well: it took no time. Save where
     * that was reported undelivered too: one failure is no remedy for another.
     */
    private static Optional<Interval> took(Telling told, Failure failure) {
        Arrived.Slot slot = failure.notice().slot().orElseThrow();
        Set<List<String>> lost = lost(told);
        return told.notices().stream()
                .filter(notice -> Reached.isFor(failure.person(), notice))
                .filter(notice -> !notice.event().channel().equals(failure.channel()))
                .filter(notice -> notice.arrived().lo() >= failure.reported().lo()
                        || !lost.contains(key(notice)))
                .filter(notice -> notice.slot()
                        .filter(it -> it.incident().equals(slot.incident()))
                        .filter(it -> it.update() >= slot.update())
                        .isPresent())
                .findFirst()
                .map(notice -> notice.arrived().since(failure.reported()));
    }

    private static Set<List<String>> lost(Telling told) {
        return told.journal()
                .all(Event.DeliveryReported.class)
                .filter(report -> report.delivery() == Delivery.UNDELIVERED)
                .map(report -> List.of(report.channel(), report.message(), report.recipient()))
                .collect(Collectors.toSet());
    }

    private static List<String> key(Arrived notice) {
        Event.NoticeReceived event = notice.event();
        return List.of(event.channel(), event.message(), event.recipient());
    }
}
