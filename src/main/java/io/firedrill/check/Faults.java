package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Struck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults of a drill, in the order in which they were intended. */
public record Faults(List<FaultFacts> all) {

    /** Reads them from the journal. */
    public static Faults of(Journal journal) {
        Map<String, Reading> found = new LinkedHashMap<>();
        for (Entry entry : SortedJournal.of(journal).rare()) {
            String called = called(entry.event());
            if (called != null) {
                found.computeIfAbsent(called, name -> new Reading()).read(entry);
            }
        }
        List<FaultFacts> facts = new ArrayList<>();
        found.forEach((called, reading) -> reading.facts(called).ifPresent(facts::add));
        return new Faults(List.copyOf(facts));
    }

    /** Gives the fault of that name. */
    public Optional<FaultFacts> called(String name) {
        return all.stream().filter(fault -> fault.called().equals(name)).findFirst();
    }

    /**
     * Gives the component that a name stands for: itself, or the target of the fault of that name.
     */
    public String component(String name) {
        return called(name).map(fault -> Struck.first(fault.resolved())).orElse(name);
    }

    /** Gives when the first fault was applied at the earliest. */
    public OptionalLong firstBegin() {
        return applied().mapToLong(Interval::lo).min();
    }

    /** Gives the whole interval in which the first fault took effect. */
    public Optional<Interval> first() {
        return applied().min((one, other) -> Long.compare(one.lo(), other.lo()));
    }

    /** Gives when the last heal began. */
    public OptionalLong lastHealBegin() {
        return heals().mapToLong(Interval::lo).max();
    }

    /** Gives when the last heal was done; empty where a fault was never healed. */
    public OptionalLong end() {
        boolean everyOne = all.stream()
                .filter(fault -> fault.applied().isPresent())
                .allMatch(fault -> fault.healed().isPresent());
        LongStream ends = heals().mapToLong(Interval::hi);
        return everyOne ? ends.max() : OptionalLong.empty();
    }

    /** Gives the time of every fault's taking effect. */
    public Stream<Interval> applied() {
        return all.stream().flatMap(fault -> fault.applied().stream());
    }

    /** Gives the time of every heal. */
    public Stream<Interval> heals() {
        return all.stream().flatMap(fault -> fault.healed().stream());
    }

    private static @Nullable String called(Event event) {
        if (event instanceof Event.FaultIntended intended) {
            return intended.called();
        } else if (event instanceof Event.FaultApplied applied) {
            return applied.called();
        } else if (event instanceof Event.FaultHealed healed) {
            return healed.called();
        }
        return event instanceof Event.EffectSeen seen ? seen.called() : null;
    }

    /** One fault while the journal is being read. */
    private static final class Reading {
        private final List<Event.EffectSeen> proofs = new ArrayList<>();
        private final List<Long> events = new ArrayList<>();
        private Optional<Event.FaultIntended> intended = Optional.empty();
        private Optional<Interval> applied = Optional.empty();
        private Optional<Interval> healed = Optional.empty();
        private Optional<String> healError = Optional.empty();

        void read(Entry entry) {
            events.add(entry.index());
            Event event = entry.event();
            if (event instanceof Event.FaultIntended now) {
                intended = Optional.of(now);
            } else if (event instanceof Event.FaultApplied now) {
                applied = Optional.of(new Interval(now.begin(), now.end()));
            } else if (event instanceof Event.FaultHealed now) {
                healed = Optional.of(new Interval(now.begin(), now.end()));
                healError = Optional.ofNullable(now.error());
            } else if (event instanceof Event.EffectSeen now) {
                proofs.add(now);
            }
        }

        Optional<FaultFacts> facts(String called) {
            return intended.map(what -> new FaultFacts(
                    called,
                    what.fault(),
                    what.target(),
                    what.resolved(),
                    applied,
                    healed,
                    healError,
                    List.copyOf(proofs),
                    List.copyOf(events)));
        }
    }
}
