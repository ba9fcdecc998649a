/**
 * Eyes on the system that are not customers: who holds a role, what Docker saw, what people are
 * told.
 *
 * <p>What people are told is seen where it arrives: an {@link io.firedrill.observe.Inbox} stands in
 * a provider's place or looks at a page. The kinds are in {@code observe.inbox};
 * {@link io.firedrill.observe.NoticeReader} reads facts out of messages, and
 * {@link io.firedrill.observe.Arrivals} writes them down.
 *
 * <p>May import: scenario, topology, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code RoleWatch.start(scenario.system(), system, recorder, clock)}
 */
@NullMarked
package io.firedrill.observe;

import org.jspecify.annotations.NullMarked;
