/**
 * Checks of what people are told: N01 to N38 and the truth meter, each one small class over what
 * {@link io.firedrill.check.told.Telling} reads out of the journal, beside the plan of the system.
 * Limits are in the plan's time; {@link io.firedrill.check.told.Scale} says both times.
 *
 * <p>May import: check, scenario, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code new Telling(scenario, journal).declared()}
 */
@NullMarked
package io.firedrill.check.told;

import org.jspecify.annotations.NullMarked;
