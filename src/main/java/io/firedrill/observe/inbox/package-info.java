/**
 * The inboxes: each takes the place of one provider and answers as he does, so that a real sender
 * works unchanged; what he was given is written down as it came.
 *
 * <p>Knows the manners of providers (status codes, bodies, limits, later reports). May import:
 * scenario, topology, journal. Found through {@link java.util.ServiceLoader} as {@link
 * io.firedrill.observe.InboxKind}.
 *
 * <p>Example: {@code try (Inbox sms = new TwilioInbox().open(order)) { ... sms.port() ... }}
 */
@NullMarked
package io.firedrill.observe.inbox;

import org.jspecify.annotations.NullMarked;
