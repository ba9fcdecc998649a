package io.firedrill.topology.inprocess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A place where single machines can be tried. */
final class Bench implements Platform, AutoCloseable {
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final List<Machine> machines = new ArrayList<>();
    private final List<String> words = new CopyOnWriteArrayList<>();
    private final Directory directory = new Directory(Map.of());

    /** Starts a machine. */
    Machine start(Part part) {
        Machine machine = new Machine(
                part, new Surroundings(directory, this, System::nanoTime, Instant::now));
        machines.add(machine);
        machine.start();
        return machine;
    }

    Directory directory() {
        return directory;
    }

    /** Gives what the platform was told, in a word each. */
    List<String> words() {
        return words;
    }

    @Override
    public void changed(String component, String state, String detail) {
        words.add(state);
    }

    @Override
    public void lost(String component) {
        words.add("lost");
    }

    @Override
    public void after(Duration delay, Runnable action) {
        var ignored = later.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        later.shutdownNow();
        machines.forEach(Machine::close);
    }
}
