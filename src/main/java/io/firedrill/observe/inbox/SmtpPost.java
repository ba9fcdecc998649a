package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The post office behind the doors of one channel: it takes mails, and says what became of them.
 */
final class SmtpPost implements AutoCloseable {
    private final DrillClock clock;
    private final Arrivals arrivals;
    private final NoticeReader reader;
    private final Deliveries deliveries;
    private final Throttle throttle;
    private final AtomicLong mails = new AtomicLong();

    SmtpPost(InboxKind.Order order) {
        Manners manners = new Manners(order.channel());
        this.clock = order.clock();
        this.arrivals = new Arrivals(order.channel().name(), order.recorder(), clock);
        this.reader = NoticeReader.of(order.channel());
        this.throttle = new Throttle(manners.rate(), clock);
        this.deliveries = new Deliveries(arrivals, manners.fate(), clock, report -> {});
    }

    DrillClock clock() {
        return clock;
    }

    /** Says why no mail is taken just now; empty where one is. */
    Optional<String> busy() {
        if (deliveries.full()) {
            return Optional.of("452 4.3.1 too many mails are waiting for delivery");
        }
        return throttle.takes()
                ? Optional.empty()
                : Optional.of("451 4.7.1 too many mails per second, try again later");
    }

    /** Writes down that a mail was refused, for each recipient that was named. */
    void refused(Envelope envelope, String reply) {
        long end = clock.nanos();
        for (String recipient : envelope.recipients()) {
            arrivals.reported(
                    new Arrivals.Report("", recipient, Delivery.REFUSED, reply),
                    envelope.begin(),
                    end);
        }
    }

    /**
     * Takes a mail: one message for each recipient, written down before this returns.
     *
     * @return the number that it got
     */
    String take(Envelope envelope, SmtpData data) {
        long end = clock.nanos();
        Mail mail = Mail.of(data.kept(), data.cut());
        NoticeReader.Reading reading = reader.read(mail.text());
        for (String finding : mail.unread()) {
            reading = reading.found(finding);
        }
        if (!mail.from().isBlank()) {
            reading = reading.with(Fact.FROM, mail.from());
        }
        String number = "m" + mails.incrementAndGet();
        int copy = 0;
        for (String recipient : envelope.recipients()) {
            String id = number + "." + ++copy;
            arrivals.received(
                    new Arrivals.Message(recipient, id, mail.text(), reading),
                    envelope.begin(),
                    end);
            deliveries.taken(id, recipient);
        }
        return number;
    }

    /** Stops, and throws what could not be written down. */
    @Override
    public void close() {
        deliveries.close();
        arrivals.throwIfFailed();
    }
}
