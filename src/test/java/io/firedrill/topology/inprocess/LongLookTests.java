package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongLookTests {
    private static final Duration AT_MOST = Duration.ofMillis(400);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Answers one customer so, once it has greeted with two bytes. */
    private void answering(Behaviour behaviour) {
        CompletableFuture.runAsync(() -> {
            try (Socket customer = server.accept()) {
                customer.setTcpNoDelay(true);
                customer.getInputStream().readNBytes(2);
                behaviour.with(customer);
            } catch (IOException gone) {
                // the test looks at what its own end saw
            }
        });
    }

    @FunctionalInterface
    private interface Behaviour {
        void with(Socket customer) throws IOException;
    }

    private LinkView look() {
        InetSocketAddress there =
                new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        return new LongLook(System::nanoTime, AT_MOST).at(there, "0102");
    }

    @Test
    void countsWhatCameUntilTheEnd() {
        answering(customer -> customer.getOutputStream().write(new byte[100_000]));

        LinkView view = look();

        assertThat(view.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(view.traffic().sent()).isEqualTo(2);
        assertThat(view.traffic().received()).isEqualTo(100_000);
        assertThat(view.traffic().ended()).isTrue();
        assertThat(view.traffic().pieces()).isPositive();
        assertThat(view.traffic().lastMillis()).isGreaterThanOrEqualTo(view.answerMillis());
    }

    @Test
    void anOpenConnectionHasNoEnd() {
        answering(customer -> {
            customer.getOutputStream().write(7);
            customer.getInputStream().read();
        });

        LinkView view = look();

        assertThat(view.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(view.traffic().received()).isEqualTo(1);
        assertThat(view.traffic().ended()).isFalse();
    }

    @Test
    void anEndWithoutAByteIsClosedOrReset() {
        answering(customer -> {});
        assertThat(look().outcome()).isEqualTo(Outcome.CLOSED);

        answering(customer -> customer.setSoLinger(true, 0));
        LinkView reset = look();
        assertThat(reset.outcome()).isEqualTo(Outcome.RESET);
        assertThat(reset.traffic().ended()).isTrue();
    }

    @Test
    void silenceAndRefusalAreToldApart() throws IOException {
        answering(customer -> customer.getInputStream().read());
        assertThat(look().outcome()).isEqualTo(Outcome.DATA_SILENT);

        server.close();
        assertThat(look().outcome()).isEqualTo(Outcome.REFUSED);
    }
}
