/**
 * The JUnit Platform's view of drills: an engine, thin; and drills run from anybody's own tests.
 *
 * <p>May import: all packages but cli. Held by the ArchUnit test.
 *
 * <p>Example: {@code @AllDrills class DrillsIT {}}, or {@code Drills.run(file).assertPassed()}
 */
@NullMarked
package io.firedrill.junit;

import org.jspecify.annotations.NullMarked;
