package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.scenario.Endpoint;
import io.firedrill.topology.relay.EmbeddedRelay;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Doors on the loopback address, where no Docker is needed. */
final class DoorsTests {
    private static final Endpoint MAIL = new Endpoint("mail", 25);
    private static final int SOON_MILLIS = 300;
    private static final Endpoint SMS = new Endpoint("sms", 80);

    private final EmbeddedRelay hall = EmbeddedRelay.start(System::nanoTime);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void eachLeadsToItsOwnInboxAndNoneWhenTheyAreClosed() throws IOException {
        try (ServerSocket mail = inbox();
                ServerSocket sms = inbox()) {
            Map<Endpoint, String> dialed =
                    Doors.opened(hall, "127.0.0.1", Map.of(MAIL, at(mail), SMS, at(sms)));
            assertThat(dialed).containsOnlyKeys(MAIL, SMS);

            assertThat(comesIn(dialed.get(MAIL), mail)).isEqualTo('m');
            assertThat(comesIn(dialed.get(SMS), sms)).isEqualTo('m');
            hall.close();

            assertThat(isLetIn(dialed.get(MAIL), mail)).isFalse();
        }
    }

    @Test
    void oneThatCanNotBeOpenedIsNamed() {
        InetSocketAddress inbox = new InetSocketAddress("127.0.0.1", 9);

        assertThatThrownBy(() -> Doors.opened(hall, "192.0.2.1", Map.of(MAIL, inbox)))
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith("no door to the inbox at 'mail:25' could be opened on"
                        + " 192.0.2.1, the gateway of the drill's own network: ");
    }

    private static ServerSocket inbox() throws IOException {
        return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    private static InetSocketAddress at(ServerSocket inbox) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), inbox.getLocalPort());
    }

    /** Sends one letter, and gives what the inbox got. */
    private static char comesIn(String door, ServerSocket inbox) throws IOException {
        try (Socket sender = dial(door)) {
            sender.getOutputStream().write('m');
            try (Socket stranger = inbox.accept()) {
                return (char) stranger.getInputStream().read();
            }
        }
    }

    /**
     * Says whether the inbox hears of whoever comes to a door. That the port refuses is not asked:
     * once a door is closed, another program on this machine may be given its port.
     */
    private static boolean isLetIn(String door, ServerSocket inbox) throws IOException {
        inbox.setSoTimeout(SOON_MILLIS);
        try (Socket sender = dial(door)) {
            sender.getOutputStream().write('m');
            inbox.accept().close();
            return true;
        } catch (SocketTimeoutException | ConnectException nobody) {
            return false;
        }
    }

    private static Socket dial(String door) throws IOException {
        int colon = door.lastIndexOf(':');
        return new Socket(door.substring(0, colon), Integer.parseInt(door.substring(colon + 1)));
    }
}
