package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** How often a drill is run; who asks for one asks for those before it as well. */
    public enum Level {
        /** In every build. */
        GATE,
        /** Once a day. */
        NIGHTLY,
        /** Where somebody asks for everything. */
        FULL;

        /** Gives the word for it in files, switches and tags. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a drill is evidence for.
     *
     * @param function the critical function, empty where not stated
     * @param plan id and version of the continuity plan, empty where not stated
     * @param level how often it is run: in every build, or less often
     * @param repeat how many times it is run whenever it is run; a twin once
     * @param severity severity label for reports: blocker, critical, normal, minor, trivial
     * @param why why the outage is severe but plausible
     * @param predict what its authors expect, value name to text
     * @param threat what the function is threatened by, a word of the programme; empty where not
     *     stated
     * @param roles who designed, ran, evaluated and approved it; empty where the programme says it
     * @param prices what one attempt that is not served costs, by journey; none where not stated
     * @param programme the programme that it belongs to; empty where there is none
     */
    public record About(
            Optional<String> function,
            Optional<Plan> plan,
            Level level,
            int repeat,
            String severity,
            String why,
            Map<String, String> predict,
            Optional<String> threat,
            Optional<Programme.Roles> roles,
            Map<String, Price> prices,
            Optional<Programme> programme) {

        /** Makes one that states no threat, roles or price, and belongs to no programme. */
        public About(
                Optional<String> function,
                Optional<Plan> plan,
                Level level,
                int repeat,
                String severity,
                String why,
                Map<String, String> predict) {
            this(
                    function,
                    plan,
                    level,
                    repeat,
                    severity,
                    why,
                    predict,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty());
        }

        /** Gives the same at a level of its own, run once: what a twin is. */
        About ofTwin(Level own) {
            return with(own, 1);
        }

        /** Gives who did what: what the drill says, else what the programme says. */
        public Optional<Programme.Roles> whoDidWhat() {
            return roles.or(() -> programme.flatMap(Programme::roles));
        }

        private About repeated(int times) {
            return with(level, times);
        }

        private About with(Level own, int times) {
            return new About(
                    function, plan, own, times, severity, why, predict, threat, roles, prices,
                    programme);
        }
    }

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

    /** Gives the same drill, run so many times whenever it is run. */
    public Scenario repeated(int times) {
        return with(about.repeated(times), steps, limit);
    }

    /**
     * Gives the same drill, whose first fault comes later by so much; so does its limit. It is
     * judged as the drill it was made of: no check asks when the first fault was due.
     */
    public Scenario later(Duration by) {
        List<Step> shifted = new ArrayList<>(steps);
        int index = 0;
        while (index < shifted.size() && shifted.get(index) instanceof Step.Ask) {
            index++;
        }
        if (index < shifted.size()
                && shifted.get(index) instanceof Step.Inject first
                && first.when() instanceof Trigger.After after) {
            Trigger when = new Trigger.After(after.delay().plus(by));
            shifted.set(index, new Step.Inject(when, first.called(), first.fault()));
        }
        return with(about, List.copyOf(shifted), limit.plus(by));
    }

    private Scenario with(About other, List<Step> script, Duration longest) {
        return new Scenario(
                id,
                file,
                title,
                other,
                system,
                customers,
                baseline,
                script,
                objectives,
                relayed,
                longest,
                twin);
    }

    /** Names the folder-safe last parts of the id: drill, or drill and twin. */
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }
}
