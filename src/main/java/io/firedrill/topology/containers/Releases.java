package io.firedrill.topology.containers;

import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.containers.ComposeModel.Service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The images that the steps of a drill put components on. A word without a tag names a service of
 * the Compose files, most often one behind a profile, which is never started: its image, built
 * where it has {@code build}.
 *
 * @param images as the scenario names them, to their references
 * @param built service to the tag that its build gets
 */
record Releases(Map<String, String> images, Map<String, String> built) {
    /** None. */
    static final Releases NONE = new Releases(Map.of(), Map.of());

    /** The fault that puts components on other images. */
    static final String SWAP = "swap-image";

    /** Names the images that the steps of a drill want. */
    static Set<String> wanted(Scenario scenario) {
        return scenario.steps().stream()
                .filter(Step.Inject.class::isInstance)
                .map(step -> ((Step.Inject) step).fault())
                .filter(fault -> fault.kind().equals(SWAP))
                .map(fault -> fault.settings().text("to"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Finds out which images are meant.
     *
     * @param model of every service, those behind profiles included
     * @param choice what the model's services run and build
     */
    static Releases of(Set<String> wanted, ComposeModel model, ImageChoice choice) {
        Map<String, String> images = new LinkedHashMap<>();
        Map<String, String> built = new LinkedHashMap<>();
        for (String to : wanted) {
            String image = to.contains(":") || to.contains("@") ? to : ofService(to, model, choice);
            images.put(to, image);
            choice.built().forEach((service, tag) -> {
                if (tag.equals(image)) {
                    built.put(service, tag);
                }
            });
        }
        return new Releases(images, built);
    }

    private static String ofService(String service, ComposeModel model, ImageChoice choice) {
        return Optional.ofNullable(choice.run().get(service))
                .or(() ->
                        Optional.ofNullable(model.services().get(service)).flatMap(Service::image))
                .orElseThrow(() -> new ProvisioningException(
                        "service '" + service + "', whose image a step puts components on, has"
                                + " neither 'image' nor 'build'; services: "
                                + String.join(", ", model.services().keySet()),
                        null));
    }

    /** Makes sure that each is on this machine: there is no time to fetch it in the drill. */
    void require(Engine engine) {
        List<String> missing = images.values().stream()
                .filter(image -> engine.image(image).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new ProvisioningException(
                    "image '" + String.join("', '", missing)
                            + "', which a step puts components on, is not on this machine."
                            + " Pull or build it before, or name a service of the Compose files"
                            + " that builds it",
                    null);
        }
    }
}
