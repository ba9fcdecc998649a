package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One setting of a fault, an objective or a journey: its name, type, and whether it must be given.
 *
 * @param type how the value is written and what it is bound to
 * @param fallback the value where it is not given, in the bound type; empty for none
 * @param choices the words allowed, for {@link Type#CHOICE}
 * @param meaning one line for the documentation
 */
public record Setting(
        String name,
        Type type,
        boolean required,
        Optional<Object> fallback,
        List<String> choices,
        String meaning) {

    /** The types of settings, each with what it is bound to. */
    public enum Type {
        /** {@code 500ms}, {@code 2s}, {@code 3m}: bound to {@link java.time.Duration}, positive. */
        DURATION,
        /** {@code 512B}, {@code 64MB}: bound to {@link Long}, bytes from 1. */
        SIZE,
        /** {@code 10KB/s}: bound to {@link Long}, bytes per second, whole kilobytes. */
        SPEED,
        /** {@code 50/s}, {@code 10/m}: bound to {@link Double}, customers per second. */
        RATE,
        /** A whole number from 0: bound to {@link Integer}. */
        COUNT,
        /** {@code 99.5%}: bound to {@link Double} from 0 to 1. */
        SHARE,
        /** Any text: bound to {@link String}. */
        TEXT,
        /** One of {@link Setting#choices}: bound to {@link String}. */
        CHOICE,
        /** Name of a journey among the scenario's customers: bound to {@link String}. */
        JOURNEY,
        /** Name of a component, or of a fault's {@code called}: bound to {@link String}. */
        COMPONENT,
        /** Name of a fault that a step injects ({@code called}): bound to {@link String}. */
        FAULT,
        /** Name of an entry: bound to {@link String}. */
        ENTRY,
        /** Name of a role: bound to {@link String}. */
        ROLE,
        /**
         * A secret by its name, {@code ${MAIL_PASSWORD}}; journeys only. Bound to {@link String}:
         * in a scenario its name, for the journey that runs the secret itself.
         */
        SECRET,
        /** JSONPath, or the plain name of a field: bound to {@link String}. */
        JSON_PATH,
        /** A list of words, or one word: bound to {@code List<String>}. */
        WORDS,
        /**
         * An image: a service of the Compose files, or a reference with its tag or digest; bound to
         * {@link String}.
         */
        IMAGE,
        /**
         * A request as in journeys ({@code {get: /books, expect: ...}}): bound to {@link HttpStep}.
         */
        REQUEST
    }

    /** Declares a setting that must be given. */
    public static Setting required(String name, Type type, String meaning) {
        return new Setting(name, type, true, Optional.empty(), List.of(), meaning);
    }

    /** Declares a setting that may be left out. */
    public static Setting optional(String name, Type type, String meaning) {
        return new Setting(name, type, false, Optional.empty(), List.of(), meaning);
    }

    /** Declares a setting with a value for where it is left out. */
    public static Setting optional(String name, Type type, Object fallback, String meaning) {
        return new Setting(name, type, false, Optional.of(fallback), List.of(), meaning);
    }

    /** Declares a choice; its first word is the one taken where it is left out. */
    public static Setting choice(String name, List<String> choices, String meaning) {
        Optional<Object> first = Optional.of(choices.get(0));
        return new Setting(name, Type.CHOICE, false, first, choices, meaning);
    }
}
