/**
 * The JUnit Platform's view of drills: an engine, thin.
 *
 * <p>May import: all packages but cli. Held by the ArchUnit test.
 *
 * <p>Example: {@code @Suite @IncludeEngines("firedrill")}
 */
@NullMarked
package io.firedrill.junit;

import org.jspecify.annotations.NullMarked;
