/**
 * The provisioner {@code containers}: Docker Compose starts the system, an overlay that we generate
 * puts the relays on its links, a watchdog outlives us and clears up.
 *
 * <p>May import: scenario, topology. Held by the ArchUnit test.
 *
 * <p>Example: {@code new ContainersProvisioner(settings).start(scenario)}
 */
@NullMarked
package io.firedrill.topology.containers;

import org.jspecify.annotations.NullMarked;
