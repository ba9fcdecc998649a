/**
 * The kinds of inboxes: each answers as its provider does, or reads a page as people do.
 *
 * <p>It knows the providers' wire formats and nothing of what a notice ought to say. Whoever talks
 * to an inbox is a stranger: every line, body, number of connections and wait has a bound. What
 * each kind speaks: {@code src/docs/channels.md}.
 *
 * <p>May import: scenario, topology, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code try (Inbox mail = new SmtpKind().open(order)) { send(mail.port()); }}
 */
@NullMarked
package io.firedrill.observe.inbox;

import org.jspecify.annotations.NullMarked;
