package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Holders;
import io.firedrill.journal.Journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of one role after the first fault, as the components' answers say. */
final class Takeover {
    private final long fault;
    private final Holders holders = new Holders();
    private final List<Long> events = new ArrayList<>();
    private Optional<String> from = Optional.empty();
    private Optional<String> to = Optional.empty();
    private Optional<Interval> moved = Optional.empty();
    private Optional<Interval> left = Optional.empty();
    private Optional<Interval> back = Optional.empty();

    private Takeover(long fault) {
        this.fault = fault;
    }

    /** Replays the answers about a role, up to when the system was taken down. */
    static Takeover of(String role, Journal journal, Faults faults) {
        Takeover takeover = new Takeover(faults.firstBegin().orElse(Long.MAX_VALUE));
        long until = Moments.of(journal).observedUntil();
        for (Entry entry : journal.entries()) {
            if (entry.nanos() <= until
                    && entry.event() instanceof Event.RoleAnswered answer
                    && answer.role().equals(role)) {
                takeover.apply(answer, entry.index());
            }
        }
        return takeover;
    }

    private void apply(Event.RoleAnswered answer, long index) {
        holders.apply(answer);
        events.add(index);
        if (answer.end() <= fault) {
            Set<String> all = holders.all();
            from = all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
            return;
        }
        Interval when = new Interval(answer.begin(), answer.end());
        boolean yes = answer.holds() == Ternary.YES;
        boolean other = from.isPresent() && !from.get().equals(answer.component());
        if (to.isEmpty() && yes && other) {
            to = Optional.of(answer.component());
            moved = Optional.of(when);
        } else if (to.isPresent() && left.isEmpty() && leaves(answer, yes)) {
            left = Optional.of(when);
        }
        boolean alone = to.isPresent() && holders.all().equals(Set.of(from.orElseThrow()));
        back = alone ? back.or(() -> Optional.of(when)) : Optional.empty();
    }

    /** Where the new holder can not be asked, that is no news of the role. */
    private boolean leaves(Event.RoleAnswered answer, boolean yes) {
        return to.orElseThrow().equals(answer.component()) ? answer.holds() == Ternary.NO : yes;
    }

    /** Names who alone held it when the first fault came. */
    Optional<String> from() {
        return from;
    }

    /** Names who held it next. */
    Optional<String> to() {
        return to;
    }

    /** Gives when that was. */
    Optional<Interval> moved() {
        return moved;
    }

    /** Gives when the new holder no more was the only one. */
    Optional<Interval> left() {
        return left;
    }

    /** Gives since when the first holder alone has held it again; empty where it does not. */
    Optional<Interval> back() {
        return back;
    }

    /** Names who holds it in the end. */
    Set<String> holders() {
        return holders.all();
    }

    /** Gives the entries it rests on. */
    List<Long> events() {
        return events;
    }
}
