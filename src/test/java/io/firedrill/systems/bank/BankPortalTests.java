package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A portal whose database is not there: what it answers all the same. */
@RealTime
@Timeout(20)
class BankPortalTests {

    private static BankPortal portal;

    private final PortalClient client = new PortalClient(portal);

    @BeforeAll
    static void startWithoutADatabase() {
        portal = BankPortal.start(PortalSettings.from(Map.of(
                "PORT", "0",
                "BANK_PASSWORD", "p",
                "BANK_TOKEN_SECRET", "secret",
                "DB_PASSWORD", "d",
                "DB_URL", "jdbc:postgresql://127.0.0.1:1/bank")));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void itLivesButIsNotReady() {
        assertThat(client.get("/live").status()).isEqualTo(200);
        assertThat(client.get("/ready").status()).isEqualTo(503);
    }

    @Test
    void aCustomerHearsThatTheDatabaseIsAway() {
        var answer = client.signIn("ada", "p");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.errorCode()).isEqualTo("DATABASE_UNAVAILABLE");
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        assertThat(client.get("/accounts/ada").errorCode()).isEqualTo("SIGN_IN_NEEDED");
        assertThat(client.transfer("a", "ada", "ben", 1).status()).isEqualTo(401);
    }

    @Test
    void malformedRequestsAreRefusedBeforeTheDatabaseIsAsked() {
        var ada = client.withToken(new Sessions("secret", Duration.ofMinutes(1), Clock.systemUTC())
                .issue("ada")
                .token());

        assertThat(ada.post("/transfers", "{\"id\":").errorCode()).isEqualTo("NOT_JSON");
        assertThat(ada.post("/transfers", "{\"id\":1,\"id\":2}").errorCode()).isEqualTo("NOT_JSON");
        assertThat(ada.post("/transfers", "{}").body().at("/error/problems")).hasSize(4);
        assertThat(ada.get("/accounts/ada/statement?limit=0").status()).isEqualTo(400);
        assertThat(ada.get("/transfers").status()).isEqualTo(400);
    }

    @Test
    void whatIsTooLargeOrNotThereIsSaidInTheSameWay() {
        assertThat(client.post("/sessions", " ".repeat(20_000)).errorCode()).isEqualTo("HTTP_413");
        assertThat(client.get("/nothing").errorCode()).isEqualTo("HTTP_404");
        assertThat(client.post("/books", "").errorCode()).isEqualTo("HTTP_405");
    }
}
