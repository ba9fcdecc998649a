package io.firedrill.proof;

import io.firedrill.DrillException;

import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The switches of the proof, each a system property {@code firedrill.proof.<name>}.
 *
 * @param times how often each defect is tried
 * @param healthy how often the healthy bank is drilled, half of it under noise
 * @param only glob over {@code <system>/<drill>} and {@code <system>/<drill>/<defect>}
 * @param parallel how many drills side by side
 * @param seed from which the seed of each trial is drawn
 */
record Switches(int times, int healthy, String only, int parallel, long seed) {
    /** Below, noise would tell of a handful of drills only. */
    private static final int FEWEST_WITH_NOISE = 20;

    static Switches from(Properties given, int times, int healthy) {
        return new Switches(
                number(given, "times", times),
                number(given, "healthy", healthy),
                given.getProperty("firedrill.proof.only", "*"),
                number(given, "parallel", PARALLEL),
                seed(given));
    }

    /** Measured: mostly waiting, and 2 cores are not yet busy; see src/docs/proof.md. */
    static final int PARALLEL = 8;

    private static long seed(Properties given) {
        String text = given.getProperty("firedrill.proof.seed", "");
        try {
            return text.isEmpty()
                    ? ThreadLocalRandom.current().nextLong(1_000_000_000)
                    : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong("seed", text);
        }
    }

    private static int number(Properties given, String name, int usual) {
        String text = given.getProperty("firedrill.proof." + name, "");
        try {
            int number = text.isEmpty() ? usual : Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text);
        }
        throw wrong(name, text);
    }

    private static DrillException wrong(String name, String text) {
        return new DrillException(
                "firedrill.proof." + name + " is '" + text + "'; allowed: a whole number from 0");
    }

    boolean chooses(String id) {
        String regex = Pattern.quote(only).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, id);
    }

    /** Says whether every other drill of the healthy bank is run under noise. */
    boolean noise() {
        return healthy >= FEWEST_WITH_NOISE;
    }

    Switches withParallel(int other) {
        return new Switches(times, healthy, only, other, seed);
    }
}
