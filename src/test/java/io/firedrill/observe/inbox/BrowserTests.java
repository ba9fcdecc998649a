package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.Ports;
import io.firedrill.journal.SystemClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTests {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final SystemClock clock = new SystemClock();
    private volatile boolean enough;

    @AfterEach
    void nothingIsLeft() {
        Caught.nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n\r\n<p>"})
    void anAnswerThatNeverComesOrTricklesForEverIsNone(String begin)
            throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                Browser browser = browser(server.getLocalPort())) {
            Thread host = new Thread(() -> trickle(server, begin), "host");
            host.start();
            browser.open();

            Browser.Page page = browser.get("/");

            assertThat(page).isEqualTo(new Browser.Page(-1, "", "no answer in time"));
            enough = true;
            host.join(Caught.PATIENCE.toMillis());
        }
    }

    @Test
    void whatNobodyAnswersIsRefused() throws IOException {
        try (Socket nobody = Ports.refusing();
                Browser browser = browser(nobody.getLocalPort())) {
            browser.open();

            assertThat(browser.get("/")).isEqualTo(new Browser.Page(-1, "", "refused"));
        }
    }

    @Test
    void whatIsAskedAfterTheCloseIsBrokenOff() throws IOException {
        try (Host host = new Host().shows("/", "x")) {
            Browser browser = browser(host.port());
            browser.open();
            browser.close();

            assertThat(browser.get("/")).isEqualTo(new Browser.Page(-1, "", "broken off"));
            assertThat(host.asked()).isZero();
        }
    }

    @Test
    void aRedirectIsAnAnswer() throws IOException {
        try (Host host = new Host().shows("/", "x");
                Browser browser = browser(host.port())) {
            host.answers(302);
            browser.open();

            assertThat(browser.get("/").code()).isEqualTo(302);
            assertThat(browser.get("/").answered()).isTrue();
        }
    }

    private Browser browser(int port) {
        return new Browser(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), clock, PATIENCE);
    }

    private void trickle(ServerSocket server, String begin) {
        try (Socket reader = server.accept()) {
            OutputStream out = reader.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            while (!enough) {
                out.write(begin.isEmpty() ? new byte[0] : new byte[] {'x'});
                out.flush();
                clock.waitUntil(clock.nanos() + Duration.ofMillis(20).toNanos());
            }
        } catch (IOException gaveUp) {
            return; // what is to be shown
        }
    }
}
