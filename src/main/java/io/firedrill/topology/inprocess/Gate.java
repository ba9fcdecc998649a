package io.firedrill.topology.inprocess;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What every step of a program out of its own memory passes: each read and write, each tick, each
 * line to disk. While it is shut whoever comes waits; once the process is over whoever comes ends.
 */
final class Gate {
    private final String component;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile State state = State.OPEN;
    private volatile long thaws;

    Gate(String component) {
        this.component = component;
    }

    private enum State {
        OPEN,
        SHUT,
        OVER
    }

    /** Something that may wait for, or change, the world outside. */
    @FunctionalInterface
    interface Step<T> {
        /** Does it. */
        T take() throws IOException;
    }

    /**
     * Waits while the gate is shut.
     *
     * @throws Killed once the process is over
     */
    void pass() {
        if (state != State.OPEN) {
            await();
        }
    }

    /** Takes a step; what came of it, good or bad, is not seen before the gate is passed again. */
    <T> T through(Step<T> step) throws IOException {
        pass();
        try {
            return step.take();
        } finally {
            pass();
        }
    }

    private void await() {
        lock.lock();
        try {
            while (state == State.SHUT) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        if (state == State.OVER) {
            throw new Killed(component);
        }
    }

    /** Shuts it; does nothing once the process is over. */
    void shut() {
        become(State.SHUT);
    }

    /** Opens it again: whoever waits goes on where it was. */
    void open() {
        thaws++;
        become(State.OPEN);
    }

    /** Ends whoever waits, and whoever comes from now on. */
    void end() {
        become(State.OVER);
    }

    private void become(State next) {
        lock.lock();
        try {
            if (state != State.OVER) {
                state = next;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says whether the process is over. */
    boolean over() {
        return state == State.OVER;
    }

    /** Counts how often it was opened again: a wait that spans such a moment was no wait at all. */
    long thaws() {
        return thaws;
    }
}
