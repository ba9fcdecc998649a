package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.topology.Swappable;
import io.firedrill.topology.containers.ComposeCommand.Output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts services on other images as Compose does it: the old container is stopped with its grace and
 * removed, a new one of the same definition takes its name, its networks and its volumes. Nothing
 * else of the system is touched.
 */
final class Swapper implements Swappable {
    /** Fits into the time a fault has to be applied. */
    private static final Duration LIMIT = Duration.ofSeconds(28);

    private final ComposeCommand compose;
    private final List<Path> files;
    private final Parts parts;
    private final Map<String, String> swapped = new TreeMap<>();

    /**
     * Creates it.
     *
     * @param files the Compose files that the system was started from, the overlay included
     */
    Swapper(ComposeCommand compose, List<Path> files, Parts parts) {
        this.compose = compose;
        this.files = files;
        this.parts = parts;
    }

    /**
     * What it works with.
     *
     * @param images as the scenario names them, to their references
     * @param folder where its own Compose file is written
     */
    record Parts(
            Engine engine,
            Labels labels,
            Map<String, String> images,
            Path folder,
            Secrets secrets) {}

    /** Gives the images that it can put components on, as the scenario names them. */
    Map<String, String> images() {
        return parts.images();
    }

    @Override
    public synchronized void swap(Set<String> components, String to) {
        String image = parts.images().getOrDefault(to, to);
        components.forEach(component -> swapped.put(component, image));
        Output output = up(components);
        if (!output.ok() && !components.stream().allMatch(it -> isOf(it, image))) {
            throw failed(components, "put on image " + image, output);
        }
    }

    @Override
    public synchronized void swapBack(Set<String> components) {
        if (components.stream().noneMatch(swapped::containsKey)) {
            return;
        }
        Map<String, String> before = Map.copyOf(swapped);
        swapped.keySet().removeAll(components);
        Output output = up(components);
        if (!output.ok()) {
            swapped.putAll(before);
            throw failed(components, "put back on the image of before", output);
        }
    }

    private DrillException failed(Set<String> components, String what, Output output) {
        return new DrillException(String.join(", ", components) + " could not be " + what
                + (output.code() < 0 ? ": it took more than " + LIMIT.toSeconds() + " s" : "")
                + ":\n" + parts.secrets().mask(StartFailure.tail(output.err())));
    }

    /** A new image whose program cannot even be started is a bad release like any other. */
    private boolean isOf(String component, String image) {
        return parts.engine()
                .image(image)
                .filter(id -> Set.copyOf(ids(component)).equals(Set.of(id)))
                .isPresent();
    }

    private List<String> ids(String component) {
        return parts.engine().containers(Labels.SYSTEM + "=" + parts.labels().project()).stream()
                .filter(it -> component.equals(it.getLabels().get(Labels.SERVICE)))
                .map(it -> String.valueOf(it.getImageId()))
                .toList();
    }

    private Output up(Set<String> components) {
        List<Path> all = Stream.concat(files.stream(), Stream.of(overlay())).toList();
        List<String> arguments =
                new ArrayList<>(List.of("up", "-d", "--no-deps", "--no-build", "--pull", "never"));
        arguments.addAll(components);
        return compose.run(all, arguments, LIMIT);
    }

    private Path overlay() {
        Map<String, Object> services = new LinkedHashMap<>();
        swapped.forEach((component, image) -> services.put(component, Map.of("image", image)));
        try {
            return Files.writeString(
                    parts.folder().resolve("swapped.yaml"),
                    YamlText.of(Map.of("services", services)));
        } catch (IOException e) {
            throw new DrillException("cannot write a Compose file to " + parts.folder(), e);
        }
    }
}
