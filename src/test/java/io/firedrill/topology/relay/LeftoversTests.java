package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is left of connections and relays; {@code LeftoversIT} does it ten thousand times. */
class LeftoversTests {

    @Test
    void nothingIsLeftOfConnections() throws IOException {
        try (Leftovers leftovers = new Leftovers()) {
            leftovers.after(500);
        }
    }

    @Test
    void aClosedRelayLeavesNoThread() throws IOException {
        long before = Leftovers.Count.now().threads();
        EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
        assertThat(Leftovers.Count.now().threads()).isGreaterThan(before);

        relay.close();
        relay.close();

        await("its threads end")
                .atMost(Duration.ofSeconds(10))
                .until(() -> Leftovers.Count.now().threads() <= before);
    }
}
