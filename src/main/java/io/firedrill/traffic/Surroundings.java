package io.firedrill.traffic;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What every attempt of a journey shares: the line it speaks over, the timer that ends it, and the
 * discretion with which it is written about.
 */
record Surroundings(HttpLine line, ScheduledExecutorService timers, Discretion discretion) {}
