package io.firedrill.systems.pocket;

import io.firedrill.DrillException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What {@code settings} can say, and what it changes. The first of each is what the healthy bank
 * has.
 */
final class Variants {
    private static final int NEWEST = 20;
    private static final Map<String, Map<String, UnaryOperator<BankParts>>> ALL = Map.of(
            "replication",
            Map.of(
                    "synchronous",
                    healthy(),
                    "asynchronous",
                    parts -> parts.with(AsynchronousReplication::new)),
            "election",
            Map.of(
                    "lease",
                    healthy(),
                    "never-moves",
                    parts -> parts.with(ElectionThatNeverMoves::new)),
            "backup",
            Map.of(
                    "whole",
                    healthy(),
                    "without-the-newest",
                    parts -> parts.with((Archive.Extent) Variants::withoutTheNewest)),
            "front-check",
            Map.of("ready", healthy(), "none", parts -> parts.with(AlwaysUp::new)),
            "front-retry",
            Map.of(
                    "where-safe",
                    healthy(),
                    "never",
                    parts -> parts.with((Retry) (request, trouble) -> false)));

    private Variants() {}

    /** A backup that began while others were booking, and took what was there a moment ago. */
    private static List<Transfer> withoutTheNewest(List<Transfer> log) {
        return log.subList(0, Math.max(0, log.size() - NEWEST));
    }

    private static UnaryOperator<BankParts> healthy() {
        return parts -> parts;
    }

    /** Gives the parts of a bank that is set so. */
    static BankParts of(Map<String, String> settings) {
        BankParts parts = BankParts.healthy();
        for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
            parts = find(setting.getKey(), setting.getValue()).apply(parts);
        }
        return parts;
    }

    private static UnaryOperator<BankParts> find(String setting, String value) {
        Map<String, UnaryOperator<BankParts>> values = new TreeMap<>(in(Defects.ALL, setting));
        values.putAll(in(ALL, setting));
        if (values.isEmpty()) {
            Set<String> known = new TreeSet<>(Defects.ALL.keySet());
            known.addAll(ALL.keySet());
            throw new DrillException("unknown setting '" + setting + "'; known settings: " + known);
        }
        UnaryOperator<BankParts> change = values.get(value);
        if (change == null) {
            throw new DrillException("unknown value '" + value + "' of setting '" + setting
                    + "'; known values: " + values.keySet());
        }
        return change;
    }

    private static Map<String, UnaryOperator<BankParts>> in(
            Map<String, Map<String, UnaryOperator<BankParts>>> all, String setting) {
        return all.getOrDefault(setting, Map.of());
    }
}
