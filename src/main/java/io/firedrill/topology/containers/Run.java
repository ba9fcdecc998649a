package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.topology.ProvisioningException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What all systems of one run share: Docker, the watchdog, a temporary folder, what was built. */
final class Run implements AutoCloseable {
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(10);
    private static final int COMPOSE_MAJOR = 2;
    private static final int COMPOSE_MINOR = 26;

    private final RunSettings settings;
    private final Engine engine;
    private final Path folder;
    private final Watchdog watchdog;
    private final boolean direct;
    private final List<String> stuck = new ArrayList<>();
    private final Builds builds = new Builds();
    private final Set<String> unremoved = ConcurrentHashMap.newKeySet();

    private Run(RunSettings settings, Engine engine, Path folder, Watchdog watchdog) {
        this.settings = settings;
        this.engine = engine;
        this.folder = folder;
        this.watchdog = watchdog;
        this.direct = Reach.isDirect(engine);
    }

    /**
     * Makes sure that everything needed is there, starts the watchdog, removes what dead runs left.
     */
    static Run open(RunSettings settings) {
        Engine engine = Engine.connect();
        Run run;
        try {
            requireImage(engine, Images.HANDS);
            requireImage(engine, Images.TOXIPROXY);
            settings.images()
                    .forEach((component, image) ->
                            new NeededImage("firedrill.image." + component, image).require(engine));
            Path folder = Files.createTempDirectory("firedrill-" + settings.runId() + "-");
            run = new Run(settings, engine, folder, Watchdog.start(settings.runId(), folder));
        } catch (IOException e) {
            engine.close();
            throw new DrillException("no temporary folder could be made", e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return run.checked();
    }

    private Run checked() {
        try {
            requireCompose();
            stuck.addAll(Sweep.leftovers(engine));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    RunSettings settings() {
        return settings;
    }

    Engine engine() {
        return engine;
    }

    /** Gives what dead runs left and could not be removed. */
    List<String> stuck() {
        return List.copyOf(stuck);
    }

    Path folder() {
        return folder;
    }

    /** Says whether addresses of containers can be reached from here. */
    boolean direct() {
        return direct;
    }

    /** Prepares commands for a project. */
    ComposeCommand compose(String project, Path directory, Map<String, String> environment) {
        return new ComposeCommand(watchdog, folder, project, directory, environment);
    }

    /** Gives what this run has built. */
    Builds builds() {
        return builds;
    }

    /**
     * Removes all of a project. What can not be removed now is tried again when the run ends, when
     * the engine has less to do.
     *
     * @throws DrillException naming what is still there, and why
     */
    void remove(String project) {
        unremoved.add(project);
        Sweep.all(engine, Labels.SYSTEM + "=" + project);
        delete(folder.resolve(project));
        unremoved.remove(project);
    }

    /** Has the watchdog remove everything of this run at once. */
    void abandon() {
        if (!settings.keep()) {
            watchdog.letGo();
        }
    }

    private void requireCompose() {
        ComposeCommand.Output output = compose("firedrill", folder, Map.of())
                .run(List.of(), List.of("version", "--short"), VERSION_LIMIT);
        if (!output.ok() || !isNewEnough(output.out().strip())) {
            throw new DrillException("'docker compose version' says '"
                    + (output.out() + output.err()).strip() + "'; needed is " + COMPOSE_MAJOR + "."
                    + COMPOSE_MINOR + " or newer. Run src/images/prepare");
        }
    }

    /** Reads {@code v2.26.1-4} and the like. */
    static boolean isNewEnough(String version) {
        String[] parts = version.replaceFirst("^v", "").split("[.+-]");
        if (parts.length < 2 || !parts[0].matches("\\d{1,6}") || !parts[1].matches("\\d{1,6}")) {
            return false;
        }
        int major = Integer.parseInt(parts[0]);
        return major > COMPOSE_MAJOR
                || major == COMPOSE_MAJOR && Integer.parseInt(parts[1]) >= COMPOSE_MINOR;
    }

    private static void requireImage(Engine engine, String image) {
        boolean there = engine.ask(
                "looking for image " + image,
                docker -> !docker.listImagesCmd()
                        .withImageNameFilter(image)
                        .exec()
                        .isEmpty());
        if (!there) {
            throw new ProvisioningException(
                    "image '" + image + "' is missing on this machine. Run src/images/prepare",
                    null);
        }
    }

    @Override
    public void close() {
        try {
            unremoved.forEach(this::remove);
            if (!settings.keep()) {
                delete(folder);
            }
        } finally {
            watchdog.close();
            engine.close();
        }
    }

    /** Deletes a folder with all it holds. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new DrillException("cannot delete the temporary folder " + folder, e);
        }
    }
}
