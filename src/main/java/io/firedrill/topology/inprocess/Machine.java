package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine of one component: starts its program, and does to it what happens to machines. What
 * happens is done to its process from outside; no code of the program takes part. Safe for many
 * threads.
 */
final class Machine implements AutoCloseable {
    /** A port of its own on which a live process tells how many lives it has had. */
    static final int PULSE = 0;
    /** A port on which nobody ever listens. */
    static final int NOBODY = -1;

    private static final Duration GRACE = Duration.ofMillis(500);
    private static final long END_MILLIS = 500;
    private static final long CLOSED_MILLIS = 5000;

    private final Part part;
    private final Surroundings around;
    private final Ports ports = new Ports();
    private final Disk disk = Disk.empty();
    private final Log log;
    private State state = State.EXITED;
    private long lives;
    private @Nullable Running running;
    private @Nullable Silence silence;
    private Health health = new Health();

    /** What a machine is doing. */
    enum State {
        RUNNING,
        PAUSED,
        RESTARTING,
        EXITED,
        LOST,
        CLOSED
    }

    /** A process, and how operators see it. */
    private record Running(Life life, Console console) {}

    Machine(Part part, Surroundings around) {
        this.part = part;
        this.around = around;
        this.log = new Log(around.wall());
        around.directory().host(part.name(), ports);
        ports.address(PULSE);
        ports.address(NOBODY);
    }

    String name() {
        return part.name();
    }

    Ports ports() {
        return ports;
    }

    String log(int lines) {
        return log.last(lines);
    }

    /** Gives identity facts for the evidence. */
    Map<String, String> facts() {
        return Map.of(
                "program", part.program().getClass().getName(),
                "restart policy",
                        part.restartsAfter()
                                .map(delay -> "always, after " + delay.toMillis() + " ms")
                                .orElse("no"));
    }

    /** Starts its process; does nothing where one is there. */
    synchronized void start() {
        if (state != State.EXITED && state != State.RESTARTING) {
            return;
        }
        Life life = new Life(name(), ++lives, around.nanos(), log);
        Console console = new Console(life, log);
        running = new Running(life, console);
        health = new Health();
        become(State.RUNNING, "start", "life " + lives);
        Network network = new Network(life, ports, around.directory());
        Host host = new Host(life, network, disk.usedBy(life), console);
        life.run(() -> begin(host, life));
    }

    private void begin(Host host, Life life) {
        try {
            host.network()
                    .serve(
                            PULSE,
                            pulse -> pulse.getOutputStream()
                                    .write((life.number() + "\n").getBytes(UTF_8)));
            part.program().start(host);
            life.started();
        } catch (IOException | RuntimeException e) {
            if (!life.gate().over()) { // else whoever ended it waits for this thread
                failed(life, e);
            }
        }
    }

    private synchronized void failed(Life life, Exception e) {
        if (!life.gate().over() && running != null && running.life() == life) {
            log.add("could not start: " + e);
            life.end();
            die("it could not start");
        }
    }

    /** Lets its process die: connections reset, ports refuse, memory lost, disk kept. */
    synchronized void crash() {
        if (state != State.RUNNING && state != State.PAUSED) {
            throw new DrillException(
                    "'" + name() + "' has no process that could die: it does not run");
        }
        end();
        die("killed");
    }

    private void die(String how) {
        Optional<Duration> again = part.restartsAfter();
        become(again.isPresent() ? State.RESTARTING : State.EXITED, "die", how);
        again.ifPresent(delay -> around.platform().after(delay, this::restart));
    }

    private synchronized void restart() {
        if (state == State.RESTARTING) {
            start();
        }
    }

    /**
     * Ends its process. A listener is gone only when the thread that was accepting on it has let go
     * of it, so that is waited for: who connects from now on is refused, and the port is free.
     */
    private void end() {
        Running one = running;
        if (one != null) {
            one.life().end();
            one.life().awaitEnd(END_MILLIS);
        }
    }

    /** Starts it again where nobody else will. */
    synchronized void revive() {
        if (state == State.EXITED) {
            start();
        }
    }

    /** Has its process end in good order; no restart policy acts. */
    synchronized void stop() {
        if (state != State.RUNNING) {
            throw new DrillException("'" + name() + "' could not be stopped: it does not run");
        }
        life().leave(GRACE);
        life().awaitEnd(END_MILLIS);
        become(State.EXITED, "die", "stopped");
    }

    /** Freezes its process; the kernel goes on for it. */
    synchronized void pause() {
        if (state != State.RUNNING) {
            throw new DrillException("'" + name() + "' could not be paused: it does not run");
        }
        life().gate().shut();
        become(State.PAUSED, "pause", "");
    }

    /** Thaws it; does nothing where it is not frozen. */
    synchronized void resume() {
        if (state == State.PAUSED) {
            life().gate().open();
            become(State.RUNNING, "unpause", "");
        }
    }

    /** Loses the host: its process is frozen for good, and every port falls silent. */
    synchronized void lose() {
        if (state != State.RUNNING && state != State.PAUSED) {
            throw new DrillException("'" + name() + "' has no host to lose: it does not run");
        }
        life().gate().shut();
        state = State.LOST;
        around.platform().lost(name());
        Silence fallen = new Silence();
        silence = fallen;
        ports.all().forEach(fallen::knock);
        life().awaitFrozenListeners();
        ports.all().forEach(fallen::fall);
    }

    /** Brings a lost host back as after a power cycle. */
    synchronized void bringBack() {
        if (state != State.LOST) {
            return;
        }
        end();
        endSilence();
        become(State.EXITED, "die", "power cycle");
        start();
    }

    private void endSilence() {
        Silence fallen = silence;
        if (fallen != null) {
            fallen.close();
            silence = null;
        }
    }

    /** Has a command answered by its process; code -1 where it can not. */
    Answer ask(List<String> command, Duration atMost) {
        Console console;
        synchronized (this) {
            if (state != State.RUNNING) {
                return new Answer(-1, "");
            }
            console = running().console();
        }
        return console.ask(command, atMost);
    }

    /** Tells of its health where that has changed; called again and again. */
    synchronized void checkHealth() {
        if (state != State.RUNNING) {
            return;
        }
        running()
                .console()
                .health()
                .flatMap(health::look)
                .ifPresent(word -> around.platform().changed(name(), word, ""));
    }

    /** Gives the word for how it is now. */
    synchronized String now() {
        return switch (state) {
            case RUNNING -> health.word();
            case PAUSED -> "pause";
            default -> "die";
        };
    }

    /** Says whether its program has started and is well. */
    synchronized boolean isUp() {
        return state == State.RUNNING
                && life().isStarted()
                && running().console().health().orElse(true);
    }

    private Running running() {
        return Optional.ofNullable(running).orElseThrow();
    }

    private Life life() {
        return running().life();
    }

    private void become(State next, String word, String detail) {
        state = next;
        around.platform().changed(name(), word, detail);
    }

    /** Ends its process and gives back its ports. */
    @Override
    public synchronized void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        end();
        endSilence();
        ports.close();
        Running one = running;
        if (one != null && !one.life().awaitEnd(CLOSED_MILLIS)) {
            throw new DrillException("a thread of '" + name() + "' did not end with its process");
        }
    }
}
