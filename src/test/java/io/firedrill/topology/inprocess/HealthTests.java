package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTests {
    private static final int RETRIES = 15;

    private final Health health = new Health();
    private final List<String> told = new ArrayList<>();

    private void look(boolean good, int times) {
        for (int i = 0; i < times; i++) {
            health.look(good).ifPresent(told::add);
        }
    }

    @Test
    void whatWasNeverWellIsOnlyStarted() {
        look(false, 3 * RETRIES);

        assertThat(told).isEmpty();
        assertThat(health.word()).isEqualTo("start");
    }

    @Test
    void someBadLooksInARowMakeItUnhealthyAndOneGoodOneHealthy() {
        look(true, 3);
        look(false, RETRIES - 1);
        look(true, 1);
        look(false, RETRIES);
        look(true, 2);

        assertThat(told).containsExactly("healthy", "unhealthy", "healthy");
    }
}
