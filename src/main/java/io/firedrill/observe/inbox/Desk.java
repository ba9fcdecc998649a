package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;
import io.firedrill.observe.NoticeReader.Reading;

import java.time.Duration;
import java.util.UUID;

/**
 * What all providers do behind their answers: write a message down, say later what became of it,
 * call the sender back. Safe for use by many threads.
 */
final class Desk implements AutoCloseable {
    private final Manners manners;
    private final DrillClock clock;
    private final NoticeReader reader;
    private final Arrivals arrivals;
    private final Later later;
    private final Callback callback;

    /**
     * A message that was taken.
     *
     * @param recipient address, number or handle; empty where the channel has none
     * @param id unique within the channel
     * @param text as its recipient reads it
     */
    record Notice(String recipient, String id, String text, Reading reading) {}

    /** How the sender is told what became of a message. */
    interface Telling {
        /** Nobody asked to be told. */
        Telling NOBODY = new Telling() {
            @Override
            public void underWay() {
                return; // nobody asked
            }

            @Override
            public String ended(Delivery delivery) {
                return "";
            }
        };

        /** Tells that it has left for its recipient. */
        void underWay();

        /** Tells how it ended; gives what came of the telling, in a few words. */
        String ended(Delivery delivery);
    }

    /**
     * Opens it.
     *
     * @throws io.firedrill.DrillException naming every setting that can not be read
     */
    Desk(InboxKind.Order order) {
        String channel = order.channel().name();
        manners = Manners.of(order.channel());
        clock = order.clock();
        reader = NoticeReader.of(order.channel());
        arrivals = new Arrivals(channel, order.recorder(), clock);
        later = new Later(channel);
        callback = new Callback();
    }

    /** Gives how the provider is to behave. */
    Manners manners() {
        return manners;
    }

    /** Gives the drill's clock. */
    DrillClock clock() {
        return clock;
    }

    /** Gives how the sender is called back. */
    Callback callback() {
        return callback;
    }

    /** Gives what is done after the answer. */
    Later later() {
        return later;
    }

    /** Makes an id of 32 hexadecimal digits. */
    static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Reads the facts out of a text. */
    Reading read(String text) {
        return reader.read(text);
    }

    /** Reads the facts out of a body of JSON and the text in it. */
    Reading readJson(Request request, String text) {
        return reader.readJson(request.text(), text);
    }

    /** Takes a message whose sender is told nothing later. */
    void take(Request request, Notice notice) {
        take(request, notice, Telling.NOBODY);
    }

    /** Takes a message: writes it down, and at its time what became of it. */
    void take(Request request, Notice notice, Telling telling) {
        arrivals.received(
                new Arrivals.Message(
                        notice.recipient(), notice.id(), notice.text(), notice.reading()),
                request.begin(),
                request.end());
        Delivery end = manners.fails().hits(notice.recipient())
                ? Delivery.UNDELIVERED
                : Delivery.DELIVERED;
        Duration after = manners.deliverAfter();
        if (after.isZero() && telling == Telling.NOBODY) {
            report(notice, end, "", clock.nanos());
            return;
        }
        report(notice, Delivery.ACCEPTED, "", clock.nanos());
        if (after.isZero()) {
            later.after(after, () -> {
                telling.underWay();
                finish(notice, end, telling);
            });
        } else {
            later.after(Duration.ZERO, telling::underWay);
            later.after(after, () -> finish(notice, end, telling));
        }
    }

    private void finish(Notice notice, Delivery end, Telling telling) {
        long begin = clock.nanos();
        report(notice, end, telling.ended(end), begin);
    }

    private void report(Notice notice, Delivery delivery, String detail, long begin) {
        arrivals.reported(
                new Arrivals.Report(notice.id(), notice.recipient(), delivery, detail),
                begin,
                clock.nanos());
    }

    /** Writes down that a message was not taken. */
    void refused(Request request, Reply.Refusal refusal) {
        arrivals.reported(
                new Arrivals.Report(
                        "", refusal.recipient(), Delivery.REFUSED, refusal.why()),
                request.begin(),
                clock.nanos());
    }

    /** Writes down something else. */
    void record(Event event) {
        arrivals.record(event);
    }

    /**
     * Ends what is under way; reports that are not due yet are not made.
     *
     * @throws RuntimeException what could not be written down, or went wrong first
     */
    @Override
    public void close() {
        callback.close();
        later.close();
        arrivals.throwIfFailed();
    }
}
