package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;
import io.firedrill.observe.NoticeReader.Reading;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all providers that speak HTTP do behind their answers: write a message down, say later what
 * became of it, call the sender back. Safe for use by many threads.
 */
final class Desk implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final Duration TOLD_WITHIN = Duration.ofMillis(250);

    private final String channel;
    private final Manners manners;
    private final Fate fate;
    private final DrillClock clock;
    private final NoticeReader reader;
    private final Arrivals arrivals;
    private final Later later;
    private final Later callers;
    private final Callback callback = new Callback();

    /** How the sender is told what became of a message. */
    interface Telling {
        /** Tells that it has left for its recipient. */
        void underWay();

        /** Tells how it ended; gives what came of the telling, in a few words. */
        String ended(Delivery delivery);
    }

    /**
     * Opens it.
     *
     * @throws io.firedrill.DrillException naming a setting that can not be read
     */
    Desk(InboxKind.Order order) {
        channel = order.channel().name();
        manners = new Manners(order.channel());
        fate = manners.fate();
        clock = order.clock();
        reader = NoticeReader.of(order.channel());
        arrivals = new Arrivals(channel, order.recorder(), clock);
        later = new Later(channel, 1);
        callers = new Later(channel, CALLERS);
    }

    /** Gives how the provider is to behave. */
    Manners manners() {
        return manners;
    }

    /** Says that a setting can not be read, and what is allowed. */
    DrillException unreadable(String setting, String allowed) {
        String written = setting + ": " + manners.text(setting).orElse("");
        return new DrillException(
                "channel '" + channel + "': '" + written + "' can not be read; write " + allowed);
    }

    /** Gives which messages never arrive. */
    Fate fate() {
        return fate;
    }

    /** Gives the drill's clock. */
    DrillClock clock() {
        return clock;
    }

    /** Gives how the sender is called back. */
    Callback callback() {
        return callback;
    }

    /** Gives what is done after the answer and waits for nobody. */
    Later later() {
        return later;
    }

    /** Gives what is done after the answer and may wait for the sender. */
    Later callers() {
        return callers;
    }

    /** Says whether as much waits as may. */
    boolean full() {
        return later.full() || callers.full();
    }

    /** Says whether a secret is as set in the channel; yes where none is set. */
    boolean accepts(String setting, String given) {
        return manners.text(setting).map(set -> Signature.same(set, given)).orElse(true);
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
    Reading readJson(String json, String text) {
        return reader.readJson(json, text);
    }

    /** Takes a message whose sender is told nothing later. */
    void take(Request request, Arrivals.Message message) {
        received(message, request);
        boolean fails = fate.fails(message.recipient());
        if (fate.after().isZero()) {
            report(message, end(fails), why(fails), clock.nanos());
        } else {
            later.after(fate.after(), () -> report(message, end(fails), why(fails), clock.nanos()));
        }
    }

    /**
     * Takes a message and tells its sender, after the answer, what becomes of it. A sender that
     * does not answer holds nothing up.
     */
    void take(Request request, Arrivals.Message message, Telling telling) {
        received(message, request);
        boolean fails = fate.fails(message.recipient());
        CompletableFuture<Void> left = CompletableFuture.runAsync(telling::underWay, this::calling);
        later.after(fate.after(), () -> {
            long begin = clock.nanos();
            call(left, () -> telling.ended(end(fails)), told -> {
                String detail = Stream.of(why(fails), told)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
                report(message, end(fails), detail, begin);
            });
        });
    }

    /**
     * Calls the sender and writes down, once, what came of it; that he has not answered yet where
     * he takes longer than a quarter of a second.
     *
     * @param first what comes before the call
     */
    void call(CompletableFuture<Void> first, Supplier<String> call, Consumer<String> write) {
        AtomicBoolean written = new AtomicBoolean();
        Consumer<String> once = said -> {
            if (written.compareAndSet(false, true)) {
                write.accept(said);
            }
        };
        first.thenRunAsync(() -> once.accept(call.get()), this::calling);
        later.after(TOLD_WITHIN, () -> once.accept("the sender has not answered yet"));
    }

    private void calling(Runnable call) {
        callers.after(Duration.ZERO, call);
    }

    private void received(Arrivals.Message message, Request request) {
        arrivals.received(message, request.begin(), request.end());
    }

    private static Delivery end(boolean fails) {
        return fails ? Delivery.UNDELIVERED : Delivery.DELIVERED;
    }

    private static String why(boolean fails) {
        return fails ? "as the channel's 'fails' says" : "";
    }

    private void report(Arrivals.Message message, Delivery end, String detail, long begin) {
        arrivals.reported(
                new Arrivals.Report(message.id(), message.recipient(), end, detail),
                begin,
                clock.nanos());
    }

    /** Writes down that a message that was taken never arrives, and why. */
    void failed(Arrivals.Message message, String why) {
        report(message, Delivery.UNDELIVERED, why, clock.nanos());
    }

    /** Writes down that a message was not taken. */
    void refused(Request request, Reply.Refusal refusal) {
        arrivals.reported(
                new Arrivals.Report("", refusal.recipient(), Delivery.REFUSED, refusal.why()),
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
        callers.close();
        later.close();
        arrivals.throwIfFailed();
    }
}
