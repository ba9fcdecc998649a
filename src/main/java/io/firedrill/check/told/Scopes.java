package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Fact;
import io.firedrill.scenario.CommunicationPlan.Audience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the journeys that a notice names as affected with those that failed when it was sent, of
 * those that its audience uses. Only a notice that is investigating or has identified the trouble
 * says what fails now.
 *
 * @param lag how old, in nanoseconds of the drill, what a notice says may be
 */
record Scopes(Telling told, FailingJourneys failing, long lag) {
    private static final Set<String> NOW = Set.of("investigating", "identified");

    /** Judges a notice; empty where it does not say what is affected. */
    Optional<Ruling> judge(Arrived notice) {
        List<String> named = notice.listed(Fact.AFFECTED);
        return named.isEmpty() || !NOW.contains(notice.state())
                ? Optional.empty()
                : Optional.of(ruling(notice, named));
    }

    private Ruling ruling(Arrived notice, List<String> named) {
        Interval time = new Interval(notice.sent().lo() - lag, notice.sent().hi());
        Set<String> used = told.audience(notice).map(Audience::journeys).orElse(Set.of());
        for (String journey : failing.names()) {
            boolean said = named.contains(journey.toLowerCase(Locale.ROOT));
            if (said && !failing.perhaps(journey, time)) {
                return Ruling.wrong("names " + journey + ", which did not fail");
            }
            boolean concerned = used.isEmpty() || used.contains(journey);
            if (!said && concerned && failing.surely(journey, time)) {
                return Ruling.wrong("leaves out " + journey + ", which failed");
            }
        }
        List<String> strange = named.stream()
                .filter(name -> failing.names().stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        return strange.isEmpty()
                ? Ruling.right()
                : Ruling.open("names " + String.join(", ", strange)
                        + ", which no customer of the drill tried");
    }
}
