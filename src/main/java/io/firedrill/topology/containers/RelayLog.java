package io.firedrill.topology.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the log of a Toxiproxy container for the connections it accepts. */
final class RelayLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lines lines;

    private RelayLog(Lines lines) {
        this.lines = lines;
    }

    /**
     * An accepted connection.
     *
     * @param proxy name of the proxy
     * @param client the address it came from, without its port
     */
    record Accepted(String proxy, String client) {}

    /** Follows from the container's start on. */
    static RelayLog follow(Engine engine, String container, Consumer<Accepted> listener) {
        Lines lines = new Lines(listener);
        engine.ask(
                "following the log of " + container,
                docker -> docker.logContainerCmd(container)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .withTailAll()
                        .exec(lines));
        return new RelayLog(lines);
    }

    /** Reads one line; empty where it tells of anything else. */
    static Optional<Accepted> read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String client = node.path("client").asText("");
            if (!"Accepted client".equals(node.path("message").asText()) || !client.contains(":")) {
                return Optional.empty();
            }
            return Optional.of(new Accepted(
                    node.path("name").asText(), client.substring(0, client.lastIndexOf(':'))));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // not a line of Toxiproxy's
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // Only read from: nothing is lost with it.
            return;
        }
    }

    /** Cuts the stream into lines. */
    private static final class Lines extends ResultCallback.Adapter<Frame> {
        private final Consumer<Accepted> listener;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(Consumer<Accepted> listener) {
            this.listener = listener;
        }

        @Override
        public void onNext(@Nullable Frame frame) {
            if (frame == null) {
                return;
            }
            for (byte one : frame.getPayload()) {
                if (one == '\n') {
                    read(line.toString(StandardCharsets.UTF_8)).ifPresent(listener);
                    line.reset();
                } else {
                    line.write(one);
                }
            }
        }
    }
}
