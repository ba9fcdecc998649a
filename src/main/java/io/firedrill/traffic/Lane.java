package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.JourneySpec;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The customers of one journey on their way. New customers set out when the plan says so and never
 * wait for others; repeats of attempts of unknown outcome have a bound of their own, so that they
 * never keep a new customer from setting out.
 */
final class Lane {
    static final int MOST_REPEATS = 12;

    private static final int LONGEST_PAUSE_DOUBLED = 3;

    private final Order order;
    private final Recorder recorder;
    private final ScheduledExecutorService timers;
    private final Visits visits;
    private final Drops drops;
    private final int bound;
    private final Set<Going> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger fresh = new AtomicInteger();
    private final AtomicInteger repeating = new AtomicInteger();
    private final AtomicLong scheduled = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private boolean stopping;

    /** Which customers, how they go, when, and how long they wait before the first repeat. */
    record Order(
            JourneySpec spec,
            ArrivalPlan plan,
            Outing journey,
            DrillClock clock,
            Duration repeat) {}

    /** One attempt under way; {@code done} comes after its end was recorded. */
    private static final class Going {
        private final Visit visit;
        private final long intended;
        private final int repeats;
        private final CompletableFuture<Experience> seen = new CompletableFuture<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Going(Visit visit, long intended, int repeats) {
            this.visit = visit;
            this.intended = intended;
            this.repeats = repeats;
        }
    }

    Lane(Order order, Recorder recorder, ScheduledExecutorService timers) {
        this.order = order;
        this.recorder = recorder;
        this.timers = timers;
        this.visits = new Visits(order.spec());
        this.drops = new Drops(order.spec().name(), recorder);
        this.bound = bound(order.plan().perSecond(), order.spec().deadline());
    }

    /** Gives how many new attempts may be under way: three deadlines' worth of them and 100. */
    static int bound(double perSecond, Duration deadline) {
        return (int) Math.ceil(perSecond * deadline.toMillis() / 1000.0 * 3) + 100;
    }

    /** Gives how many connections a journey can need at most, repeats included. */
    static int connections(double perSecond, JourneySpec spec) {
        return bound(perSecond, spec.deadline()) * (spec.retryUnknown() ? 2 : 1);
    }

    /** Says when the next customer is to set out. */
    long next() {
        return order.plan().next(scheduled.get());
    }

    /** Lets the next customer set out, or counts them as dropped. Called by one thread. */
    void setOut() {
        long number = scheduled.get();
        long intended = order.plan().next(number);
        if (fresh.get() >= bound || !order.journey().reserve()) {
            dropped.incrementAndGet();
            drops.add(intended);
        } else if (go(new Going(visits.fresh(number), intended, 0))) {
            sent.incrementAndGet();
        } else {
            return;
        }
        scheduled.incrementAndGet();
        drops.settle(order.clock().nanos());
    }

    private boolean go(Going going) {
        if (!admit(going)) {
            return false;
        }
        counter(going).incrementAndGet();
        going.seen.whenComplete((seen, never) -> end(going, seen));
        begin(going);
        return true;
    }

    private synchronized boolean admit(Going going) {
        return !stopping && open.add(going);
    }

    private AtomicInteger counter(Going going) {
        return going.repeats == 0 ? fresh : repeating;
    }

    private void begin(Going going) {
        try {
            order.journey()
                    .setOut(going.visit)
                    .whenComplete((seen, failure) -> going.seen.complete(
                            failure == null ? seen : ours(going, failure.toString())));
        } catch (RuntimeException failure) {
            going.seen.complete(ours(going, failure.toString()));
        }
    }

    /** A journey that fails by itself: whether it wrote is not known. */
    private Experience ours(Going going, String detail) {
        Outcome outcome = order.spec().write() ? Outcome.UNKNOWN : Outcome.FAILED;
        long now = order.clock().nanos();
        return new Experience(
                outcome, AttemptReason.HARNESS, detail, null, Math.min(now, going.intended), now);
    }

    private void end(Going going, Experience seen) {
        try {
            counter(going).decrementAndGet();
            recorder.record(Customers.ACTOR, event(going, seen));
            ended.incrementAndGet();
            if (stillWondering(going, seen)) {
                repeatLater(going);
            }
        } finally {
            open.remove(going);
            going.done.complete(null);
        }
    }

    private Event.Attempt event(Going going, Experience seen) {
        JourneySpec spec = order.spec();
        Visit visit = going.visit;
        boolean told = spec.write() && seen.outcome() == Outcome.OK;
        return new Event.Attempt(
                spec.name(),
                spec.entry(),
                visit.who(),
                visit.number(),
                going.intended,
                seen.sent(),
                seen.end(),
                seen.outcome(),
                seen.reason(),
                seen.detail(),
                seen.status(),
                spec.write() ? visit.write() : null,
                told,
                going.repeats);
    }

    /** A customer whose write is in doubt goes on asking, also when a repeat never got through. */
    private boolean stillWondering(Going going, Experience seen) {
        boolean inDoubt = seen.outcome() == Outcome.UNKNOWN
                || going.repeats > 0
                        && seen.outcome() == Outcome.FAILED
                        && seen.reason() != AttemptReason.STATUS;
        return inDoubt && order.spec().retryUnknown() && going.repeats < MOST_REPEATS;
    }

    private void repeatLater(Going going) {
        long pause = pause(order.repeat(), going.repeats).toNanos();
        long intended = order.clock().nanos() + pause;
        try {
            timers.schedule(() -> repeat(going, intended), pause, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            // the customers have gone home: no more repeats
        }
    }

    /** Fifty customers a second who all ask twice a second would be an outage of their own. */
    static Duration pause(Duration first, int repeats) {
        return first.multipliedBy(1L << Math.min(repeats, LONGEST_PAUSE_DOUBLED));
    }

    private void repeat(Going before, long intended) {
        if (repeating.get() >= bound || !order.journey().reserve()) {
            repeatLater(before);
        } else if (go(new Going(before.visit, intended, before.repeats + 1))) {
            repeated.incrementAndGet();
        }
    }

    /** Lets nobody set out any more. */
    synchronized void stop() {
        stopping = true;
    }

    /** Gives a stage that completes when every attempt under way has been recorded. */
    CompletableFuture<Void> home() {
        return CompletableFuture.allOf(List.copyOf(open).stream()
                .map(going -> going.done)
                .toArray(CompletableFuture[]::new));
    }

    /** Ends what is still under way as our own failure, so that each attempt has an end. */
    void giveUp() {
        List.copyOf(open)
                .forEach(going ->
                        going.seen.complete(ours(going, "did not end within its deadline")));
    }

    /** Records what is still unrecorded; called when no thread sets out any more. */
    void settle() {
        drops.settle();
    }

    JourneySpec spec() {
        return order.spec();
    }

    Tally tally() {
        return new Tally(scheduled.get(), sent.get(), dropped.get(), repeated.get(), ended.get());
    }
}
