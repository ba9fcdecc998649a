package com.example.counter;

import io.firedrill.junit.Drills;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill that is no file. */
class FrozenClerkIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    @Test
    void customersAreServedByTheOtherClerk() {
        Drills.run(Drills.drill(Path.of("scenarios/counter"), "clerk-frozen")
                        .title("The first clerk freezes")
                        .customers("ask", "20/s")
                        .with("baseline", Map.of("for", SECOND))
                        .inject("pause", "clerk-1")
                        .when(Map.of("after", SECOND))
                        .heal("pause clerk-1")
                        .objective(
                                "availability",
                                Map.of("of", "ask", "at-least", "90%", "window", WINDOW))
                        .with("limit", Duration.ofSeconds(20))
                        .build())
                .assertPassed();
    }
}
