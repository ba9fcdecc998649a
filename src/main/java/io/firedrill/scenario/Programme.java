package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is drilled why, and by whom it is answered for, as {@code programme.yaml} in the root of the
 * scenarios says. What it does not say is reported as not stated; nothing is invented for it.
 *
 * @param file where it was read from
 * @param title the sentence after {@code programme:}
 * @param owner who answers for the programme, a role or a name; empty where not stated
 * @param functions the critical functions, in the order of the file
 * @param systems what is known of systems, by name
 * @param roles who designs, runs, evaluates and approves drills, where a drill does not say
 */
public record Programme(
        Path file,
        String title,
        String owner,
        List<Function> functions,
        Map<String, SystemFacts> systems,
        Optional<Roles> roles) {

    /**
     * A critical function.
     *
     * @param id the word that drills give under {@code function:}
     * @param title what it is, for people
     * @param owner who answers for it; empty where not stated
     * @param systems names of the systems that carry it
     * @param threats the longest time between two drills, by threat; in the order of the file
     * @param targets what is aimed at; drills may ask for more, never for less
     */
    public record Function(
            String id,
            String title,
            String owner,
            List<String> systems,
            Map<String, Duration> threats,
            List<Target> targets) {}

    /**
     * What is aimed at.
     *
     * @param value which measured value: the kind of an objective, such as {@code recovery}
     * @param limit the limit with its unit, as drills write it
     * @param source where it comes from, such as a business impact analysis; empty where not stated
     * @param approver who approved it; empty where not stated
     */
    public record Target(String value, String limit, String source, String approver) {}

    /**
     * What is known of a system.
     *
     * @param owner who answers for it; empty where not stated
     * @param fidelity how alike each component is to production, by component
     */
    public record SystemFacts(String owner, Map<String, Fidelity> fidelity) {}

    /**
     * How alike a component of the copy is to the one in production.
     *
     * @param words in what it differs; empty where it is the same or nothing is stated
     */
    public record Fidelity(Likeness likeness, String words) {
        /** What stands for a component that is not listed. */
        public static final Fidelity UNKNOWN = new Fidelity(Likeness.NOT_STATED, "");

        /** The three answers. */
        public enum Likeness {
            /** Image, parameters that decide failover, replicas and volume are as in production. */
            SAME,
            /** Something differs; the words say what. */
            DIFFERS,
            /** Nobody has said. */
            NOT_STATED
        }
    }

    /**
     * Who did what in a drill: each a role or a name, empty where not stated.
     *
     * @param designed who wrote the drill
     * @param ran who had it run
     * @param evaluated who judged the result
     * @param approved who approved the drill
     * @param independence in what way those who evaluate are independent of those who are tested
     */
    public record Roles(
            String designed, String ran, String evaluated, String approved, String independence) {}

    /** Finds a function by its id. */
    public Optional<Function> function(String id) {
        return functions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Gives how alike a component is to production; not stated where nothing is listed. */
    public Fidelity fidelity(String system, String component) {
        SystemFacts facts = systems.get(system);
        return facts == null
                ? Fidelity.UNKNOWN
                : facts.fidelity().getOrDefault(component, Fidelity.UNKNOWN);
    }
}
