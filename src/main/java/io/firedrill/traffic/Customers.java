package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The customers of a drill, from the first who sets out to the last who is home. One thread sends
 * all of them at their intended times and never waits for an answer; every attempt that ends is
 * recorded as {@link Event.Attempt} by the actor {@code customers}. Beside them runs the control
 * journey.
 */
public final class Customers implements AutoCloseable {
    static final String ACTOR = "customers";
    private static final Duration GRACE = Duration.ofSeconds(1);
    /** The sender looks that often whether it is to stop. */
    private static final long LOOK = Duration.ofMillis(50).toNanos();

    private final DrillClock clock;
    private final CarefulRecorder recorder;
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Threads.daemons("customers-timer"));
    private final List<Lane> lanes = new ArrayList<>();
    private final List<ProgramLane> programs = new ArrayList<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Thread sender = new Thread(this::send, "customers-sender");
    private volatile boolean stopping;
    private boolean stopped;

    private Customers(CustomersOrder order) {
        this.clock = order.clock();
        this.recorder = new CarefulRecorder(order.recorder());
        timers.setRemoveOnCancelPolicy(true);
        sender.setDaemon(true);
    }

    /** Sends the customers on their way. Where that fails, nothing is left running. */
    public static Customers start(CustomersOrder order) {
        Customers customers = new Customers(order);
        try {
            customers.open(order);
            customers.sender.start();
            return customers;
        } catch (RuntimeException failure) {
            customers.close();
            throw failure;
        }
    }

    /** Makes everything ready first, so that no plan starts before the last journey can be sent. */
    private void open(CustomersOrder order) {
        ControlStub stub = ControlStub.start();
        toClose.push(stub);
        Fleet fleet = new Fleet(order, recorder, timers);
        JourneySpec control = ControlStub.journey();
        Map<JourneySpec, Outing> journeys = new LinkedHashMap<>();
        journeys.put(control, opened(fleet.http(control, stub.address())));
        for (JourneySpec spec : fleet.journeys()) {
            if (!(spec.means() instanceof Means.Program)) {
                journeys.put(spec, opened(fleet.outing(spec)));
            }
        }
        ControlStub.warmUp(journeys.values().iterator().next());
        toClose.push(StallWatch.start(clock, recorder));
        fleet.journeys().stream()
                .filter(spec -> spec.means() instanceof Means.Program)
                .forEach(spec -> programs.add(fleet.program(spec)));
        timers.scheduleAtFixedRate(this::lookAtPrograms, LOOK, 5 * LOOK, TimeUnit.NANOSECONDS);
        long start = clock.nanos();
        journeys.forEach((spec, journey) -> lanes.add(fleet.lane(spec, journey, start)));
    }

    private <T extends AutoCloseable> T opened(T journey) {
        toClose.push(journey);
        return journey;
    }

    private void lookAtPrograms() {
        programs.forEach(ProgramLane::look);
    }

    private void send() {
        try {
            while (!stopping && !recorder.failed()) {
                Lane lane =
                        lanes.stream().min(Comparator.comparingLong(Lane::next)).orElseThrow();
                clock.waitUntil(Math.min(lane.next(), clock.nanos() + LOOK));
                if (!stopping && clock.nanos() >= lane.next()) {
                    lane.setOut();
                }
            }
        } catch (RuntimeException failure) {
            recorder.keep(failure);
        }
    }

    /** Gives the counts so far, by journey; the control journey is among them. */
    public Map<String, Tally> tally() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        lanes.forEach(lane -> tallies.put(lane.spec().name(), lane.tally()));
        programs.forEach(lane -> tallies.put(lane.spec().name(), lane.tally()));
        return tallies;
    }

    /**
     * Stops them: nobody sets out any more, those under way come home within the longest deadline
     * and one second, and afterwards no thread and no connection is left. Safe to call twice.
     *
     * @throws io.firedrill.journal.JournalException or whatever the recorder threw first
     */
    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            stopping = true;
            Threads.join(sender);
            lanes.forEach(Lane::stop);
            waitForAll();
            lanes.forEach(Lane::settle);
            programs.forEach(toClose::push);
            endTimers();
            closeAll();
        }
        recorder.throwIfFailed();
    }

    @Override
    public void close() {
        stop();
    }

    private void waitForAll() {
        Duration longest = lanes.stream()
                .map(lane -> lane.spec().deadline())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        CompletableFuture<?>[] homes =
                lanes.stream().map(Lane::home).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(homes)
                    .get(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notHome) {
            lanes.forEach(Lane::giveUp);
        } catch (InterruptedException interrupted) {
            lanes.forEach(Lane::giveUp);
            Thread.currentThread().interrupt();
        }
    }

    private void endTimers() {
        timers.shutdownNow();
        try {
            timers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        for (AutoCloseable open : List.copyOf(toClose)) {
            try {
                open.close();
            } catch (Exception failure) {
                recorder.keep(
                        failure instanceof DrillException known
                                ? known
                                : new DrillException("customers could not be ended", failure));
            }
        }
        toClose.clear();
    }
}
