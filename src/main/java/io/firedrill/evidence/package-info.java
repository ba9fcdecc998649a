/**
 * What a drill leaves behind: the pack, Allure results, the summary, pictures.
 *
 * <p>May import: scenario, journal, check. Held by the ArchUnit test.
 *
 * <p>Example: {@code new EvidencePack(folder).write(result)}
 */
@NullMarked
package io.firedrill.evidence;

import org.jspecify.annotations.NullMarked;
