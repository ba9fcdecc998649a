package io.firedrill.evidence.programme;

import io.firedrill.evidence.PastRun;
import io.firedrill.evidence.ThisRun;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known at the end of a run, of this run and of those before it.
 *
 * @param drills every drill that was found, also those that were not chosen; no twins
 * @param past the history, the earliest run first; this run is in it
 * @param links by the id of a drill or twin of this run, where its report lies from here
 */
public record Standing(
        ThisRun run,
        List<Scenario> drills,
        List<PastRun> past,
        Clauses clauses,
        Map<String, String> links) {

    /** Copies the lists. */
    public Standing {
        drills = drills.stream().filter(drill -> drill.twin().isEmpty()).toList();
        past = List.copyOf(past);
        links = Map.copyOf(links);
    }

    /** Gives the instant at which all of it is said: the end of the run. */
    Instant at() {
        return run.finished();
    }

    /** Gives the programmes of the drills, in their order. */
    public List<Programme> programmes() {
        return drills.stream()
                .flatMap(drill -> drill.about().programme().stream())
                .distinct()
                .toList();
    }

    /** Gives the last run of a drill, whatever it said. */
    Optional<PastRun> last(Scenario drill) {
        return of(drill).reduce((first, second) -> second);
    }

    /** Gives the last run of a drill that told anything: an inconclusive one is no evidence. */
    Optional<PastRun> lastTelling(Scenario drill) {
        return of(drill).filter(PastRun::tells).reduce((first, second) -> second);
    }

    private Stream<PastRun> of(Scenario drill) {
        return past.stream().filter(run -> run.id().equals(drill.id()));
    }

    /** Writes the day of an instant, in UTC. */
    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
