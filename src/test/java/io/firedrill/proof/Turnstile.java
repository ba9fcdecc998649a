package io.firedrill.proof;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the first trials begin one after the other: a JVM that is cold can not start many systems at
 * once.
 */
final class Turnstile {
    private static final Duration APART = Duration.ofMillis(300);

    private final long opened = System.nanoTime();
    private final AtomicInteger passed = new AtomicInteger();
    private final int slowly;

    /** Opens one that lets that many through slowly, and everybody after them at once. */
    Turnstile(int slowly) {
        this.slowly = slowly;
    }

    void pass() {
        int before = passed.getAndIncrement();
        long turn = opened + (before < slowly ? before * APART.toNanos() : 0);
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
