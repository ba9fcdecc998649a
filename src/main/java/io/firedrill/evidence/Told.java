package io.firedrill.evidence;

import io.firedrill.check.Interval;
import io.firedrill.evidence.PlanTime.Since;
import io.firedrill.journal.Event;

import java.util.List;
import java.util.Optional;

/**
 * What people were told in a drill, as its journal has it: what the lanes of the picture and the
 * table are made of. Times are nanoseconds of the drill's clock.
 *
 * @param origin the instant that every time is told from
 * @param end when the drill was over
 * @param ways the channels, in alphabetical order
 * @param notices in order of arrival, test messages among them
 * @param shown what pages showed, in order
 * @param people what people did, in order
 * @param proofs which channels were alive before anything was broken
 * @param failures what did not reach its recipient, in order
 * @param strays those of them that no notice is known of
 */
record Told(
        PlanTime time,
        Origin origin,
        long end,
        List<Way> ways,
        List<Notice> notices,
        List<Shown> shown,
        List<Event.PersonActed> people,
        List<Event.ChannelProven> proofs,
        List<Event.DeliveryReported> failures,
        List<Event.DeliveryReported> strays) {

    /** An instant, and what it was: customer impact, where there was any. */
    record Origin(Interval at, String what) {}

    /**
     * A channel.
     *
     * @param speaks its provider's manners; empty where only the journal knows the channel
     * @param faults when faults were on its way
     */
    record Way(String name, String speaks, List<Stretch> faults) {}

    /** Something that lasted. */
    record Stretch(String name, long from, long to) {}

    /**
     * What a page showed from one moment to another.
     *
     * @param state the state it showed; empty where it gave none
     * @param what the same in words, or why there was none
     * @param from when it was first seen so; {@code to} when it was first seen otherwise
     */
    record Shown(String channel, String state, String what, long from, long to) {}

    /** Reads it; empty for a drill whose system has no channels. */
    static Optional<Told> of(Course course) {
        return new ToldReading(course).told();
    }

    /** Tells an instant as time since the origin at its earliest. */
    Since since(Interval at) {
        return new Since(
                (at.lo() - origin.at().lo()) / 1e9, (at.hi() - origin.at().lo()) / 1e9);
    }

    /** Says what every time counts from, and how exactly that is known. */
    String counted() {
        double later = origin.at().width() / 1e9;
        String known = later < 0.01
                ? ""
                : ", at its earliest; it was at most " + time.both(later) + " later";
        return "Every time counts from " + origin.what() + known + ".";
    }

    /** Tells an instant that is known exactly. */
    Since since(long nanos) {
        return since(Interval.at(nanos));
    }

    /** Gives the notices of a channel, in order of arrival. */
    List<Notice> on(String channel) {
        return notices.stream()
                .filter(notice -> notice.channel().equals(channel))
                .toList();
    }

    /** Gives what a page showed; none for a channel that is no page. */
    List<Shown> shownOn(String channel) {
        return shown.stream().filter(span -> span.channel().equals(channel)).toList();
    }
}
