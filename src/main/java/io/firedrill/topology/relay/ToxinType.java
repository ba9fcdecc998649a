package io.firedrill.topology.relay;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The toxins under the API's words. */
enum ToxinType {
    LATENCY(
            "LatencyToxic",
            List.of("latency", "jitter"),
            values -> new Latency(values.applyAsLong("latency"), values.applyAsLong("jitter"))),
    BANDWIDTH(
            "BandwidthToxic", List.of("rate"), values -> new Bandwidth(values.applyAsLong("rate"))),
    SLOW_CLOSE(
            "SlowCloseToxic",
            List.of("delay"),
            values -> new SlowClose(values.applyAsLong("delay"))),
    TIMEOUT(
            "TimeoutToxic",
            List.of("timeout"),
            values -> new Timeout(values.applyAsLong("timeout"))),
    RESET_PEER(
            "ResetToxic",
            List.of("timeout"),
            values -> new ResetPeer(values.applyAsLong("timeout"))),
    SLICER(
            "SlicerToxic",
            List.of("average_size", "size_variation", "delay"),
            values -> new Slicer(
                    values.applyAsLong("average_size"),
                    values.applyAsLong("size_variation"),
                    values.applyAsLong("delay"))),
    LIMIT_DATA(
            "LimitDataToxic",
            List.of("bytes"),
            values -> new LimitData(values.applyAsLong("bytes"))),
    NOOP("NoopToxic", List.of(), values -> new Noop());

    private final String goName;
    private final List<String> names;
    private final Function<ToLongFunction<String>, Toxin> maker;

    ToxinType(String goName, List<String> names, Function<ToLongFunction<String>, Toxin> maker) {
        this.goName = goName;
        this.names = names;
        this.maker = maker;
    }

    /** Finds one by the API's word. */
    static Optional<ToxinType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Gives Go's name of the type. */
    String goName() {
        return goName;
    }

    /** Gives one with every attribute 0. */
    Toxin blank() {
        return maker.apply(name -> 0);
    }

    /**
     * Reads attributes; those that are not given keep their value.
     *
     * @throws ApiError when one is not a whole number
     */
    Toxin read(Json.Struct given, Toxin before) {
        Map<String, Long> values = new LinkedHashMap<>(before.attributes());
        GoStruct struct = new GoStruct("toxics." + goName, goName + ".attributes.");
        String goType = this == SLICER ? "int" : "int64";
        names.forEach(name -> struct.whole(name, goType, value -> values.put(name, value)));
        struct.read(given);
        return maker.apply(name -> values.getOrDefault(name, 0L));
    }
}
