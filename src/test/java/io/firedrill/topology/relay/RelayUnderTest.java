package io.firedrill.topology.relay;

import eu.rekawek.toxiproxy.ToxiproxyClient;

import java.net.InetSocketAddress;

/** A server that is asked whether it is a Toxiproxy: the embedded one, or the real one. */
interface RelayUnderTest extends AutoCloseable {

    /** Gives the address of its API. */
    InetSocketAddress api();

    @Override
    void close();

    /** Gives a client for it. */
    default ToxiproxyClient client() {
        return new ToxiproxyClient("127.0.0.1", api().getPort());
    }

    /** Starts the embedded one. */
    static RelayUnderTest embedded() {
        EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
        return new RelayUnderTest() {
            @Override
            public InetSocketAddress api() {
                return relay.address();
            }

            @Override
            public void close() {
                relay.close();
            }
        };
    }
}
