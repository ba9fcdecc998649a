package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.scenario.Channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Channels that need no network of the company's: the sheet on the desk, and a phone tree. A call
 * has told somebody only where it was answered.
 */
final class NonDigital {
    private static final String SHEET = "file";
    private static final String PHONE_TREE = "phone-tree";

    private final Telling told;
    private final Map<String, Interval> answered = new HashMap<>();
    private final Set<String> unanswered = new TreeSet<>();

    NonDigital(Telling told) {
        this.told = told;
        told.journal()
                .all(Event.DeliveryReported.class)
                .filter(report -> speaks(report.channel(), PHONE_TREE))
                .forEach(this::read);
    }

    private void read(Event.DeliveryReported report) {
        if (report.delivery() == Delivery.DELIVERED) {
            answered.putIfAbsent(
                    report.channel() + "/" + report.message(),
                    new Interval(report.begin(), report.end()));
        } else if (report.delivery() == Delivery.UNDELIVERED) {
            unanswered.add(report.recipient());
        }
    }

    /** Says whether a channel is one of them. */
    static boolean is(Channel channel) {
        return channel.speaks().equals(SHEET) || channel.speaks().equals(PHONE_TREE);
    }

    private boolean speaks(String channel, String kind) {
        return Optional.ofNullable(told.scenario().system().channels().get(channel))
                .filter(known -> known.speaks().equals(kind))
                .isPresent();
    }

    /** Says whether a notice came by telephone. */
    boolean isCall(Arrived notice) {
        return speaks(notice.event().channel(), PHONE_TREE);
    }

    /** Gives when a notice told somebody; empty for a call that nobody answered. */
    Optional<Interval> told(Arrived notice) {
        return isCall(notice)
                ? Optional.ofNullable(answered.get(
                        notice.event().channel() + "/" + notice.event().message()))
                : Optional.of(notice.arrived());
    }

    /** Names who was called by these and answered, and who never did; empty without a call. */
    Optional<String> callList(List<Arrived> notices) {
        Set<String> called = notices.stream()
                .filter(this::isCall)
                .map(notice -> notice.event().recipient())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reached = notices.stream()
                .filter(notice -> isCall(notice) && told(notice).isPresent())
                .map(notice -> notice.event().recipient())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = new TreeSet<>(called);
        all.addAll(unanswered);
        Set<String> missed = new TreeSet<>(all);
        missed.removeAll(reached);
        String missing = missed.isEmpty() ? "" : "; no answer: " + String.join(", ", missed);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(reached.size() + " of " + all.size() + " people answered" + missing);
    }
}
