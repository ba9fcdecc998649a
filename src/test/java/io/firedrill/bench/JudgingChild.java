package io.firedrill.bench;

import com.sun.management.OperatingSystemMXBean;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Measured;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * P9: judges a synthetic drill of many attempts. A journal of more than 1.2 M events is not held
 * but made anew whenever an entry is asked for, so that the heap holds what the checks hold and
 * nothing else; the making is then part of the time.
 */
public final class JudgingChild {
    private static final long SPACING = 1_000_000;
    private static final int MOST_HELD = 1_200_000;

    private JudgingChild() {}

    /**
     * Prints {@code <nanos of processor time of the best round> <verdicts>} for {@code args[0]}
     * events.
     */
    public static void main(String[] args) {
        int events = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Scenario scenario = Measured.judged();
        List<Entry> journal = new Synthetic(events);
        if (events <= MOST_HELD) {
            journal = List.copyOf(journal);
        }
        List<Entry> entries = journal;
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        warmUp(scenario, rounds);
        long best = Long.MAX_VALUE;
        DrillResult result = null;
        for (int round = 0; round < rounds; round++) {
            long begin = system.getProcessCpuTime();
            result = Judge.withAllChecks().judge(scenario, () -> entries);
            best = Math.min(best, system.getProcessCpuTime() - begin);
        }
        StringBuilder statuses = new StringBuilder();
        result.verdicts()
                .forEach(verdict -> statuses.append(verdict.id())
                        .append('=')
                        .append(verdict.status())
                        .append(','));
        System.out.println(best + " " + statuses);
        if (args.length > 2) {
            result.verdicts().forEach(verdict -> System.out.println(verdict.headline()));
        }
    }

    private static void warmUp(Scenario scenario, int rounds) {
        for (int round = 0; round < 3 * rounds; round++) {
            Synthetic small = new Synthetic(50_000);
            Journal journal = () -> small;
            Judge.withAllChecks().judge(scenario, journal);
        }
    }

    /** A drill at 1,000 attempts/s: dark from a quarter to a third of it, well at its ends. */
    private static final class Synthetic extends AbstractList<Entry> implements RandomAccess {
        private static final int BEFORE = 2;
        private static final int AFTER = 8;

        private final int size;
        private final long fault;
        private final long light;

        Synthetic(int size) {
            this.size = size;
            this.fault = (size / 4) * SPACING;
            this.light = (size / 3) * SPACING;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Entry get(int index) {
            if (index < BEFORE) {
                Event first = index == 0
                        ? new Event.DrillStarted("bench/judging", "", Map.of())
                        : new Event.PhaseEntered(Phase.BASELINE, "up");
                return entry(index, 0, first);
            }
            if (index >= size - 2) {
                Event last = index == size - 2
                        ? new Event.PhaseEntered(Phase.CLOSE, "all was seen")
                        : new Event.DrillEnded();
                return entry(index, size * SPACING, last);
            }
            int middle = size / 4;
            if (index >= middle && index < middle + AFTER) {
                return fault(index, index - middle);
            }
            return entry(index, index * SPACING + 3_000_000, attempt(index));
        }

        private Entry fault(int index, int nth) {
            Event event = switch (nth) {
                case 0 -> new Event.BaselineJudged(true, "", Map.of());
                case 1 -> new Event.PhaseEntered(Phase.FAULTS, "");
                case 2 -> seen(Event.Moment.BEFORE, Event.Ternary.NO, fault - 5);
                case 3 -> new Event.FaultIntended("it", "vanish", "stub", "stub", Map.of());
                case 4 -> new Event.FaultApplied("it", fault, fault + 1000);
                case 5 -> seen(Event.Moment.DURING, Event.Ternary.YES, fault + 2000);
                case 6 -> new Event.FaultHealed("it", light, light + 1000, null);
                default -> seen(Event.Moment.AFTER, Event.Ternary.NO, light + 2000);
            };
            return entry(index, fault + nth, event);
        }

        private static Event seen(Event.Moment moment, Event.Ternary effect, long when) {
            return new Event.EffectSeen("it", moment, effect, "witness", "", when, when + 1);
        }

        private Event attempt(int index) {
            long sent = index * SPACING;
            boolean dark = sent > fault && sent < light;
            long end = sent + 1_000_000 + index % 7 * 300_000;
            return new Event.Attempt(
                    index % 20 == 0 ? Event.Attempt.CONTROL : index % 2 == 0 ? "probe" : "other",
                    "web",
                    "",
                    index,
                    sent,
                    sent,
                    end,
                    dark && index % 20 != 0 ? Outcome.FAILED : Outcome.OK,
                    dark && index % 20 != 0 ? AttemptReason.REFUSED : AttemptReason.NONE,
                    "",
                    null,
                    null,
                    false,
                    0);
        }

        private static Entry entry(int index, long nanos, Event event) {
            return new Entry(index, nanos, Instant.EPOCH, "bench", event);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return size;
        }
    }
}
