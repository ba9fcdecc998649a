package io.firedrill.topology.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import io.firedrill.DrillException;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.Capability.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** Docker's API, each call within a bound. */
final class Engine implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration REMOVAL = Duration.ofSeconds(15);
    private static final int NOT_ASKED = -1;

    private final DockerClient client;
    private final Bounded bounded;

    private Engine(DockerClient client, Bounded bounded) {
        this.client = client;
        this.bounded = bounded;
    }

    /**
     * Finds Docker as Testcontainers finds it, and makes sure that it answers. The client is one of
     * our own: Testcontainers' own would first start a container that clears up, and that is what
     * the watchdog does here.
     */
    static Engine connect() {
        Bounded bounded = new Bounded("docker");
        try {
            return new Engine(bounded.call("asking Docker", FIRST, Engine::ownClient), bounded);
        } catch (RuntimeException e) {
            bounded.close();
            throw new DrillException(
                    "Docker does not answer: " + e.getMessage()
                            + ". Run src/images/prepare, which starts it",
                    e);
        }
    }

    private static DockerClient ownClient() {
        DockerClient client = DockerClientProviderStrategy.getClientForConfig(
                DockerClientFactory.instance().getTransportConfig());
        client.pingCmd().exec();
        return client;
    }

    /** Gives the client itself, for streams. */
    DockerClient client() {
        return client;
    }

    /** Gives the threads that its calls run on. */
    Bounded bounded() {
        return bounded;
    }

    /** Runs one call within the usual bound. */
    <T> T ask(String what, Function<DockerClient, T> call) {
        return bounded.call(what, USUAL, () -> call.apply(client));
    }

    /** Runs one call within the bound of a removal; what is gone already, or going, is fine. */
    void remove(String what, Consumer<DockerClient> call) {
        bounded.call(what, REMOVAL, () -> {
            quietly(() -> call.accept(client));
            return true;
        });
    }

    /** Lists containers, running or not, that bear a label ({@code key=value}). */
    List<Container> containers(String label) {
        return ask(
                "listing containers",
                docker -> docker.listContainersCmd()
                        .withShowAll(true)
                        .withFilter("label", List.of(label))
                        .exec());
    }

    /** Looks at a container; empty where it is gone. */
    Optional<InspectContainerResponse> inspect(String id) {
        return ask("inspecting " + id, docker -> {
            try {
                return Optional.of(docker.inspectContainerCmd(id).exec());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Gives the id of an image that is on this machine; empty where it is not. */
    Optional<String> image(String reference) {
        return ask("inspecting image " + reference, docker -> {
            try {
                return Optional.ofNullable(
                        docker.inspectImageCmd(reference).exec().getId());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Makes a network that joins containers of this machine.
     *
     * @return the address of its gateway, by which they reach the machine itself
     */
    String makeNetwork(String name, Map<String, String> labels) {
        return ask("making network " + name, docker -> {
            docker.createNetworkCmd().withName(name).withLabels(labels).exec();
            return docker
                    .inspectNetworkCmd()
                    .withNetworkId(name)
                    .exec()
                    .getIpam()
                    .getConfig()
                    .stream()
                    .flatMap(config -> Optional.ofNullable(config.getGateway()).stream())
                    .findFirst()
                    .orElseThrow(() -> new DrillException("network " + name + " has no gateway"));
        });
    }

    /**
     * Does something to a container.
     *
     * @return false where it is gone, or already as asked
     */
    boolean act(String what, Consumer<DockerClient> call) {
        return bounded.call(what, REMOVAL, () -> quietly(() -> call.accept(client)));
    }

    private static boolean quietly(Runnable call) {
        try {
            call.run();
            return true;
        } catch (NotFoundException | NotModifiedException | ConflictException e) {
            return false;
        }
    }

    /**
     * Runs a command inside a container; code -1 where it could not be run or did not end in time.
     */
    Answer exec(String id, List<String> command, Duration atMost) {
        try {
            return bounded.call(
                    "running " + command.get(0), atMost, () -> execute(id, command, atMost));
        } catch (RuntimeException e) {
            return new Answer(NOT_ASKED, String.valueOf(e.getMessage()));
        }
    }

    private Answer execute(String id, List<String> command, Duration atMost)
            throws InterruptedException {
        String exec = client.execCreateCmd(id)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        try (Text output = new Text()) {
            client.execStartCmd(exec).exec(output);
            output.awaitCompletion(atMost.toMillis(), TimeUnit.MILLISECONDS);
            Long code = client.inspectExecCmd(exec).exec().getExitCodeLong();
            return new Answer(code == null ? NOT_ASKED : code.intValue(), output.toString());
        } catch (java.io.IOException e) {
            return new Answer(NOT_ASKED, String.valueOf(e.getMessage()));
        }
    }

    /** Gives the last lines of a container's output; says so where there is none to be had. */
    String logs(String id, int lines) {
        try {
            return bounded.call("reading the log of " + id, USUAL, () -> readLogs(id, lines));
        } catch (RuntimeException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private String readLogs(String id, int lines) throws Exception {
        try (Text output = new Text()) {
            client.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(output);
            output.awaitCompletion(USUAL.toMillis(), TimeUnit.MILLISECONDS);
            return output.toString();
        }
    }

    @Override
    public void close() {
        bounded.close();
    }

    /** Collects output. */
    private static final class Text extends ResultCallback.Adapter<Frame> {
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        @Override
        public void onNext(@Nullable Frame frame) {
            if (frame != null) {
                bytes.writeBytes(frame.getPayload());
            }
        }

        @Override
        public String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
