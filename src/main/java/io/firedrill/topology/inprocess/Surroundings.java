package io.firedrill.topology.inprocess;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the machines of one system share.
 *
 * @param nanos the clock of every program
 * @param wall the time that logs show
 */
record Surroundings(
        Directory directory, Platform platform, LongSupplier nanos, Supplier<Instant> wall) {}
