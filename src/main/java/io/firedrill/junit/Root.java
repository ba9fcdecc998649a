package io.firedrill.junit;

import io.firedrill.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The engine's root: while it lasts, the run does. */
final class Root extends EngineDescriptor implements Node<DrillContext> {
    private final DrillEngine.Setup setup;
    private final Optional<DrillRuns.Plan> plan;

    Root(UniqueId id, DrillEngine.Setup setup, Optional<DrillRuns.Plan> plan) {
        super(id, "Firedrill");
        this.setup = setup;
        this.plan = plan;
    }

    /** Begins the run with the drills that no filter has taken out of the tree. */
    @Override
    public DrillContext before(DrillContext context) {
        return plan.filter(there -> !getChildren().isEmpty())
                .map(there -> new DrillContext(new DrillSession(setup, there, left())))
                .orElse(context);
    }

    private List<Scenario> left() {
        List<Scenario> scenarios = new ArrayList<>();
        for (TestDescriptor child : getChildren()) {
            ((Branch) child).scenario().ifPresent(scenarios::add);
        }
        return scenarios;
    }

    @Override
    public void after(DrillContext context) {
        if (context.begun() != null) {
            context.begun().close();
        }
    }

    /** Leaves only what lies at or below the wanted ids. */
    void keep(List<UniqueId> wanted) {
        for (TestDescriptor branch : List.copyOf(getChildren())) {
            for (TestDescriptor leaf : List.copyOf(branch.getChildren())) {
                if (wanted.stream().noneMatch(id -> leaf.getUniqueId().hasPrefix(id))) {
                    leaf.removeFromHierarchy();
                }
            }
            if (branch.getChildren().isEmpty()) {
                branch.removeFromHierarchy();
            }
        }
    }
}
