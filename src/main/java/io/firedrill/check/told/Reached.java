package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.scenario.CommunicationPlan.Person;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When notices reached people, not only providers: by the provider's report of delivery, and on a
 * channel that reports nothing in the whole drill, by their arrival.
 */
final class Reached {
    private final Telling told;
    private final Set<String> reporting = new HashSet<>();
    private final Map<Message, Interval> delivered = new HashMap<>();

    private record Message(String channel, String id, String recipient) {}

    Reached(Telling told) {
        this.told = told;
        told.journal().all(Event.DeliveryReported.class).forEach(this::read);
    }

    private void read(Event.DeliveryReported report) {
        if (report.delivery() == Delivery.DELIVERED || report.delivery() == Delivery.UNDELIVERED) {
            reporting.add(report.channel());
        }
        if (report.delivery() == Delivery.DELIVERED) {
            Message message = new Message(report.channel(), report.message(), report.recipient());
            delivered.putIfAbsent(message, new Interval(report.begin(), report.end()));
        }
    }

    /** Gives when a notice reached its recipient; empty where it is not known to have. */
    Optional<Interval> of(Arrived notice) {
        Event.NoticeReceived event = notice.event();
        return reporting.contains(event.channel())
                ? Optional.ofNullable(delivered.get(
                        new Message(event.channel(), event.message(), event.recipient())))
                : Optional.of(notice.arrived());
    }

    /**
     * Gives when somebody was first reached, on any channel, by a notice of an incident that came
     * from then on.
     */
    Optional<Interval> first(Person person, long from) {
        return told.notices().stream()
                .filter(notice -> notice.event().end() >= from && notice.ofAnIncident())
                .filter(notice -> isFor(person, notice))
                .flatMap(notice -> of(notice).stream())
                .min(Comparator.comparingLong(Interval::hi));
    }

    /** Says whether a notice came to one of somebody's addresses. */
    static boolean isFor(Person person, Arrived notice) {
        return notice.event()
                .recipient()
                .equals(person.addresses().get(notice.event().channel()));
    }
}
