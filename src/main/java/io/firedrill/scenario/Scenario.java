package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A drill as data.
 *
 * @param id {@code <system>/<drill>}, or {@code <system>/<drill>/<twin>} for a twin; stable over
 *     runs
 * @param file where it was read from
 * @param title the sentence after {@code drill:}
 * @param about what it is evidence for
 * @param system the system under drill
 * @param customers journey name to the number of customers that set out per second
 * @param baseline what healthy means before anything is broken
 * @param steps what is done, in order
 * @param objectives what must hold; at least one
 * @param relayed links that get a relay though no step names them
 * @param limit the longest the drill may take from the end of provisioning to the last observation
 * @param twin what this run must turn red, where it is a twin
 */
public record Scenario(
        String id,
        Path file,
        String title,
        About about,
        SystemSpec system,
        Map<String, Double> customers,
        Baseline baseline,
        List<Step> steps,
        List<Objective> objectives,
        List<Link> relayed,
        Duration limit,
        Optional<Twin> twin) {

    /** How often a drill is run. */
    public enum Level {
        GATE,
        NIGHTLY,
        FULL
    }

    /**
     * What a drill is evidence for.
     *
     * @param function the critical function, empty where not stated
     * @param plan id and version of the continuity plan, empty where not stated
     * @param severity severity label for reports: blocker, critical, normal, minor, trivial
     * @param why why the outage is severe but plausible
     * @param predict what its authors expect, value name to text
     */
    public record About(
            Optional<String> function,
            Optional<Plan> plan,
            Level level,
            String severity,
            String why,
            Map<String, String> predict) {}

    /** The continuity plan that is exercised. */
    public record Plan(String id, String version) {}

    /**
     * What must hold before anything is broken.
     *
     * @param lasting how long customers must be served
     * @param atMost how many attempts may fail in that time
     */
    public record Baseline(Duration lasting, int atMost) {}

    /**
     * A sabotaged system that must turn exactly one objective red.
     *
     * @param of id of the drill that it sabotages
     * @param title what is sabotaged
     * @param objective id of the objective that must not pass
     * @param status the status it must get: FAIL or INCONCLUSIVE
     * @param reason the reason code it must get
     */
    public record Twin(String of, String title, String objective, String status, String reason) {}

    /** Names the folder-safe last parts of the id: drill, or drill and twin. */
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }
}
