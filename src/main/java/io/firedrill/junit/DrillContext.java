package io.firedrill.junit;

import io.firedrill.DrillException;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What nodes are handed while they run: the run under way, once it has begun. */
record DrillContext(@Nullable DrillSession begun) implements EngineExecutionContext {

    /** Gives the run. */
    DrillSession session() {
        if (begun == null) {
            throw new DrillException("the run has not begun");
        }
        return begun;
    }
}
