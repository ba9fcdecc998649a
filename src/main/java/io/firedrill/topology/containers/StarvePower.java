package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.UpdateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Ration;
import io.firedrill.topology.Capability.Starvable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lowers the limits of a container, as {@code docker update} does, and raises them again. */
final class StarvePower implements Starvable {
    private static final long PERIOD = 100_000;
    private static final long LEAST_QUOTA = 1_000;
    private static final double NANOS = 1e9;
    private static final long UNLIMITED = -1;
    /** The engine takes no word for "no limit" here; this is what the kernel calls none. */
    private static final long ALL_MEMORY = 0x7FFF_FFFF_FFFF_F000L;

    private final String name;
    private final String id;
    private final Engine engine;
    private final AtomicReference<@Nullable Starved> starved = new AtomicReference<>();

    StarvePower(String name, String id, Engine engine) {
        this.name = name;
        this.id = id;
        this.engine = engine;
    }

    /** What it had before, and what was taken. */
    private record Starved(HostConfig before, Ration ration) {}

    @Override
    public void starve(Ration ration) {
        HostConfig before = engine.inspect(id)
                .map(seen -> seen.getHostConfig())
                .orElseThrow(() -> new DrillException("'" + name + "' is gone"));
        starved.compareAndSet(null, new Starved(before, ration));
        update("starving", command -> {
            ration.cores().ifPresent(cores -> {
                if (set(before.getNanoCPUs())) {
                    command.withNanoCPUs((long) (cores * NANOS));
                } else {
                    long quota = Math.max(LEAST_QUOTA, (long) (cores * PERIOD));
                    command.withCpuPeriod(PERIOD).withCpuQuota(quota);
                }
            });
            ration.memory().ifPresent(bytes -> command.withMemory(bytes).withMemorySwap(bytes));
        });
    }

    @Override
    public void feed() {
        Starved was = starved.get();
        if (was == null) {
            return;
        }
        HostConfig before = was.before();
        update("feeding", command -> {
            if (was.ration().cores().isPresent()) {
                giveCores(command, before);
            }
            if (was.ration().memory().isPresent()) {
                command.withMemory(set(before.getMemory()) ? before.getMemory() : ALL_MEMORY)
                        .withMemorySwap(
                                set(before.getMemorySwap()) ? before.getMemorySwap() : ALL_MEMORY);
            }
        });
        starved.set(null);
    }

    private static void giveCores(UpdateContainerCmd command, HostConfig before) {
        if (set(before.getNanoCPUs())) {
            command.withNanoCPUs(before.getNanoCPUs());
        } else {
            command.withCpuPeriod(set(before.getCpuPeriod()) ? before.getCpuPeriod() : PERIOD)
                    .withCpuQuota(set(before.getCpuQuota()) ? before.getCpuQuota() : UNLIMITED);
        }
    }

    private static boolean set(@Nullable Long value) {
        return value != null && value > 0;
    }

    /** One that is gone needs no limits. */
    private void update(String what, Change change) {
        engine.act(what + " " + name, docker -> {
            UpdateContainerCmd command = docker.updateContainerCmd(id);
            change.to(command);
            command.exec();
        });
    }

    @FunctionalInterface
    private interface Change {
        void to(UpdateContainerCmd command);
    }
}
