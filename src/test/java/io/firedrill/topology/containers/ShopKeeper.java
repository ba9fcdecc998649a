package io.firedrill.topology.containers;

import io.firedrill.journal.SystemClock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A harness to be killed: starts a shop, says so in a file, and waits for its end. */
final class ShopKeeper {
    private ShopKeeper() {}

    /** Takes the run id, the file, and the Compose files. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        RunSettings settings = RunSettings.usual(all.get(0), new SystemClock()::nanos);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            provisioner
                    .start(Shop.drill("killed", all.subList(2, all.size()), "vanish"))
                    .components()
                    .get(0)
                    .as(io.firedrill.topology.Capability.Losable.class)
                    .orElseThrow()
                    .lose();
            Files.writeString(Path.of(all.get(1)), "ready");
            new CountDownLatch(1).await();
        }
    }
}
