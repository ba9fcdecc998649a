/**
 * The command line: {@code init}, {@code validate}, {@code explain}. It prints what the other
 * packages know and has no logic of its own.
 *
 * <p>May import: every package but {@code junit}; imported by none. Held by the ArchUnit test.
 *
 * <p>Example: {@code java -jar target/firedrill-0.1.0-SNAPSHOT-cli.jar validate scenarios}
 */
@NullMarked
package io.firedrill.cli;

import org.jspecify.annotations.NullMarked;
