/**
 * Eyes on the system that are not customers: who holds a role, what Docker saw.
 *
 * <p>May import: scenario, topology, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code RoleWatch.start(scenario.system(), system, recorder, clock)}
 */
@NullMarked
package io.firedrill.observe;

import org.jspecify.annotations.NullMarked;
