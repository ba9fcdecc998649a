/**
 * Verdicts, computed from the scenario and the journal alone, so that they can be computed again
 * years later.
 *
 * <p>May import: scenario, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code Judge.withAllChecks().judge(scenario, journal)}
 */
@NullMarked
package io.firedrill.check;

import org.jspecify.annotations.NullMarked;
