package io.firedrill.systems.pocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.Program;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Where the front sends customers. */
final class FrontTests {
    private static final WebRequest READ = new WebRequest("GET", "/accounts/ada", null, "");
    private static final WebRequest WRITE = new WebRequest("POST", "/transfers", null, "{}");

    @Test
    void onlyWhatDidNoHarmIsTriedAgain() {
        Retry retry = new RetryWhereSafe();
        IOException refused = new WebCall.NotConnected(new IOException("refused"));
        IOException broken = new IOException("connection reset");
        IOException late = new SocketTimeoutException("too late");

        assertThat(retry.mayTryAnother(WRITE, refused)).isTrue();
        assertThat(retry.mayTryAnother(READ, refused)).isTrue();
        assertThat(retry.mayTryAnother(WRITE, broken)).isFalse();
        assertThat(retry.mayTryAnother(READ, broken)).isTrue();
        assertThat(retry.mayTryAnother(WRITE, late)).isFalse();
        assertThat(retry.mayTryAnother(READ, late)).isFalse();
    }

    @Test
    void aPortalThatIsNotReadyIsTakenOutAndTakenInAgain() {
        AtomicBoolean ready = new AtomicBoolean(true);
        try (Town town = Town.of(
                Part.of("portal-1", portal("one", ready)),
                Part.of("portal-2", portal("two", new AtomicBoolean(true))),
                Part.of("front", new Front(BankParts.healthy())))) {
            Customer customer = new Customer(town.system().entry("web"));

            ready.set(false);
            await().until(() -> !serves("one", customer));
            assertThat(serves("two", customer)).isTrue();

            ready.set(true);
            await().until(() -> serves("one", customer));
        }
    }

    /** Asks often enough that chance would meet both. */
    private static boolean serves(String portal, Customer customer) {
        boolean served = false;
        for (int i = 0; i < 12; i++) {
            served |= customer.get("/").json().path("portal").asText().equals(portal);
        }
        return served;
    }

    private static Program portal(String name, AtomicBoolean ready) {
        return host -> host.network().serve(Portal.PORT, new WebServer(request -> {
            boolean asked = request.path().equals("/ready");
            int status = asked && !ready.get() ? 503 : 200;
            return new WebAnswer(status, "{\"portal\": \"" + name + "\"}");
        }));
    }
}
