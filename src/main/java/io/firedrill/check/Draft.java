package io.firedrill.check;

import io.firedrill.scenario.Objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A verdict while its check is gathering what it rests on. Used by one thread. */
public final class Draft {
    private final String id;
    private final boolean implicit;
    private final String target;
    private final TreeSet<Long> events = new TreeSet<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private Optional<Verdict.Measured> measured = Optional.empty();

    private Draft(String id, boolean implicit, String target) {
        this.id = id;
        this.implicit = implicit;
        this.target = target;
    }

    /**
     * Begins one.
     *
     * @param target what is asked, for instance {@code 30 s}
     */
    public static Draft of(Objective objective, String target) {
        return new Draft(objective.id(), false, target);
    }

    static Draft implicit(String id, String target) {
        return new Draft(id, true, target);
    }

    /** States what was measured: the truth is at some point of {@code [low, high]}. */
    public Draft measured(double low, double high, String unit) {
        measured = Optional.of(new Verdict.Measured(low, high, unit));
        return this;
    }

    Draft seconds(Interval duration) {
        return measured(Figures.seconds(duration.lo()), Figures.seconds(duration.hi()), "s");
    }

    /** Notes how long something good lasted, of which more is better. */
    Draft lasted(Interval duration) {
        measured = Optional.of(new Verdict.Measured(
                Figures.seconds(duration.lo()), Figures.seconds(duration.hi()), "s", true));
        return this;
    }

    /** Names an entry of the journal that it rests on, by its index. */
    public Draft event(long index) {
        events.add(index);
        return this;
    }

    /** Names several of them. */
    public Draft events(Iterable<Long> indexes) {
        indexes.forEach(events::add);
        return this;
    }

    /** States a further value for the report. */
    public Draft detail(String name, String text) {
        details.put(name, text);
        return this;
    }

    /** It holds. */
    public Verdict pass(String headline) {
        return verdict(Verdict.Status.PASS, Optional.empty(), headline);
    }

    /** It is broken: the whole of what was measured lies beyond the limit. */
    public Verdict fail(Reason reason, String headline) {
        return verdict(Verdict.Status.FAIL, Optional.of(reason), headline);
    }

    /** It is not known, and why. */
    public Verdict inconclusive(Reason reason, String headline) {
        return verdict(Verdict.Status.INCONCLUSIVE, Optional.of(reason), headline);
    }

    private Verdict verdict(Verdict.Status status, Optional<Reason> reason, String headline) {
        String sentence = id + ": " + headline + place();
        return new Verdict(
                id,
                implicit,
                status,
                sentence,
                target,
                measured,
                reason,
                List.copyOf(events),
                copy());
    }

    private Map<String, String> copy() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    private String place() {
        return switch (events.size()) {
            case 0 -> "";
            case 1 -> " (event #" + events.first() + ")";
            default -> " (events #" + events.first() + " -> #" + events.last() + ")";
        };
    }
}
