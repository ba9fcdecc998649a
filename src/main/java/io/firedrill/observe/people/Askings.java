package io.firedrill.observe.people;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the steps of one drill ask of people. It has a thread of its own, which passes what is asked
 * on to deputies and lets stand-ins answer when that is due: whatever the script is busy with.
 */
public final class Askings implements AutoCloseable {
    /** Who writes down what people do. */
    public static final String ACTOR = "people";

    private static final Duration TICK = Duration.ofMillis(10);
    private static final long LAST_TICK_MILLIS = 2_000;

    private final Site site;
    private final People people;
    private final List<Asking> all = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /** Begins with nothing that is asked. */
    public Askings(String drill, People people, Recorder recorder, DrillClock clock) {
        this.site = new Site(drill, recorder, clock);
        this.people = people;
    }

    /** The drill in which people are asked. */
    record Site(String drill, Recorder recorder, DrillClock clock) {}

    /** Asks, and returns at once. Used by one thread. */
    public void ask(Step.Ask step) {
        Asking asking = new Asking(step, people.way(), site);
        asking.begin();
        all.add(asking);
        people.show(asking);
        if (threads.isEmpty()) {
            Thread thread = new Thread(this::watch, "firedrill-people");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                all.forEach(Asking::tick);
                site.clock().waitUntil(site.clock().nanos() + TICK.toNanos());
            }
        } catch (JournalException e) {
            closed = true; // whoever runs the drill meets the same at the next entry, and ends it
        }
    }

    /** Asks nothing more, and writes down what was not answered. Safe to call twice. */
    @Override
    public void close() {
        closed = true;
        all.forEach(Asking::end);
        for (Thread thread : threads) {
            try {
                thread.join(LAST_TICK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
