package io.firedrill.systems.pocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.Capability.Pausable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole bank, as its customers see it. */
@RealTime
final class PocketBankTests {
    private final Town town = Town.bank(Map.of());
    private final Customer ada = new Customer(town.system().entry("web"));

    @BeforeEach
    void signIn() {
        assertThat(ada.signIn("ada", "sesame-of-the-toy").status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aTransferIsBookedOnceHoweverOftenItIsSent() {
        Customer.Answer first = ada.transfer("rent", "ada", "ben", 800);
        Customer.Answer again = ada.transfer("rent", "ada", "ben", 800);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(ada.transfer("rent", "ada", "ben", 900).status()).isEqualTo(409);
        assertThat(ada.get("/accounts/ada").json().path("balanceCents").asLong())
                .isEqualTo(Customers.OPENING_CENTS - 800);
        assertThat(ada.get("/transfers?id=rent").json().path("transfers")).hasSize(1);
        assertThat(ada.get("/transfers?id=other").json().path("transfers")).isEmpty();
        assertThat(ada.get("/books").json().toString())
                .isEqualTo("{\"sumCents\":1000000000,\"accounts\":10,\"entriesSumCents\":0}");
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThat(new Customer(town.system().entry("web")).get("/accounts/ada").status())
                .isEqualTo(401);
        assertThat(ada.get("/accounts/ben").status()).isEqualTo(403);
        assertThat(ada.transfer("x", "ben", "ada", 1).status()).isEqualTo(403);
        assertThat(ada.transfer("x", "ada", "ada", 1).status()).isEqualTo(400);
        assertThat(ada.transfer("x", "ada", "zoe", 1).status()).isEqualTo(422);
        assertThat(ada.transfer("x", "ada", "ben", Long.MAX_VALUE).status()).isEqualTo(422);
        assertThat(ada.post("/transfers", List.of("no order")).status()).isEqualTo(400);
        assertThat(ada.get("/nowhere").status()).isEqualTo(404);
        assertThat(ada.signIn("ada", "guess").status()).isEqualTo(401);
    }

    @Test
    void whoLosesThePrimaryLosesNoTransfer() {
        String primary = town.says("db1", "primary") ? "db1" : "db2";
        String other = primary.equals("db1") ? "db2" : "db1";
        assertThat(ada.transfer("rent", "ada", "ben", 800).status()).isEqualTo(201);
        await().until(() -> town.says(other, "primary") != town.says(primary, "primary"));

        town.power(primary, Losable.class).lose();

        await().until(() -> ada.transfer("rent", "ada", "ben", 800).status() == 200);
        assertThat(town.says(other, "primary")).isTrue();
        assertThat(ada.transfer("more", "ada", "ben", 1).status()).isEqualTo(201);

        town.power(primary, Losable.class).bringBack();
        await().until(() -> "running".equals(town.system().witness().state(primary)));
        town.power(other, Crashable.class).crash();
        await().until(() -> ada.get("/transfers?id=more").status() == 200);
        assertThat(ada.get("/transfers?id=more").json().path("transfers")).hasSize(1);
    }

    @Test
    void aFrozenPrimaryThatIsThawedLeadsNoMore() {
        String primary = town.says("db1", "primary") ? "db1" : "db2";
        String other = primary.equals("db1") ? "db2" : "db1";

        town.power(primary, Pausable.class).pause();
        await().until(() -> town.says(other, "primary"));
        town.power(primary, Pausable.class).resume();

        assertThat(town.says(primary, "primary")).isFalse();
        await().until(() -> ada.transfer("rent", "ada", "ben", 1).status() == 201);
        assertThat(town.says(primary, "primary")).isFalse();
    }

    @Test
    void oneDeadPortalIsNotNoticed() {
        town.power("portal-1", Crashable.class).crash();

        for (int i = 0; i < 20; i++) {
            assertThat(ada.get("/accounts/ada").status()).isEqualTo(200);
        }
    }

    @Test
    void whatCanNotBeSetIsNamedBesideWhatCan() {
        assertThatThrownBy(() -> Variants.of(Map.of("elections", "fair")))
                .hasMessageStartingWith("unknown setting 'elections'; known settings: [")
                .hasMessageContaining("election, ");
        assertThatThrownBy(() -> Variants.of(Map.of("election", "fair")))
                .hasMessageStartingWith(
                        "unknown value 'fair' of setting 'election'; known values: [")
                .hasMessageContaining("lease");
    }
}
