package io.firedrill.check;

import io.firedrill.journal.Condition;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Struck;
import io.firedrill.scenario.SystemSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replays what the platform and the roles said of one component, up to when the system was taken
 * down. Before the first event it counts as up. A component of which no health is ever heard counts
 * as healthy when it is started.
 */
final class Membership {
    private final String component;
    private final Faults faults;
    private final Condition condition;
    private final Roles roles;
    private final long until;
    private final List<Long> events = new ArrayList<>();
    private Optional<Interval> joined = Optional.of(Interval.at(0));
    private Optional<Interval> died = Optional.empty();
    private Optional<Interval> restarted = Optional.empty();
    private Interval latest = Interval.at(0);

    private Membership(String component, SystemSpec system, Journal journal, Faults faults) {
        this.component = component;
        this.faults = faults;
        this.condition = new Condition(journal.all(Event.ComponentSeen.class)
                .anyMatch(seen ->
                        seen.component().equals(component) && Condition.aboutHealth(seen.state())));
        this.roles = new Roles(component, system, faults.firstBegin().orElse(Long.MAX_VALUE));
        this.until = Moments.of(journal).observedUntil();
    }

    /** Replays the journal for a component. */
    static Membership replay(String component, SystemSpec system, Journal journal, Faults faults) {
        Membership membership = new Membership(component, system, journal, faults);
        for (Entry entry : journal.entries()) {
            if (entry.nanos() <= membership.until) {
                membership.apply(entry);
            }
        }
        return membership;
    }

    private void apply(Entry entry) {
        if (entry.event() instanceof Event.ComponentSeen seen
                && seen.component().equals(component)) {
            events.add(entry.index());
            Interval when = new Interval(seen.begin(), seen.end());
            condition.apply(seen.state());
            remember(seen.state(), when);
            judge(when);
        } else if (entry.event() instanceof Event.RoleAnswered answer && roles.apply(answer)) {
            events.add(entry.index());
            judge(new Interval(answer.begin(), answer.end()));
        }
    }

    private void remember(String state, Interval when) {
        boolean broken = faults.firstBegin().isPresent()
                && when.hi() >= faults.firstBegin().getAsLong();
        if (broken && state.equals("die")) {
            died = Optional.of(when);
            restarted = Optional.empty();
        } else if (broken && state.equals("start") && died.isPresent()) {
            restarted = Optional.of(when);
        }
    }

    private void judge(Interval when) {
        if (!condition.up() || !roles.settled()) {
            joined = Optional.empty();
        } else if (joined.isEmpty()) {
            joined = Optional.of(latest(when));
        }
        latest = latest(when);
    }

    private Interval latest(Interval when) {
        return new Interval(Math.max(latest.lo(), when.lo()), Math.max(latest.hi(), when.hi()));
    }

    /** Gives since when it has been in its place; empty where it is not in the end. */
    Optional<Interval> joined() {
        return joined;
    }

    /**
     * Gives what the time counts from: its heal, or its death where it started again before any
     * heal.
     */
    Optional<Interval> origin() {
        Optional<Interval> heal = faults.all().stream()
                .filter(fault -> Struck.names(fault.resolved(), component)
                        && fault.healError().isEmpty())
                .flatMap(fault -> fault.healed().stream())
                .reduce((earlier, later) -> later);
        boolean byItself = restarted.isPresent()
                && (heal.isEmpty() || restarted.get().hi() <= heal.get().lo());
        return byItself ? died : heal;
    }

    /** Gives how long it was watched since the origin, in nanoseconds. */
    long watched() {
        return origin().map(from -> Math.max(0, until - from.hi())).orElse(0L);
    }

    /** Says what keeps it from being in its place. */
    String missing() {
        return condition.up() ? roles.missing() : component + " is " + condition.text();
    }

    /** Says whether all that is missing is that nobody has taken over its role since the fault. */
    boolean orphaned() {
        return condition.up() && roles.orphaned();
    }

    /** Gives the entries it rests on. */
    List<Long> events() {
        return events;
    }

    /** Writes which roles it holds now, and what is not known of its health. */
    void tell(Draft draft) {
        roles.tell(draft);
        if (!condition.healthHeard()) {
            draft.detail(
                    "health",
                    "no health of " + component + " is ever heard: started counts as healthy");
        }
        draft.detail("watched", Figures.exact(watched()));
    }
}
