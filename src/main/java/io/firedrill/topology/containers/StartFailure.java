package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;

import io.firedrill.topology.containers.ComposeCommand.Output;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out why a system did not start: which service, why, and what it said last. */
final class StartFailure {
    private static final int LINES = 15;
    private static final int WORTH_TELLING = 4;

    private final Engine engine;
    private final Labels labels;

    StartFailure(Engine engine, Labels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    /** A service that is not well. {@code rank} orders causes before consequences. */
    private record Suspect(String service, String id, int rank, String why) {}

    /**
     * Tells the diagnosis.
     *
     * @param system for instance {@code bank}
     * @param output what {@code docker compose up} left
     * @param limit the time it had
     */
    String diagnose(String system, Output output, Duration limit) {
        List<Suspect> suspects = engine.containers(Labels.SYSTEM + "=" + labels.project()).stream()
                .flatMap(container -> suspect(container).stream())
                .sorted(Comparator.comparingInt(Suspect::rank).thenComparing(Suspect::service))
                .toList();
        String head = "system '" + system + "' did not start within " + limit.toSeconds() + " s: ";
        if (output.code() > 0) {
            head = "system '" + system + "' did not start: ";
        }
        if (suspects.isEmpty()) {
            return head + "docker compose said:\n" + tail(output.err());
        }
        Suspect first = suspects.get(0);
        return head + "service '" + first.service() + "' " + first.why() + others(suspects)
                + ". Its last lines:\n" + tail(engine.logs(first.id(), LINES))
                + "\nTry it alone: docker compose up " + first.service();
    }

    private static String others(List<Suspect> suspects) {
        if (suspects.size() == 1) {
            return "";
        }
        List<String> names = suspects.stream().skip(1).map(Suspect::service).toList();
        return " (not up either: " + String.join(", ", names) + ")";
    }

    private Optional<Suspect> suspect(Container container) {
        String service =
                container.getLabels().getOrDefault(Labels.SERVICE, container.getNames()[0]);
        return engine.inspect(container.getId())
                .map(InspectContainerResponse::getState)
                .flatMap(state -> suspect(service, container.getId(), state));
    }

    private static Optional<Suspect> suspect(String service, String id, ContainerState state) {
        String status = String.valueOf(state.getStatus());
        Long code = state.getExitCodeLong();
        String health = state.getHealth() == null
                ? "none"
                : String.valueOf(state.getHealth().getStatus());
        return switch (status) {
            case "exited", "dead" ->
                code != null && code == 0
                        ? Optional.empty()
                        : Optional.of(new Suspect(
                                service, id, 0, "exited with code " + code + memory(state)));
            case "restarting" ->
                Optional.of(new Suspect(
                        service,
                        id,
                        1,
                        "dies and is started again and again, last with exit code " + code));
            case "created" ->
                Optional.of(new Suspect(
                        service, id, WORTH_TELLING, "was never started" + error(state)));
            default -> unhealthy(service, id, state, health);
        };
    }

    private static Optional<Suspect> unhealthy(
            String service, String id, ContainerState state, String health) {
        if (!health.equals("unhealthy") && !health.equals("starting")) {
            return Optional.empty();
        }
        int rank = health.equals("unhealthy") ? 2 : WORTH_TELLING - 1;
        return Optional.of(new Suspect(
                service, id, rank, "runs but is not healthy (" + health + ")" + lastCheck(state)));
    }

    private static String lastCheck(ContainerState state) {
        var log = state.getHealth() == null ? null : state.getHealth().getLog();
        if (log == null || log.isEmpty()) {
            return ": its health check has not answered yet";
        }
        var last = log.get(log.size() - 1);
        return ": its health check ended with code " + last.getExitCodeLong() + ", saying '"
                + String.valueOf(last.getOutput()).strip() + "'";
    }

    private static String memory(ContainerState state) {
        return Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : "";
    }

    private static String error(ContainerState state) {
        String error = state.getError();
        return error == null || error.isEmpty() ? "" : ": " + error;
    }

    /** Gives the last lines, each marked as somebody else's words. */
    static String tail(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join(
                "\n",
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                        .map(line -> "  | " + line)
                        .toList());
    }
}
