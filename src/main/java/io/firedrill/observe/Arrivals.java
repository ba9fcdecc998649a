package io.firedrill.observe;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what arrived on one channel, harmless and within bounds. Safe for use by many
 * threads.
 */
public final class Arrivals {
    private static final int TEXT_AT_MOST = 4_000;
    private static final int NAME_AT_MOST = 320;
    private static final int DETAIL_AT_MOST = 500;
    private static final Duration BELIEVED = Duration.ofHours(24);

    private final String channel;
    private final Recorder recorder;
    private final DrillClock clock;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Writes for a channel. */
    public Arrivals(String channel, Recorder recorder, DrillClock clock) {
        this.channel = channel;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * A message to one recipient.
     *
     * @param recipient address, number or handle; empty where the channel has none
     * @param id the provider's; unique within the channel
     * @param text as its recipient reads it
     */
    public record Message(String recipient, String id, String text, NoticeReader.Reading reading) {}

    /** What the provider says of a message that it was given before. */
    public record Report(String message, String recipient, Delivery delivery, String detail) {}

    /**
     * Writes down that a message arrived at some instant between begin and end. When it was sent,
     * by its own stamp, is told on the drill's clock by what both clocks say now; a stamp of
     * another day is not believed.
     *
     * @throws io.firedrill.journal.JournalException where it can not be written
     */
    public void received(Message message, long begin, long end) {
        Sent sent = sent(message.reading());
        record(new Event.NoticeReceived(
                channel,
                PlainText.line(message.recipient(), NAME_AT_MOST),
                PlainText.line(message.id(), NAME_AT_MOST),
                sent.nanos(),
                sent.reading().facts(),
                sent.reading().unread(),
                PlainText.of(message.text(), TEXT_AT_MOST),
                begin,
                end));
    }

    private record Sent(@Nullable Long nanos, NoticeReader.Reading reading) {}

    private Sent sent(NoticeReader.Reading reading) {
        String stamp = reading.facts().get(Fact.SENT);
        if (stamp == null) {
            return new Sent(null, reading);
        }
        long now = clock.nanos();
        Duration age = Duration.between(Instant.parse(stamp), clock.wall());
        if (age.abs().compareTo(BELIEVED) > 0) {
            return new Sent(
                    null,
                    reading.found("'Sent: " + stamp + "' is more than a day from its arrival"));
        }
        return new Sent(now - age.toNanos(), reading);
    }

    /**
     * Writes down what the provider says of a message.
     *
     * @throws io.firedrill.journal.JournalException where it can not be written
     */
    public void reported(Report report, long begin, long end) {
        record(new Event.DeliveryReported(
                channel,
                PlainText.line(report.message(), NAME_AT_MOST),
                PlainText.line(report.recipient(), NAME_AT_MOST),
                report.delivery(),
                PlainText.line(report.detail(), DETAIL_AT_MOST),
                begin,
                end));
    }

    /**
     * Writes down something else of this channel: what a page says, what a person did.
     *
     * @throws io.firedrill.journal.JournalException where it can not be written
     */
    public void record(Event event) {
        try {
            recorder.record("inbox " + channel, event);
        } catch (RuntimeException notRecorded) {
            failure.compareAndSet(null, notRecorded);
            throw notRecorded;
        }
    }

    /** Throws what the recorder threw first, if it did: an inbox that loses what it saw is none. */
    public void throwIfFailed() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
