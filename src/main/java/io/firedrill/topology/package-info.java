/**
 * The system under drill while it runs: its components and what may be done to them, its links and
 * their relays, its witness.
 *
 * <p>May import: scenario. Held by the ArchUnit test.
 *
 * <p>Example: {@code system.component("db1").as(Pausable.class)}
 */
@NullMarked
package io.firedrill.topology;

import org.jspecify.annotations.NullMarked;
