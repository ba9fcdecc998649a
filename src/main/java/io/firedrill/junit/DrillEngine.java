package io.firedrill.junit;

import io.firedrill.evidence.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Makes drills of scenario folders:
 * {@code @Suite @IncludeEngines("firedrill") @SelectDirectories("scenarios")}. It answers to
 * folders and to its own ids only, since every engine is asked by every launcher.
 */
public final class DrillEngine extends HierarchicalTestEngine<DrillContext> {
    /** Its id, and the name of its segment in unique ids. */
    public static final String ID = "firedrill";

    private final Setup setup;

    /**
     * What an engine works with.
     *
     * @param terminal opens the terminal; true asks for plain lines
     * @param environment variables that a CI sets
     */
    record Setup(
            DrillRuns runs, Function<Boolean, Terminal> terminal, Map<String, String> environment) {
        /** Makes one without a CI around it. */
        Setup(DrillRuns runs, Function<Boolean, Terminal> terminal) {
            this(runs, terminal, Map.of());
        }

        /** Takes the terminal at hand. */
        static Setup of(DrillRuns runs) {
            Map<String, String> environment = System.getenv();
            return new Setup(runs, plain -> Terminal.open(plain, environment), environment);
        }
    }

    /** Found by the platform's {@link java.util.ServiceLoader}. */
    public DrillEngine() {
        this(Setup.of(new LocalDrills()));
    }

    DrillEngine(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        List<Path> roots = request.getSelectorsByType(DirectorySelector.class).stream()
                .map(DirectorySelector::getPath)
                .toList();
        List<UniqueId> chosen = request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(UniqueIdSelector::getUniqueId)
                .filter(wanted -> wanted.hasPrefix(id))
                .toList();
        if (roots.isEmpty() && chosen.isEmpty()) {
            return new Root(id, setup, Optional.empty());
        }
        DrillRuns.Plan plan =
                setup.runs().plan(roots.isEmpty() ? List.of(Path.of("scenarios")) : roots);
        Root root = new Root(id, setup, Optional.of(plan));
        new DrillTree(plan, root).hang();
        if (roots.isEmpty()) {
            root.keep(chosen);
        }
        return root;
    }

    @Override
    protected DrillContext createExecutionContext(ExecutionRequest request) {
        return new DrillContext(null);
    }
}
