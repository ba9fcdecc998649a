/**
 * First files for a system that nobody has drilled yet, guessed from its Compose files: every guess
 * says what it was made from, and what could not be guessed is said as well.
 *
 * <p>May import: {@code scenario}. Held by the ArchUnit test.
 *
 * <p>Example: {@code FirstDraft.of("shop", List.of("compose.yaml"), outline).system() is the text
 * of a system.yaml}
 */
@NullMarked
package io.firedrill.scenario.draft;

import org.jspecify.annotations.NullMarked;
