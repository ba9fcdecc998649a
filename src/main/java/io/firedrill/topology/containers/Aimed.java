package io.firedrill.topology.containers;

import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.ProvisioningException;

import java.util.List;
import java.util.stream.Stream;

/** The components that a drill breaks or asks. */
record Aimed(Scenario scenario) {

    /**
     * Refuses what is not one container: validation knows how many a service has only where the
     * Compose file says so in numbers.
     */
    void refuseReplicas(ComposeModel model) {
        Stream<String> broken = scenario.steps().stream()
                .flatMap(step -> step instanceof Step.Inject inject
                                && !inject.fault().kind().equals(Releases.SWAP)
                        ? names(inject.fault().target()).stream()
                        : Stream.empty());
        Stream<String> asked = scenario.system().roles().values().stream()
                .map(SystemSpec.Role::among)
                .flatMap(List::stream);
        Stream.concat(broken, asked)
                .filter(name -> !model.components().contains(name))
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
        String what = service == null
                ? "component '" + name + "' is not there"
                : "component '" + name + "' has " + service.replicas() + " replicas";
        throw new ProvisioningException(
                what + ", as Compose resolves the files; name one of: "
                        + String.join(", ", model.components()),
                null);
    }
}
