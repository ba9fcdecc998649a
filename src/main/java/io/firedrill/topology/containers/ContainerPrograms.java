package io.firedrill.topology.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.Volume;
import io.firedrill.DrillException;
import io.firedrill.topology.LastWords;
import io.firedrill.topology.LineCutter;
import io.firedrill.topology.ProgramHost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs of customers in containers of their own. They use the network of Docker's machine:
 * so they reach the entries' relays under the addresses that the harness has, and stand outside of
 * the system. They bear the system's labels, so that whatever sweeps the system sweeps them.
 */
final class ContainerPrograms implements ProgramHost {
    private static final String FOLDER = "/journey";
    private static final Duration ATTACH_WITHIN = Duration.ofSeconds(5);
    private static final int GRACE_SECONDS = 2;
    private static final int LAST_LINES_SECONDS = 4;

    private final Engine engine;
    private final Labels labels;

    ContainerPrograms(Engine engine, Labels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    @Override
    public RunningProgram start(ProgramOrder order) {
        String what = "creating the container of journey '" + order.name() + "'";
        return new Contained(engine.ask(what, docker -> create(order)), order);
    }

    private String create(ProgramOrder order) {
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode("host")
                .withInit(true)
                .withBinds(new Bind(
                        order.program().folder().toAbsolutePath().toString(),
                        new Volume(FOLDER),
                        AccessMode.ro));
        CreateContainerCmd command = engine.client()
                .createContainerCmd(order.program().image().orElseThrow())
                .withName(labels.project() + "-program-" + order.name())
                .withLabels(labels.asMap())
                .withWorkingDir(FOLDER)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withEnv(order.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withHostConfig(host);
        if (!order.program().command().isEmpty()) {
            command.withCmd(order.program().command());
        }
        return command.exec().getId();
    }

    /** One in its container. */
    private final class Contained implements RunningProgram {
        private final String id;
        private final String name;
        private final Output output;

        Contained(String id, ProgramOrder order) {
            this.id = id;
            this.name = order.name();
            this.output = new Output(order);
            try {
                engine.bounded().call("attaching to the program of " + name, ATTACH_WITHIN, () -> {
                    engine.client()
                            .attachContainerCmd(id)
                            .withStdOut(true)
                            .withStdErr(true)
                            .withFollowStream(true)
                            .exec(output)
                            .awaitStarted();
                    engine.client().startContainerCmd(id).exec();
                    return id;
                });
            } catch (RuntimeException failure) {
                remove();
                throw new DrillException(
                        "the program of journey '" + name + "' did not start: "
                                + failure.getMessage(),
                        failure);
            }
        }

        @Override
        public Optional<String> ended() {
            if (!output.isOver()) {
                return Optional.empty();
            }
            return engine.inspect(id)
                    .map(container -> container.getState())
                    .filter(state -> !Boolean.TRUE.equals(state.getRunning()))
                    .map(state -> state.getExitCodeLong())
                    .map(code -> output.words.after(code.intValue()));
        }

        @Override
        public void close() {
            try {
                engine.act(
                        "ending the program of " + name,
                        docker -> docker.stopContainerCmd(id)
                                .withTimeout(GRACE_SECONDS)
                                .exec());
                output.awaitOver();
            } finally {
                remove();
            }
        }

        private void remove() {
            engine.remove(
                    "removing the program of " + name,
                    docker -> docker.removeContainerCmd(id)
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec());
        }
    }

    /** What a program prints. */
    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final LastWords words = new LastWords();
        private final LineCutter lines;
        private final LineCutter errors = new LineCutter(words::add);
        private final CountDownLatch over = new CountDownLatch(1);

        Output(ProgramHost.ProgramOrder order) {
            this.lines = new LineCutter(order.lines());
        }

        @Override
        public void onNext(@Nullable Frame frame) {
            if (frame != null) {
                byte[] bytes = frame.getPayload();
                LineCutter cutter = frame.getStreamType() == StreamType.STDERR ? errors : lines;
                cutter.take(bytes, bytes.length);
            }
        }

        @Override
        public void onError(Throwable error) {
            words.add("its output can not be read any more: " + error.getMessage());
            super.onError(error);
            end();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            end();
        }

        private void end() {
            for (LineCutter cutter : List.of(lines, errors)) {
                cutter.finish();
            }
            over.countDown();
        }

        boolean isOver() {
            return over.getCount() == 0;
        }

        void awaitOver() {
            try {
                if (!over.await(LAST_LINES_SECONDS, TimeUnit.SECONDS)) {
                    throw new DrillException("the last lines of a program did not come");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
