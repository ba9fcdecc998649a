package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Compose files tell of a system, read without Docker: enough to guess how it hangs together.
 *
 * @param parts the services, by name, in the order of the files
 * @param outside names of networks and volumes that are external
 * @param problems what of the files could not be read; with any, parts may be missing
 * @param unread files that were named (by {@code env_file}, {@code extends}) and are not there
 */
public record ComposeOutline(
        Map<String, Part> parts, List<String> outside, List<Problem> problems, List<Path> unread) {

    /**
     * One service.
     *
     * @param started false where it is behind a profile or scaled to 0
     * @param replicas how many containers it has, as far as the file says so in numbers
     * @param networkMode its {@code network_mode}, empty for networks of its own
     * @param image its image, empty where it is only built
     * @param published container ports that are published, in order
     * @param exposed container ports that are exposed to other services
     * @param environment names to values, those of its env files among them; for clues only, never
     *     to be shown: passwords are among the values
     * @param needs the services it depends on, with the condition
     * @param health the words of its health check; one word where it is a shell's line
     * @param command the words of its command and entry point
     * @param mounted name to text of the small files that are mounted into it: configurations, in
     *     which proxies name those behind them
     * @param restart its restart policy, empty for none
     * @param names other names by which services find it
     * @param networks the networks it is on
     */
    public record Part(
            String name,
            boolean started,
            int replicas,
            String networkMode,
            String image,
            List<Integer> published,
            List<Integer> exposed,
            Map<String, String> environment,
            Map<String, String> needs,
            List<String> health,
            List<String> command,
            Map<String, String> mounted,
            String restart,
            Set<String> names,
            Set<String> networks) {

        /** Says whether a relay can be put before it or behind it. */
        public boolean relayable() {
            return started && networkMode.isEmpty();
        }

        /** Never prints the environment. */
        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    /** Reads files, laid over each other first to last; whatever they hold, there is an outline. */
    public static ComposeOutline read(List<Path> files, Map<String, String> environment) {
        return new OutlineReader(environment).read(files);
    }

    /** Finds a service by its name or by another name that it bears. */
    public Optional<Part> named(String host) {
        return Optional.ofNullable(parts.get(host))
                .or(() -> parts.values().stream()
                        .filter(part -> part.names().contains(host))
                        .findFirst());
    }
}
