/**
 * The archive: a place that only grows, in which every run says what it is about to do before it
 * does anything, and leaves its packs.
 *
 * <p>May import: evidence, scenario. Held by the ArchUnit test.
 *
 * <p>Example: {@code Archive.open(place, scratch).begin(intent) lies there before a system starts}
 */
@NullMarked
package io.firedrill.evidence.archive;

import org.jspecify.annotations.NullMarked;
