/**
 * The seal on a pack: what lies in it with its digests, who vouches for it, and whether it still is
 * what was sealed and still says what its journal says.
 *
 * <p>May import: scenario, journal, check, evidence. Held by the ArchUnit test.
 *
 * <p>Example: {@code new PackVerifier(Optional.empty()).verify(pack).state()}
 */
@NullMarked
package io.firedrill.evidence.seal;

import org.jspecify.annotations.NullMarked;
