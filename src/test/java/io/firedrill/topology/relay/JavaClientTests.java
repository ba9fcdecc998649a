package io.firedrill.topology.relay;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicList;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import eu.rekawek.toxiproxy.model.toxic.Slicer;
import io.firedrill.Ports;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call of the Java client, against the embedded relay. */
class JavaClientTests {
    private final RelayUnderTest relay = RelayUnderTest.embedded();
    private final Provider provider = new Provider();
    private final ToxiproxyClient client = relay.client();

    @AfterEach
    void close() {
        provider.close();
        relay.close();
    }

    private Proxy proxy(String name) throws IOException {
        return client.createProxy(name, "127.0.0.1:" + Ports.free(), provider.address());
    }

    private static int port(Proxy proxy) {
        return Integer.parseInt(proxy.getListen().substring(proxy.getListen().indexOf(':') + 1));
    }

    private static String answer(int port) throws IOException {
        try (Customer customer = new Customer()) {
            if (customer.refused(port)) {
                return "refused";
            }
            customer.send("20");
            return customer.answer(20, false).words().replaceAll(",.*", "");
        }
    }

    @Test
    void saysItsVersion() throws IOException {
        assertThat(client.version()).isEqualTo("{\"version\": \"2.12.0\"}");
    }

    @Test
    void createsFindsAndDeletesProxies() throws IOException {
        Proxy one = proxy("one");
        proxy("two");

        assertThat(client.getProxies()).extracting(Proxy::getName).containsOnly("one", "two");
        assertThat(client.getProxy("one").getUpstream()).isEqualTo(provider.address());
        assertThat(client.getProxy("one").isEnabled()).isTrue();
        assertThat(answer(port(one))).isEqualTo("answered");

        one.delete();

        assertThat(client.getProxyOrNull("one")).isNull();
        assertThatThrownBy(() -> client.getProxy("one")).hasMessage("[404] proxy not found");
        assertThat(answer(port(one))).isEqualTo("refused");
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        proxy("one");

        assertThatThrownBy(() -> proxy("one")).hasMessage("[409] proxy already exists");
    }

    @Test
    void aDisabledProxyRefusesAndKeepsItsPort() throws IOException {
        Proxy proxy = proxy("one");
        int port = port(proxy);

        proxy.disable();
        String disabled = answer(port);
        proxy.enable();

        assertThat(disabled).isEqualTo("refused");
        assertThat(port(proxy)).isEqualTo(port);
        assertThat(answer(port)).isEqualTo("answered");
    }

    @Test
    void movesToAnotherPortAndAnotherProvider() throws IOException {
        Proxy proxy = proxy("one");
        int before = port(proxy);
        try (Provider other = new Provider()) {
            proxy.setUpstream(other.address());
            assertThat(port(proxy)).isEqualTo(before);
            provider.die();
            assertThat(answer(before)).isEqualTo("answered");

            proxy.setListen("127.0.0.1:0");

            assertThat(port(proxy)).isNotEqualTo(before);
            assertThat(answer(before)).isEqualTo("refused");
            assertThat(answer(port(proxy))).isEqualTo("answered");
        }
    }

    @Test
    void addsEveryToxicAndReadsItBack() throws IOException {
        ToxicList toxics = proxy("one").toxics();
        toxics.bandwidth("b", DOWNSTREAM, 1_000);
        toxics.latency("l", DOWNSTREAM, 7);
        toxics.slicer("s", DOWNSTREAM, 100, 5);
        toxics.slowClose("c", UPSTREAM, 3);
        toxics.timeout("t", UPSTREAM, 4);
        toxics.limitData("d", DOWNSTREAM, 5);
        toxics.resetPeer("r", DOWNSTREAM, 6);

        assertThat(toxics.getAll())
                .extracting(Toxic::getName)
                .containsExactly("c", "t", "b", "l", "s", "d", "r");
        assertThat(toxics.get("t").getStream()).isEqualTo(UPSTREAM);
        assertThat(toxics.get("l", Latency.class).getLatency()).isEqualTo(7);
    }

    @Test
    void changesToxics() throws IOException {
        ToxicList toxics = proxy("one").toxics();
        Latency latency = toxics.latency("l", DOWNSTREAM, 7).setLatency(8).setJitter(2);
        latency.setToxicity(0.25f);
        Slicer slicer = toxics.slicer("s", DOWNSTREAM, 100, 5).setAverageSize(7);
        slicer.setSizeVariation(3).setDelay(9);

        Latency read = toxics.get("l", Latency.class);
        Slicer cut = toxics.get("s", Slicer.class);

        assertThat(List.of(read.getLatency(), read.getJitter())).containsExactly(8L, 2L);
        assertThat(read.getToxicity()).isEqualTo(0.25f);
        assertThat(List.of(cut.getAverageSize(), cut.getSizeVariation(), cut.getDelay()))
                .containsExactly(7L, 3L, 9L);
    }

    @Test
    void changesEachOtherToxic() throws IOException {
        ToxicList toxics = proxy("one").toxics();

        assertThat(toxics.bandwidth("b", DOWNSTREAM, 1).setRate(2).getRate()).isEqualTo(2);
        assertThat(toxics.slowClose("c", DOWNSTREAM, 1).setDelay(2).getDelay()).isEqualTo(2);
        assertThat(toxics.timeout("t", DOWNSTREAM, 1).setTimeout(2).getTimeout())
                .isEqualTo(2);
        assertThat(toxics.limitData("d", DOWNSTREAM, 1).setBytes(2).getBytes()).isEqualTo(2);
        assertThat(toxics.resetPeer("r", DOWNSTREAM, 1).setTimeout(2).getTimeout())
                .isEqualTo(2);
    }

    @Test
    void removesAToxicAndResetsAll() throws IOException {
        Proxy proxy = proxy("one");
        proxy.toxics().timeout("t", DOWNSTREAM, 0);
        proxy.toxics().timeout("u", UPSTREAM, 0);
        proxy.toxics().get("t").remove();
        proxy.disable();

        client.reset();

        assertThat(proxy.toxics().getAll()).isEmpty();
        assertThat(client.getProxy("one").isEnabled()).isTrue();
        assertThat(answer(port(proxy))).isEqualTo("answered");
    }

    @Test
    void aToxicOfToxicityZeroDoesNothing() throws IOException {
        Proxy proxy = proxy("one");
        proxy.toxics().timeout("t", DOWNSTREAM, 0).setToxicity(0);

        assertThat(answer(port(proxy))).isEqualTo("answered");
    }
}
