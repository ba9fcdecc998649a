package io.firedrill.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** One thing that can be red, and what it demands of the run. */
final class LeafNode extends AbstractTestDescriptor implements Node<DrillContext> {
    private Optional<TestSource> source = Optional.empty();
    private Demand demand = session -> {};

    /** What a leaf demands; it throws where it does not hold. */
    @FunctionalInterface
    interface Demand {
        /** Throws an assertion error where the system failed, another where it is not known. */
        void of(DrillSession session) throws InterruptedException;
    }

    LeafNode(UniqueId id, String title) {
        super(id, title);
    }

    LeafNode at(TestSource place) {
        source = Optional.of(place);
        return this;
    }

    LeafNode does(Demand what) {
        demand = what;
        return this;
    }

    @Override
    public DrillContext execute(DrillContext context, DynamicTestExecutor executor)
            throws InterruptedException {
        demand.of(context.session());
        return context;
    }

    /** Those of its drill, so that a filter by tags takes or leaves a drill as a whole. */
    @Override
    public Set<TestTag> getTags() {
        return getParent().map(TestDescriptor::getTags).orElse(Set.of());
    }

    @Override
    public Optional<TestSource> getSource() {
        return source;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
