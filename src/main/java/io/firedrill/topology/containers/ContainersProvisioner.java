package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.SystemUnderDrill;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts systems in containers: one for each run, closed at its end. Systems may be started side by
 * side. Docker is first asked for by {@link #check} or {@link #start}, whichever comes first.
 */
public final class ContainersProvisioner implements Provisioner, AutoCloseable {
    /** What may be done to components and links, for validation. */
    public static final Set<String> CAPABILITIES = Set.of(
            "crash", "vanish", "pause", "relay", "stop", "exec", "starve", "fill", "swap", "part");

    private final RunSettings settings;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private @Nullable Run run;
    private @Nullable ProvisioningException refused;

    /** Takes the settings; nothing is started yet. */
    public ContainersProvisioner(RunSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes sure that containers can be started here, and removes what dead runs left.
     *
     * @throws DrillException saying what is missing and what to do
     */
    public void check() {
        opened();
    }

    @Override
    public SystemUnderDrill start(Scenario scenario) {
        return start(scenario, Map.of());
    }

    @Override
    public SystemUnderDrill start(Scenario scenario, Map<Endpoint, InetSocketAddress> outside) {
        Run shared = opened();
        int count = counts.merge(scenario.id(), 1, Integer::sum);
        String project = Names.project(settings.runId(), scenario.id(), count);
        Runnable removal = () -> remove(shared, project);
        try {
            return start(new Order(shared, scenario, project, outside), removal);
        } catch (RuntimeException | Error e) {
            try {
                removal.run();
            } catch (RuntimeException late) {
                e.addSuppressed(late);
            }
            throw e;
        }
    }

    /** One system that is to be started. */
    private record Order(
            Run run, Scenario scenario, String project, Map<Endpoint, InetSocketAddress> outside) {}

    /** The doors are closed last: until it is gone, the system may still send something. */
    private SystemUnderDrill start(Order order, Runnable removal) {
        Labels labels =
                new Labels(settings.owner(), settings.runId(), order.project(), settings.keep());
        Doors doors = Doors.open(order.run(), labels, order.outside());
        try {
            Launch.Launched launched =
                    new Launch(order.run(), order.scenario(), labels, doors.outlets()).launch();
            return new Assembly(order.run(), order.scenario(), launched).assemble(() -> {
                try (doors) {
                    if (!settings.keep()) {
                        removal.run();
                    }
                }
            });
        } catch (RuntimeException | Error e) {
            doors.close();
            throw e;
        }
    }

    /**
     * Removes a project even where this thread was told to stop: the rest of the clean-up matters
     * more.
     */
    private static void remove(Run run, String project) {
        boolean interrupted = Thread.interrupted();
        try {
            run.remove(project);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized Run opened() {
        if (refused != null) {
            throw refused;
        }
        if (run == null) {
            run = open();
        }
        return run;
    }

    /** What this machine lacks is lacking for the whole run: it is looked for once. */
    private Run open() {
        try {
            return Run.open(settings);
        } catch (ProvisioningException e) {
            refused = e;
            throw e;
        }
    }

    /**
     * Removes everything of the run at once, whatever uses it: this process was told to end and may
     * be killed at any moment. Systems must still be closed.
     */
    public synchronized void abandon() {
        if (run != null) {
            run.abandon();
        }
    }

    /** Ends the run: closes what it shares. Its systems must be closed before. */
    @Override
    public synchronized void close() {
        if (run != null) {
            run.close();
            run = null;
        }
    }
}
