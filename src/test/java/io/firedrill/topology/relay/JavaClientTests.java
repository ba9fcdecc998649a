package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaClientTests {
    private final EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
    private final ToxiproxyClient client =
            new ToxiproxyClient("127.0.0.1", relay.address().getPort());

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void bytesPassBothWays() throws IOException {
        try (ServerSocket provider = new ServerSocket(0)) {
            Proxy proxy =
                    client.createProxy("db", "127.0.0.1:0", "127.0.0.1:" + provider.getLocalPort());
            int port = Integer.parseInt(proxy.getListen().split(":")[1]);
            try (Socket customer = new Socket("127.0.0.1", port);
                    Socket served = provider.accept()) {
                customer.getOutputStream().write("ping".getBytes());
                assertThat(served.getInputStream().readNBytes(4)).isEqualTo("ping".getBytes());
                served.getOutputStream().write("pong".getBytes());
                assertThat(customer.getInputStream().readNBytes(4)).isEqualTo("pong".getBytes());
                proxy.toxics().latency("slow", ToxicDirection.DOWNSTREAM, 50);
                long before = System.nanoTime();
                served.getOutputStream().write("pong".getBytes());
                assertThat(customer.getInputStream().readNBytes(4)).isEqualTo("pong".getBytes());
                assertThat(System.nanoTime() - before).isGreaterThan(50_000_000);
                proxy.disable();
                assertThat(customer.getInputStream().read()).isEqualTo(-1);
                proxy.enable();
                assertThat(Integer.parseInt(proxy.getListen().split(":")[1])).isEqualTo(port);
            }
            client.reset();
            proxy.delete();
            assertThat(client.getProxies()).isEmpty();
        }
    }
}
