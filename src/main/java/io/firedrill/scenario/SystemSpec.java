package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The system under drill as {@code system.yaml} tells it, together with the names of its
 * components.
 *
 * @param name its short name, the folder's name in ids
 * @param title its name for readers of reports
 * @param tier hot, warm or cold
 * @param folder the folder of the system; relative paths start there
 * @param blueprint what it is made from
 * @param components names of the services of the Compose files, or of the parts of a pocket system
 * @param entries where customers come in: name to component and port
 * @param links every link that a scenario may name
 * @param roles roles such as {@code primary}, by name
 * @param signIns how customers sign in, by name
 * @param journeys what one customer does, by name
 * @param channels how people are told, by name
 * @param communication the plan for it, where there is one
 * @param secrets values from the env file and the environment that {@code ${NAME}} stands for
 */
public record SystemSpec(
        String name,
        String title,
        String tier,
        Path folder,
        Blueprint blueprint,
        Set<String> components,
        Map<String, Endpoint> entries,
        List<Link> links,
        Map<String, Role> roles,
        Map<String, SignIn> signIns,
        Map<String, JourneySpec> journeys,
        Map<String, Channel> channels,
        Optional<CommunicationPlan> communication,
        Map<String, String> secrets) {

    /** A system that tells nobody anything. */
    public SystemSpec(
            String name,
            String title,
            String tier,
            Path folder,
            Blueprint blueprint,
            Set<String> components,
            Map<String, Endpoint> entries,
            List<Link> links,
            Map<String, Role> roles,
            Map<String, SignIn> signIns,
            Map<String, JourneySpec> journeys,
            Map<String, String> secrets) {
        this(
                name,
                title,
                tier,
                folder,
                blueprint,
                components,
                entries,
                links,
                roles,
                signIns,
                journeys,
                Map.of(),
                Optional.empty(),
                secrets);
    }

    /** Gives the same, with a plan by which people are told. */
    SystemSpec with(CommunicationPlan plan) {
        return new SystemSpec(
                name,
                title,
                tier,
                folder,
                blueprint,
                components,
                entries,
                links,
                roles,
                signIns,
                journeys,
                channels,
                Optional.of(plan),
                secrets);
    }

    /**
     * A role that one of several components holds at a time.
     *
     * @param among the components that can hold it
     * @param ask a command run inside a component; exit code 0 says that it holds the role
     */
    public record Role(String name, List<String> among, List<String> ask) {}

    /** Never prints the secrets. */
    @Override
    public String toString() {
        return "SystemSpec[" + name + "]";
    }
}
