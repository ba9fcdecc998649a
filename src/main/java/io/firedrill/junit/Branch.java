package io.firedrill.junit;

import io.firedrill.scenario.Scenario;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A container of leaves: one drill, or what belongs to the run as a whole. */
final class Branch extends AbstractTestDescriptor implements Node<DrillContext> {
    private final Set<TestTag> tags = new LinkedHashSet<>();
    private Optional<TestSource> source = Optional.empty();
    private Optional<Scenario> scenario = Optional.empty();

    Branch(UniqueId id, String title) {
        super(id, title);
    }

    Branch at(TestSource place) {
        source = Optional.of(place);
        return this;
    }

    Branch drills(Scenario drill) {
        scenario = Optional.of(drill);
        return this;
    }

    /** Gives the drill that it stands for. */
    Optional<Scenario> scenario() {
        return scenario;
    }

    /** Gives its tags, to be added to. */
    Set<TestTag> tags() {
        return tags;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public Optional<TestSource> getSource() {
        return source;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
