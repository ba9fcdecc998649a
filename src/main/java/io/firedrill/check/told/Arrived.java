package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message that arrived, with what it says.
 *
 * @param index of its entry in the journal
 */
record Arrived(long index, Event.NoticeReceived event) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    /** One notice of an incident, on whatever channel. */
    record Slot(String incident, int update) {
        @Override
        public String toString() {
            return "update " + update + " of " + incident;
        }
    }

    /** Where one recipient gets it. */
    record Box(String channel, String recipient) {}

    /** Gives what it says of a fact. */
    Optional<String> fact(String name) {
        return Optional.ofNullable(event.facts().get(name)).filter(value -> !value.isBlank());
    }

    /** Gives the words of a fact that is a list. */
    List<String> listed(String name) {
        return fact(name).stream().flatMap(value -> Stream.of(value.split(","))).toList();
    }

    /** Gives a fact that is an instant; empty where it is none. */
    Optional<Instant> instant(String name) {
        return fact(name).flatMap(Arrived::parsed);
    }

    /** Reads an instant; empty where the text is none. */
    static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noInstant) {
            return Optional.empty(); // "unknown", or what an older journal holds
        }
    }

    /** Names the incident; empty where it does not. */
    String incident() {
        return fact(Fact.INCIDENT).orElse("");
    }

    /** Gives the state that it states; empty where it states none. */
    String state() {
        return fact(Fact.STATE).orElse("");
    }

    /** Says whether it states something of an incident. */
    boolean ofAnIncident() {
        return !state().isEmpty() || slot().isPresent();
    }

    /** Gives incident and number; empty where it has no number. */
    Optional<Slot> slot() {
        return fact(Fact.UPDATE)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> new Slot(incident(), Integer.parseInt(text)));
    }

    /** Says where it arrived. */
    Box box() {
        return new Box(event.channel(), event.recipient());
    }

    /** Gives when it arrived. */
    Interval arrived() {
        return new Interval(event.begin(), event.end());
    }

    /**
     * Gives when it was sent: by its own stamp, as exact as that is; where it has none, when it
     * arrived.
     */
    Interval sent() {
        Long sent = event.sent();
        if (sent == null) {
            return arrived();
        }
        long precise = instant(Fact.SENT).filter(it -> it.getNano() > 0).isPresent()
                ? MILLISECOND
                : SECOND;
        long from = Math.min(sent, event.end());
        return new Interval(from, Math.max(from, Math.min(sent + precise, event.end())));
    }

    /** Names it in a sentence, for instance {@code update 2 on sms to +447005550}. */
    String named() {
        String what = slot().map(slot -> "update " + slot.update()).orElse("a notice");
        String whom = event.recipient().isEmpty() ? "" : " to " + event.recipient();
        return what + " on " + event.channel() + whom;
    }
}
