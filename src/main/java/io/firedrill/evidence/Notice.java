package io.firedrill.evidence;

import io.firedrill.check.Interval;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Fact;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One message as it arrived, or a page from the moment on at which it said something new.
 *
 * @param channel where it arrived
 * @param recipient whom it was sent to; empty for a page
 * @param facts what it says, by the names in {@link Fact}
 * @param unread what is there and could not be read
 * @param text as its recipient reads it; empty for a page
 * @param at when it arrived, nanoseconds of the drill's clock
 * @param clock what turns the instants that it names into the drill's clock
 * @param fate how far it is known to have come
 * @param why what the provider said where it did not arrive
 */
record Notice(
        String channel,
        String recipient,
        Map<String, String> facts,
        List<String> unread,
        String text,
        Interval at,
        Clock clock,
        Fate fate,
        String why) {

    /** How far a message is known to have come. */
    enum Fate {
        /** The provider took it, or the page showed it; nothing more was said. */
        TAKEN,
        /** It reached the recipient. */
        DELIVERED,
        /** It never will. */
        LOST
    }

    /** The same moment on both clocks; the wall's is a label, good enough for pictures. */
    record Clock(long nanos, Instant wall) {
        private static final Duration FARTHEST = Duration.ofDays(366);

        /** Takes both times of an entry. */
        static Clock of(Entry entry) {
            return new Clock(entry.nanos(), entry.wall());
        }

        /** Gives an instant on the drill's clock; empty where the text is none. */
        OptionalLong nanos(String iso) {
            try {
                Duration after = Duration.between(wall, Instant.parse(iso));
                return after.abs().compareTo(FARTHEST) > 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(nanos + after.toNanos());
            } catch (DateTimeParseException e) {
                // A word, such as "unknown", has no place on an axis; the table shows it as it is.
                return OptionalLong.empty();
            }
        }
    }

    /** Gives a fact, empty where it says nothing of it. */
    String says(String fact) {
        return facts.getOrDefault(fact, "");
    }

    /** Gives its state, or what a pager was told, in a word; empty where it says neither. */
    String state() {
        return facts.getOrDefault(Fact.STATE, says(Fact.ACTION));
    }

    /** Gives when it promises the next update. */
    OptionalLong promised() {
        return clock.nanos(says(Fact.NEXT_UPDATE));
    }

    /** Says whether it says by itself that it is a test. */
    boolean test() {
        return says(Fact.TEST).equals("yes");
    }

    /** Says whether it never reached its recipient. */
    boolean lost() {
        return fate == Fate.LOST;
    }

    /** Says whether it is about an incident at all. */
    boolean ofIncident() {
        boolean silent =
                says(Fact.INCIDENT).isEmpty() && says(Fact.UPDATE).isEmpty() && state().isEmpty();
        return !test() && !silent;
    }

    /** Says whether it carries a later update of the same incident for the same audience. */
    boolean newerThan(Notice other) {
        return says(Fact.INCIDENT).equals(other.says(Fact.INCIDENT))
                && says(Fact.AUDIENCE).equals(other.says(Fact.AUDIENCE))
                && number() > other.number()
                && other.number() > 0;
    }

    private int number() {
        String update = says(Fact.UPDATE);
        return update.matches("[0-9]{1,9}") ? Integer.parseInt(update) : 0;
    }

    /** Names the update that it carries, the same on every channel. */
    Key key() {
        String update = says(Fact.UPDATE);
        return new Key(says(Fact.INCIDENT), update, update.isEmpty() ? state() : "");
    }

    /**
     * Names one update of an incident.
     *
     * @param state only where the update has no number
     */
    record Key(String incident, String update, String state) {}
}
