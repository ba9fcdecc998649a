package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.firedrill.RealTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is left of connections and relays; {@code LeftoversIT} does it ten thousand times. */
@RealTime
class LeftoversTests {
    private static final int PROXIES = 200;

    @Test
    void nothingIsLeftOfConnections() throws IOException {
        try (Leftovers leftovers = new Leftovers()) {
            leftovers.after(500);
        }
    }

    @Test
    void manyProxiesComeAndGo() throws IOException {
        try (EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime)) {
            ToxiproxyClient client =
                    new ToxiproxyClient("127.0.0.1", relay.address().getPort());
            for (int i = 0; i < PROXIES; i++) {
                client.createProxy("p" + i, "127.0.0.1:0", "127.0.0.1:9")
                        .toxics()
                        .latency("l", ToxicDirection.DOWNSTREAM, 5);
            }
            assertThat(client.getProxies()).hasSize(PROXIES);

            for (int i = 0; i < PROXIES; i++) {
                client.getProxy("p" + i).delete();
            }

            assertThat(relay.held()).isEqualTo(new EmbeddedRelay.Held(0, 0, 0));
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
