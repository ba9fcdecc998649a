package io.firedrill.observe.inbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which messages end undelivered, and when that is known. A share is spread evenly, by counting and
 * not by lot: of each ten messages to a provider that fails 10 %, exactly one.
 */
final class Fate {
    private final Duration after;
    private final double share;
    private final Set<String> addresses;
    private long messages;

    /**
     * Decides by a share or by addresses.
     *
     * @param after how long after it was taken a message's end is known; zero for at once
     * @param share of the messages that fail, from 0 to 1
     * @param addresses whose messages fail, whatever their case
     */
    Fate(Duration after, double share, Set<String> addresses) {
        this.after = after;
        this.share = share;
        this.addresses = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    Duration after() {
        return after;
    }

    /** Says whether the next message, to this recipient, ends undelivered. */
    synchronized boolean fails(String recipient) {
        long before = failed();
        messages++;
        return failed() > before || names(recipient);
    }

    /** Says whether all messages to this recipient fail. */
    boolean names(String recipient) {
        return addresses.contains(recipient.toLowerCase(Locale.ROOT));
    }

    /** A hair is added: 0.29 * 100 is less than 29. */
    private long failed() {
        return (long) (messages * share + 1e-9);
    }
}
