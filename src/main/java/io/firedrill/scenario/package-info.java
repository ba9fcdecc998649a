/**
 * The drill and the system under drill as they are written down: immutable records, their reader
 * and validator. Nothing here is executable.
 *
 * <p>May import: no other package. Held by the ArchUnit test.
 *
 * <p>Example: {@code ScenarioReader.read(root) gives every scenario below a folder, or every
 * problem}
 */
@NullMarked
package io.firedrill.scenario;

import org.jspecify.annotations.NullMarked;
