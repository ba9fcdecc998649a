package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Struck;
import io.firedrill.scenario.SystemSpec;

import java.util.Optional;
import java.util.Set;

/**
 * Splits the recovery clock: impact, then detected, then switched over, then recovered. Detected is
 * the first thing that the system's own parts said after the first fault took effect: a component
 * other than the broken one became unhealthy or died, the broken one became unhealthy, or a role
 * was answered anew.
 */
final class RecoverySplit {
    private static final Set<String> ILL = Set.of("unhealthy", "die", "oom");

    private final Journal journal;
    private final Faults faults;
    private final SystemSpec system;

    RecoverySplit(Journal journal, Faults faults, SystemSpec system) {
        this.journal = journal;
        this.faults = faults;
        this.system = system;
    }

    /** Writes the parts of the clock into the details, each as an interval. */
    void tell(Draft draft, Outage outage, long from) {
        Interval impact = outage.impact();
        draft.detail(
                "impact after the first fault",
                Figures.measured(impact.since(faults.first().orElseThrow())));
        detected(from)
                .ifPresent(when -> draft.detail(
                        "detected after impact", Figures.measured(when.since(impact))));
        for (String role : system.roles().keySet()) {
            moved(role, from)
                    .ifPresent(when -> draft.detail(
                            "role " + role + " moved after impact",
                            Figures.measured(when.since(impact))));
        }
        outage.duration()
                .ifPresent(took -> draft.detail("recovered after impact", Figures.measured(took)));
        outage.recovered().ifPresent(end -> draft.detail("width decided by", width(impact, end)));
    }

    private static String width(Interval impact, Interval recovered) {
        String parts = "impact known to " + Figures.exact(impact.width()) + ", recovery to "
                + Figures.exact(recovered.width());
        return parts + (impact.width() > recovered.width() ? ": the impact" : ": the recovery");
    }

    private Optional<Interval> detected(long from) {
        Optional<Interval> ill = journal.all(Event.ComponentSeen.class)
                .filter(seen -> seen.end() > from && ILL.contains(seen.state()) && !injected(seen))
                .map(seen -> new Interval(seen.begin(), seen.end()))
                .findFirst();
        Optional<Interval> role = journal.all(Event.RoleAnswered.class)
                .filter(seen -> seen.begin() > from)
                .map(seen -> new Interval(seen.begin(), seen.end()))
                .findFirst();
        if (ill.isEmpty() || role.isEmpty()) {
            return ill.or(() -> role);
        }
        return ill.get().hi() <= role.get().hi() ? ill : role;
    }

    private boolean injected(Event.ComponentSeen seen) {
        boolean target = faults.all().stream()
                .anyMatch(fault -> Struck.names(fault.resolved(), seen.component()));
        return target && !seen.state().equals("unhealthy");
    }

    private Optional<Interval> moved(String role, long from) {
        String holder = journal.all(Event.RoleAnswered.class)
                .filter(seen -> seen.role().equals(role) && seen.end() <= from)
                .filter(seen -> seen.holds() == Event.Ternary.YES)
                .reduce((earlier, later) -> later)
                .map(Event.RoleAnswered::component)
                .orElse("");
        return journal.all(Event.RoleAnswered.class)
                .filter(seen -> seen.role().equals(role) && seen.end() > from)
                .filter(seen ->
                        seen.holds() == Event.Ternary.YES && !seen.component().equals(holder))
                .map(seen -> new Interval(seen.begin(), seen.end()))
                .findFirst();
    }
}
