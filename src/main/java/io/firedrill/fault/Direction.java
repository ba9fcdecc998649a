package io.firedrill.fault;

import eu.rekawek.toxiproxy.model.ToxicDirection;

import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.Witness.Traffic;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Which way on a link a fault works, as its consumer sees it. */
enum Direction {
    /** What the provider sends. */
    ANSWERS(List.of(ToxicDirection.DOWNSTREAM)),
    /** What the consumer sends. */
    REQUESTS(List.of(ToxicDirection.UPSTREAM)),
    /** Both. */
    BOTH(List.of(ToxicDirection.DOWNSTREAM, ToxicDirection.UPSTREAM));

    static final Setting SETTING = Setting.choice(
            "direction", List.of("answers", "requests", "both"), "which way it works on the link");

    private final List<ToxicDirection> streams;

    Direction(List<ToxicDirection> streams) {
        this.streams = streams;
    }

    /** Reads the setting; answers where it is not there. */
    static Direction of(FaultSpec spec) {
        return spec.settings()
                .find(SETTING.name(), String.class)
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(ANSWERS);
    }

    /** Puts a toxic on each stream, named after the prefix. */
    void each(String prefix, Poison poison) throws IOException {
        for (ToxicDirection stream : streams) {
            poison.on(prefix + "-" + stream.name().toLowerCase(Locale.ROOT), stream);
        }
    }

    /** Something put on one stream of a proxy. */
    @FunctionalInterface
    interface Poison {
        /** Puts a toxic of that name on the stream. */
        void on(String name, ToxicDirection stream) throws IOException;
    }

    /** Says how many streams it works on. */
    int streams() {
        return streams.size();
    }

    /** Says whether what the provider sends is met. */
    boolean meetsAnswers() {
        return streams.contains(ToxicDirection.DOWNSTREAM);
    }

    /** Says whether what the consumer sends is met. */
    boolean meetsRequests() {
        return streams.contains(ToxicDirection.UPSTREAM);
    }

    /** Counts the bytes of a connection that it met. */
    long met(Traffic traffic) {
        return (meetsAnswers() ? traffic.received() : 0) + (meetsRequests() ? traffic.sent() : 0);
    }

    /** Says it in plain words: {@code answers}. */
    String words() {
        return this == BOTH ? "requests and answers" : name().toLowerCase(Locale.ROOT);
    }
}
