/**
 * The pocket bank: the reference bank's shape and manners, in this JVM. Seven components, each a
 * {@link io.firedrill.topology.inprocess.Program} that is assembled in {@code PocketBank}:
 *
 * <pre>
 * customers -> front -> portal-1, portal-2 -> db -> db1, db2 -> leases
 * </pre>
 *
 * <p>Everything that could be done otherwise is an interface of one or two methods with one healthy
 * implementation: {@code Election}, {@code Replication}, {@code Routing}, {@code Readiness},
 * {@code HealthCheck}. {@code BankParts} holds one maker of each. A sabotaged bank is
 * {@code BankParts.healthy().with(Other::new)}; {@code Variants} gives it a name for
 * {@code settings:}. Healthy code never asks whether it is sabotaged.
 *
 * <p>Example: {@code settings: {replication: asynchronous}} in a twin's file.
 */
@NullMarked
package io.firedrill.systems.pocket;

import org.jspecify.annotations.NullMarked;
