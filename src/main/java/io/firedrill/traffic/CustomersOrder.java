package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Scenario;

import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * Which customers are wanted, and where.
 *
 * @param scenario its {@code customers} say which journeys and how many per second
 * @param entries from an entry's name to its address
 * @param seed shifts the arrival plans
 */
public record CustomersOrder(
        Scenario scenario,
        Function<String, InetSocketAddress> entries,
        Recorder recorder,
        DrillClock clock,
        long seed) {}
