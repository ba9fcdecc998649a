/**
 * The customers: journeys, when they set out, and the ledger of what they were told is safe.
 *
 * <p>May import: scenario, topology, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code Customers.start(new CustomersOrder(scenario, entries, recorder, clock, seed))}
 */
@NullMarked
package io.firedrill.traffic;

import org.jspecify.annotations.NullMarked;
