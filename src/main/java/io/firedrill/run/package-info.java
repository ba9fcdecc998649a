/**
 * The one loop: a pure timeline that says what is due, and the runner that does it and heals.
 *
 * <p>May import: scenario, journal, topology, fault, traffic, observe. Held by the ArchUnit test.
 *
 * <p>Example: {@code new DrillRunner(provisioner, faults).run(scenario, journalFile)}
 */
@NullMarked
package io.firedrill.run;

import org.jspecify.annotations.NullMarked;
