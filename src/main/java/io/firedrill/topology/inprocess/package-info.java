/**
 * The provisioner {@code inprocess}: systems whose components are small programs in this JVM, on
 * real sockets of 127.0.0.1. Each component has a {@link Host}, its machine, through which it does
 * all that it does outside of its own memory; so it can be frozen, killed and lost like a
 * container, in milliseconds and without Docker.
 *
 * <p>May import: scenario. Held by the ArchUnit test.
 *
 * <p>Example: {@code Part.of("echo", host -> host.network().serve(7, Echo::serve))}
 */
@NullMarked
package io.firedrill.topology.inprocess;

import org.jspecify.annotations.NullMarked;
