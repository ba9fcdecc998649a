package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A system as far as it could be read.
 *
 * @param composed the Compose files, laid over each other to make {@code services}; none for a
 *     pocket system
 * @param programme what its drills are evidence for; empty where there is none beside its folder
 */
record SystemDraft(
        SystemSpec spec, Services services, List<Value> composed, Optional<Programme> programme) {

    /**
     * Lays more Compose files over it; roles and links lose the components that these take away.
     */
    SystemDraft with(List<Path> paths, List<Value> files) {
        List<Value> all = join(composed, files);
        Services changed = ComposeReader.read(all, services.complete());
        List<Path> before =
                spec.blueprint() instanceof Blueprint.Composed made ? made.files() : List.of();
        Blueprint blueprint = new Blueprint.Composed(join(before, paths));
        return new SystemDraft(made(blueprint, changed), changed, all, programme);
    }

    /** Gives it the plan by which people are told. */
    SystemDraft with(CommunicationPlan plan) {
        return new SystemDraft(spec.with(plan), services, composed, programme);
    }

    /** Gives it the programme. */
    SystemDraft with(Programme behind) {
        return new SystemDraft(spec, services, composed, Optional.of(behind));
    }

    /** Makes it from something else, of the same components. */
    SystemDraft with(Blueprint.Inprocess blueprint) {
        return new SystemDraft(made(blueprint, services), services, composed, programme);
    }

    private SystemSpec made(Blueprint blueprint, Services changed) {
        Set<String> components = changed.components();
        Outside outside = new Outside(spec.channels().values());
        return new SystemSpec(
                spec.name(),
                spec.title(),
                spec.tier(),
                spec.folder(),
                blueprint,
                components,
                spec.entries(),
                spec.links().stream()
                        .filter(link -> components.contains(link.consumer()))
                        .filter(link -> components.contains(link.provider().component())
                                || outside.stands(link.provider()))
                        .toList(),
                among(changed.names()),
                spec.signIns(),
                spec.journeys(),
                spec.channels(),
                spec.communication(),
                spec.secrets());
    }

    private Map<String, SystemSpec.Role> among(Set<String> components) {
        Map<String, SystemSpec.Role> roles = new LinkedHashMap<>();
        spec.roles().forEach((name, role) -> {
            List<String> left =
                    role.among().stream().filter(components::contains).toList();
            roles.put(name, new SystemSpec.Role(name, left, role.ask()));
        });
        return Collections.unmodifiableMap(roles);
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
