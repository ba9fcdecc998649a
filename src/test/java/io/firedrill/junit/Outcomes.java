package io.firedrill.junit;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** What came of a run of the engine, by the names of its leaves. */
final class Outcomes {
    private Outcomes() {}

    static List<String> passed(EngineExecutionResults results) {
        return results.testEvents().succeeded().map(Outcomes::name).toList();
    }

    static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().map(Outcomes::name).toList();
    }

    static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    static Throwable failure(EngineExecutionResults results, String leaf) {
        Optional<Throwable> failure = results.testEvents().failed().stream()
                .filter(event -> name(event).equals(leaf))
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable);
        return failure.orElseThrow(() -> new AssertionError(leaf + " did not fail"));
    }

    static Throwable first(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
    }
}
