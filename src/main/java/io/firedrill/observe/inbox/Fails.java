package io.firedrill.observe.inbox;

import io.firedrill.scenario.RateText;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Which messages never arrive: a share of all, spread evenly and the same in each run, or all to
 * certain addresses. Safe for use by many threads.
 */
final class Fails {
    /** All arrive. */
    static final Fails NONE = new Fails(0, Set.of());

    private final double share;
    private final Set<String> addresses;
    private final AtomicLong messages = new AtomicLong();

    private Fails(double share, Set<String> addresses) {
        this.share = share;
        this.addresses = addresses;
    }

    /**
     * Reads what is written: a share ({@code 5%}, {@code 0.05}, {@code 1}), or addresses apart by
     * commas, in brackets or not.
     */
    static Fails parse(String text) {
        Optional<Double> share = RateText.share(text)
                .or(() -> text.matches("0|1|1\\.0+|0?\\.[0-9]+")
                        ? Optional.of(Double.valueOf(text))
                        : Optional.empty());
        return share.map(part -> new Fails(part, Set.of()))
                .orElseGet(() -> new Fails(0, addresses(text)));
    }

    private static Set<String> addresses(String text) {
        String inner = text.strip().replaceAll("^\\[|]$", "");
        return Arrays.stream(inner.split(",", -1))
                .map(String::strip)
                .map(address -> address.replaceAll("^[\"']|[\"']$", ""))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Says whether the next message, to this address, never arrives. */
    boolean hits(String address) {
        long number = messages.incrementAndGet();
        boolean due = Math.floor(number * share) > Math.floor((number - 1) * share);
        return due || addresses.contains(address);
    }
}
