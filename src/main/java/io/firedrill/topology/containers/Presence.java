package io.firedrill.topology.containers;

import io.firedrill.topology.Capability.Answer;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Whether a component can be asked at all: one that is frozen, or whose host is lost, can not.
 *
 * <p>It also keeps questions and freezing apart: an engine (20.10) that freezes a container while a
 * command is just being started inside it waits for that command without end, and nothing can be
 * done to the container any more, not even removing it.
 */
final class Presence {
    private static final int NOT_ASKED = -1;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile boolean away;

    /** Asks, unless the component is away. */
    Answer ask(Supplier<Answer> question) {
        lock.readLock().lock();
        try {
            return away
                    ? new Answer(NOT_ASKED, "it is frozen, or its host is lost")
                    : question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Takes it away once the questions under way are answered; it counts as away whatever happens.
     */
    void leave(Runnable how) {
        lock.writeLock().lock();
        try {
            away = true;
            how.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Brings it back. */
    void enter(Runnable how) {
        how.run();
        away = false;
    }
}
