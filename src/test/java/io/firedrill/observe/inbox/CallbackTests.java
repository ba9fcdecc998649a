package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTests {
    private static final Callback.Sent HELLO =
            new Callback.Sent("text/plain; charset=utf-8", "hello", Map.of("X-One", "1"));

    @Test
    void aSenderOnThisMachineIsCalled() throws IOException {
        try (Sender sender = new Sender().answering(202, "thanks");
                Callback callback = new Callback()) {
            Callback.Outcome outcome = callback.post(URI.create(sender.at("/a?b=c")), HELLO);

            assertThat(outcome).isEqualTo(new Callback.Outcome(202, "thanks"));
            assertThat(outcome.words()).isEqualTo("the sender was told");
            assertThat(sender.awaited(1).get(0).path()).isEqualTo("/a?b=c");
            assertThat(sender.awaited(1).get(0).body()).isEqualTo("hello");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (Sender sender = new Sender().answering(302, "");
                Callback callback = new Callback()) {
            Callback.Outcome outcome = callback.post(URI.create(sender.at("/")), HELLO);

            assertThat(outcome.words()).isEqualTo("the sender was not told: HTTP 302");
            assertThat(sender.awaited(1)).hasSize(1);
        }
    }

    @Test
    void whoDoesNotListenIsSaid() throws IOException {
        try (Socket nobody = Ports.refusing();
                Callback callback = new Callback()) {
            Callback.Outcome outcome = callback.post(
                    URI.create("http://127.0.0.1:" + nobody.getLocalPort() + "/"), HELLO);

            assertThat(outcome.ok()).isFalse();
            assertThat(outcome.words()).startsWith("the sender was not told: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/",
                "http://198.51.100.7/latest",
                "http://bank.example/",
                "http://127.0.0.1.example/",
                "http://0.0.0.0/",
                "http://[2001:db8::1]/"
            })
    void nobodyElseIsCalled(String elsewhere) {
        try (Callback callback = new Callback()) {
            Callback.Outcome outcome = callback.post(URI.create(elsewhere), HELLO);

            assertThat(outcome.body()).endsWith("is not on this machine; allowed: 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/path", "ftp://127.0.0.1/", "http:", "http://", "not an address"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(Callback.address(text)).isEmpty();
    }
}
