package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.DurationText;
import io.firedrill.scenario.RateText;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a provider is to behave, read out of the settings of a channel.
 *
 * @param rate messages per second that he takes; no bound where empty
 * @param deliverAfter until he says what became of a message; may be zero
 * @param fails which messages never arrive
 * @param acknowledgesAfter until the person on call acknowledges; empty where he never does
 * @param texts what else is set: user, password, token, secret, callback
 */
record Manners(
        OptionalDouble rate,
        Duration deliverAfter,
        Fails fails,
        Optional<Duration> acknowledgesAfter,
        Map<String, String> texts) {
    private static final Duration AS_A_PERSON = Duration.ofSeconds(1);

    /**
     * Reads the settings.
     *
     * @throws DrillException naming every setting that can not be read
     */
    static Manners of(Channel channel) {
        Asked asked = new Asked(channel.settings(), new ArrayList<>());
        Manners manners = new Manners(
                asked.rate(),
                asked.duration("deliver-after", Duration.ZERO),
                asked.fails(),
                asked.acknowledges(),
                channel.settings());
        if (!asked.problems().isEmpty()) {
            throw new DrillException("channel '" + channel.name() + "': "
                    + String.join("; ", asked.problems()) + ". Correct system.yaml.");
        }
        return manners;
    }

    /** Gives a text that is set and not empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    /** Says whether a text is as set; yes where none is set. */
    boolean accepts(String name, Optional<String> given) {
        return text(name)
                .map(wanted -> Signature.same(wanted, given.orElse("")))
                .orElse(true);
    }

    /** The settings while they are read. */
    private record Asked(Map<String, String> settings, List<String> problems) {

        OptionalDouble rate() {
            String text = settings.get("rate");
            if (text == null) {
                return OptionalDouble.empty();
            }
            Optional<Double> rate = RateText.rate(text);
            if (rate.isEmpty()) {
                wrong("rate", text, "messages per second or minute, such as 50/s or 10/m");
            }
            return rate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }

        Duration duration(String name, Duration fallback) {
            String text = settings.get(name);
            if (text == null) {
                return fallback;
            }
            if (text.matches("0(ms|s|m|h)?")) {
                return Duration.ZERO;
            }
            Optional<Duration> duration = DurationText.parse(text);
            if (duration.isEmpty()) {
                wrong(name, text, "a duration such as 500ms, 2s or 3m, or 0");
            }
            return duration.orElse(fallback);
        }

        Optional<Duration> acknowledges() {
            String text = settings.get("acknowledges");
            if ("never".equals(text)) {
                return Optional.empty();
            }
            if (text != null) {
                wrong("acknowledges", text, "'never', or leave it out");
            }
            return Optional.of(duration("acknowledges-after", AS_A_PERSON));
        }

        Fails fails() {
            String text = settings.get("fails");
            return text == null ? Fails.NONE : Fails.parse(text);
        }

        private void wrong(String name, String text, String allowed) {
            problems.add(name + " is '" + text + "'; allowed: " + allowed);
        }
    }
}
