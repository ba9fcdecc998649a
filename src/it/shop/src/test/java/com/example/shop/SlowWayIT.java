package com.example.shop;

import io.firedrill.junit.Drills;
import io.firedrill.scenario.WrittenDrill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill that is no file. */
class SlowWayIT {
    private static final Duration WINDOW = Duration.ofSeconds(5);

    @Test
    void customersDoNotNoticeASlowWebServer() {
        WrittenDrill drill = Drills.drill(Path.of("scenarios/shop"), "way-slow")
                .title("One of two web servers answers slowly")
                .customers("visit", "50/s")
                .with("baseline", Map.of("for", Duration.ofSeconds(3)))
                .inject("delay", "front -> web-2:8080", Map.of("by", Duration.ofMillis(100)))
                .when(Map.of("after", WINDOW))
                .heal("delay front -> web-2:8080")
                .objective("availability", Map.of("of", "visit", "at-least", "99%", "window", WINDOW))
                .with("limit", Duration.ofMinutes(1))
                .build();

        Drills.run(drill).assertPassed();
    }
}
