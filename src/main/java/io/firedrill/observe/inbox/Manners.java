package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.DurationText;
import io.firedrill.scenario.RateText;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a provider behaves, as the settings of its channel say. */
final class Manners {
    private final Channel channel;

    Manners(Channel channel) {
        this.channel = channel;
    }

    /** Gives a setting as it is written; empty where it is not set. */
    Optional<String> text(String name) {
        return Optional.ofNullable(channel.settings().get(name)).filter(text -> !text.isBlank());
    }

    /** Gives a duration, or the usual one where it is not set. */
    Duration duration(String name, Duration usual) {
        return read(name, DurationText::parse, "a duration such as 500ms or 2s").orElse(usual);
    }

    /** Gives how many messages per second are taken; empty for any number. */
    Optional<Double> rate() {
        return read("rate", RateText::rate, "a rate such as 50/s or 10/m");
    }

    /** Gives which messages end undelivered. */
    Fate fate() {
        Duration after = duration("deliver-after", Duration.ZERO);
        Optional<String> fails = text("fails");
        boolean share = fails.isPresent() && fails.get().endsWith("%");
        double failing =
                share ? read("fails", RateText::share, "a share such as 10%").orElse(0.0) : 0;
        Set<String> addresses = share || fails.isEmpty() ? Set.of() : names(fails.get());
        return new Fate(after, failing, addresses);
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split("[\\[\\],\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> Optional<T> read(
            String name, Function<String, Optional<T>> reading, String allowed) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(text.get());
        if (value.isEmpty()) {
            throw new DrillException("channel '" + channel.name() + "': '" + name + ": "
                    + text.get() + "' can not be read; write " + allowed);
        }
        return value;
    }
}
