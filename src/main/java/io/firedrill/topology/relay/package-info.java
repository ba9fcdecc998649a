/**
 * The embedded relay: Toxiproxy 2.12's HTTP API and its toxics, over real sockets of this JVM.
 *
 * <p>It knows sockets, bytes and delays, and nothing of drills: whoever drives it takes any
 * Toxiproxy client. One thread moves all bytes ({@link io.firedrill.topology.relay.Loop}); the
 * threads that answer the API only hand it tasks. Why so:
 * {@code src/docs/decisions/0006-embedded-relay.md}; how it compares with the real one:
 * {@code src/docs/relay-conformance.md}.
 *
 * <p>May import: scenario. Held by the ArchUnit test.
 *
 * <p>Example: {@code EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime); new
 * ToxiproxyClient("127.0.0.1", relay.address().getPort()).createProxy("db", "127.0.0.1:0",
 * "127.0.0.1:5432")}
 */
@NullMarked
package io.firedrill.topology.relay;

import org.jspecify.annotations.NullMarked;
