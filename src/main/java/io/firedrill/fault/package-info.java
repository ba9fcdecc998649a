/**
 * What breaks a system and how it heals again, one small class for each kind.
 *
 * <p>May import: scenario, topology. Held by the ArchUnit test.
 *
 * <p>Example: {@code new Pause().aim(order).apply()}
 */
@NullMarked
package io.firedrill.fault;

import org.jspecify.annotations.NullMarked;
