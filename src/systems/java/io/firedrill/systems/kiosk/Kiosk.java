package io.firedrill.systems.kiosk;

import io.firedrill.DrillException;
import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kiosk that hands out tickets: the worked example of src/docs/pocket-systems.md. */
public final class Kiosk implements PocketSystem {
    private static final Duration RESTART = Duration.ofMillis(200);

    @Override
    public String name() {
        return "kiosk";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        return List.of(
                Part.of("drawer", drawer(settings)).restartedAfter(RESTART),
                Part.of("desk", new Desk()).restartedAfter(RESTART));
    }

    private static Drawer drawer(Map<String, String> settings) {
        if (!Set.of("notes").containsAll(settings.keySet())) {
            throw new DrillException("unknown setting in " + settings + "; known: notes");
        }
        String notes = settings.getOrDefault("notes", "on-disk");
        return switch (notes) {
            case "on-disk" -> new Drawer(OnDisk::new);
            case "in-memory" -> new Drawer(host -> new InMemory());
            default ->
                throw new DrillException("unknown value '" + notes
                        + "' of setting 'notes'; known values: [in-memory, on-disk]");
        };
    }
}
