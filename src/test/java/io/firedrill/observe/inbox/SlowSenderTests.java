package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that say something, but never a whole line. */
class SlowSenderTests {
    private static final Duration WITHIN = Duration.ofMillis(300);

    private final Caught caught = new Caught();

    @AfterEach
    void nothingIsLeft() {
        Caught.nothingIsLeft();
    }

    @Test
    void whoIsSilentIsLeft() throws Exception {
        try (Doorman doorman = impatient();
                Talker talker = new Talker(doorman.port())) {
            assertThat(talker.hear()).startsWith("220 ");

            assertThat(talker.hear()).isEqualTo("421 4.4.2 provider waited too long");
            assertThat(talker.gone()).isTrue();
        }
    }

    @Test
    void whoTricklesIsLeftAsWell() throws Exception {
        try (Doorman doorman = impatient();
                Talker talker = new Talker(doorman.port())) {
            assertThat(talker.hear()).startsWith("220 ");
            Thread trickle = new Thread(() -> trickle(talker), "trickle");
            trickle.start();

            assertThat(talker.hear()).isEqualTo("421 4.4.2 provider waited too long");
            trickle.join(Caught.PATIENCE.toMillis());
            assertThat(trickle.isAlive()).isFalse();
        }
    }

    private Doorman impatient() {
        SmtpPost post = new SmtpPost(caught.taking("smtp", Map.of()));
        SmtpSession.Terms terms =
                new SmtpSession.Terms("provider", Optional.empty(), Optional.empty(), WITHIN);
        return Doorman.open(new Doorman.Order(
                "inbox-slow",
                "421\r\n",
                socket -> new SmtpSession(post, terms, new Wire(socket, caught.clock())).talk()));
    }

    private void trickle(Talker talker) {
        try {
            while (true) {
                talker.send("x");
                caught.clock().waitUntil(caught.clock().nanos() + 20_000_000L);
            }
        } catch (SocketException left) {
            return; // what is to be shown
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
