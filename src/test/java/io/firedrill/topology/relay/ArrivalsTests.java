package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.firedrill.RealTime;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@RealTime
class ArrivalsTests {

    @Test
    void eachConnectionIsToldAndAListenerThatFailsBreaksNone() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        RelaySettings settings = new RelaySettings(System::nanoTime).with((proxy, client) -> {
            told.add(proxy + " from " + client.getHostString());
            throw new IllegalStateException("a listener's own trouble");
        });
        try (EmbeddedRelay relay = EmbeddedRelay.start(settings);
                Provider provider = new Provider();
                Customer customer = new Customer()) {
            String listen = new ToxiproxyClient("127.0.0.1", relay.address().getPort())
                    .createProxy("db", "127.0.0.1:0", provider.address())
                    .getListen();

            customer.refused(Integer.parseInt(listen.substring("127.0.0.1:".length())));
            customer.send("20");

            assertThat(customer.answer(20, false).words()).startsWith("answered");
            assertThat(told).containsExactly("db from 127.0.0.1");
        }
    }
}
