package io.firedrill.check;

import io.firedrill.check.RestoredCheck.Course;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Ledger.Write;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The acknowledged writes of a journey as a backup and its restore divide them. What a customer was
 * told of before the backup began is in it; what was first sent after the restore was done never
 * needed it; the others may be in or not.
 */
final class RestoredWrites {
    private final Reconciliation writes;
    private final Course course;
    private final Map<Made, Set<String>> made = new EnumMap<>(Made.class);

    /** When a write was made. */
    enum Made {
        BEFORE,
        BETWEEN,
        AFTER
    }

    private RestoredWrites(Reconciliation writes, Course course) {
        this.writes = writes;
        this.course = course;
        for (Made when : Made.values()) {
            made.put(when, new HashSet<>());
        }
    }

    static RestoredWrites of(Reconciliation writes, Journal journal, Course course) {
        RestoredWrites found = new RestoredWrites(writes, course);
        Map<String, Long> sent = new HashMap<>();
        journal.all(Event.Attempt.class).forEach(attempt -> {
            if (attempt.write() != null) {
                sent.merge(attempt.write(), attempt.sent(), Math::min);
            }
        });
        for (Write write : writes.acknowledged()) {
            long first = sent.getOrDefault(write.id(), write.known());
            found.made.getOrDefault(found.when(write, first), Set.of()).add(write.id());
        }
        return found;
    }

    private Made when(Write write, long sent) {
        if (write.known() <= course.backup().lo()) {
            return Made.BEFORE;
        }
        return sent >= course.restore().hi() ? Made.AFTER : Made.BETWEEN;
    }

    boolean none(Made when) {
        return counts(when) == 0;
    }

    String counted(Made when) {
        return String.valueOf(counts(when));
    }

    private int counts(Made when) {
        return made.getOrDefault(when, Set.of()).size();
    }

    /** Gives those that are not there, in the order in which they were told. */
    List<String> lost(Made when) {
        return writes.lost().stream()
                .filter(made.getOrDefault(when, Set.of())::contains)
                .toList();
    }

    /** Gives those of which nobody knows. */
    List<String> unasked() {
        return writes.unasked();
    }

    /** Gives the journal indexes of the answers for some writes. */
    List<Long> eventsOf(List<String> ids) {
        return writes.eventsOf(ids);
    }

    /**
     * Gives how far back from the loss the newest point lies up to which all acknowledged writes
     * are there. That point lies between the last acknowledgement that survived and the first that
     * did not; at the worst, those of which nobody knows did not.
     */
    Interval recoveryPoint() {
        Set<String> surely = new HashSet<>(writes.lost());
        Set<String> maybe = new HashSet<>(surely);
        maybe.addAll(writes.unasked());
        long least = 0;
        long most = 0;
        long survived = Long.MIN_VALUE;
        for (Write write : writes.acknowledged()) {
            if (write.known() > course.loss().hi()) {
                break;
            }
            if (most == 0 && maybe.contains(write.id())) {
                long since = survived == Long.MIN_VALUE ? write.known() : survived;
                most = Math.max(0, course.loss().hi() - since);
            }
            if (surely.contains(write.id())) {
                least = Math.max(0, course.loss().lo() - write.known());
                break;
            }
            survived = write.known();
        }
        return new Interval(Math.min(least, most), most);
    }
}
