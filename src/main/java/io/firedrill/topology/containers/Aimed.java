package io.firedrill.topology.containers;

import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.ProvisioningException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The components that a drill breaks or asks. */
record Aimed(Scenario scenario) {

    /**
     * Refuses components of several containers, whose number only Compose knows: the Compose file
     * gives it by a variable.
     */
    void refuseReplicas(ComposeModel model) {
        Stream<String> broken = scenario.steps().stream()
                .flatMap(step -> step instanceof Step.Inject inject
                        ? names(inject.fault().target()).stream()
                        : Stream.empty());
        Stream<String> asked = scenario.system().roles().values().stream()
                .map(SystemSpec.Role::among)
                .flatMap(List::stream);
        Stream.concat(broken, asked)
                .filter(name -> Optional.ofNullable(model.services().get(name))
                        .filter(service -> service.replicas() > 1)
                        .isPresent())
                .findFirst()
                .ifPresent(name -> refuse(name, model));
    }

    private static List<String> names(Target target) {
        if (target instanceof Target.Groups groups) {
            return groups.groups().stream()
                    .flatMap(group -> names(group).stream())
                    .toList();
        }
        if (target instanceof Target.Several several) {
            return several.members().stream().flatMap(it -> names(it).stream()).toList();
        }
        return target instanceof Target.Component component ? List.of(component.name()) : List.of();
    }

    private static void refuse(String name, ComposeModel model) {
        ComposeModel.Service service = model.services().get(name);
        throw new ProvisioningException(
                "component '" + name + "' has " + (service == null ? 0 : service.replicas())
                        + " replicas; only a component of one container can be broken or asked."
                        + " Scale it to 1, or break its links",
                null);
    }
}
