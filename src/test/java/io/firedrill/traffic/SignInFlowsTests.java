package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Outcome;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.SignIn;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.traffic.StubServer.Asked;
import io.firedrill.traffic.StubServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OAuth 2 clients, and cookies. */
final class SignInFlowsTests {
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger tokens = new AtomicInteger();

    @AfterEach
    void stopTimers() {
        timers.shutdownNow();
    }

    @Test
    void aClientGetsItsTokenByBasicAndSendsItAsBearer() throws IOException {
        try (StubServer stub = StubServer.answering(shop(3600, asked -> json(200, "{}")));
                HttpJourney journey = journey(client(false, ""), stub, stub)) {
            assertThat(go(journey).outcome()).isEqualTo(Outcome.OK);
            assertThat(go(journey).outcome()).isEqualTo(Outcome.OK);

            Asked token = stub.arrivals().get(0);
            String basic = Base64.getEncoder()
                    .encodeToString(("till+1:" + Shop.PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertThat(token.path()).isEqualTo("/oauth/token");
            assertThat(token.headers())
                    .containsEntry("authorization", "Basic " + basic)
                    .hasEntrySatisfying(
                            "content-type",
                            type -> assertThat(type)
                                    .startsWith("application/x-www-form-urlencoded"));
            assertThat(token.body().split("&"))
                    .containsExactlyInAnyOrder(
                            "grant_type=client_credentials", "scope=orders%3Awrite");
            assertThat(stub.arrivals("/oauth/token")).isEqualTo(1);
            assertThat(stub.arrivals())
                    .filteredOn(asked -> asked.path().equals("/orders"))
                    .hasSize(2)
                    .allSatisfy(asked -> assertThat(asked.headers())
                            .containsEntry("authorization", "Bearer token-0001-abcdef"));
        }
    }

    @Test
    void aClientMayPutItsSecretIntoTheForm() throws IOException {
        try (StubServer stub = StubServer.answering(shop(3600, asked -> json(200, "{}")));
                HttpJourney journey = journey(client(true, ""), stub, stub)) {
            go(journey);

            assertThat(stub.arrivals().get(0).body().split("&"))
                    .contains("client_id=till+1", "client_secret=" + Shop.PASSWORD);
            assertThat(stub.arrivals().get(0).headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void tokensMayComeFromAnotherEntry() throws IOException {
        try (StubServer identity = StubServer.answering(shop(3600, asked -> json(404, "")));
                StubServer stub = StubServer.answering(asked -> json(200, "{}"));
                HttpJourney journey = journey(client(false, "identity"), stub, identity)) {
            assertThat(go(journey).outcome()).isEqualTo(Outcome.OK);

            assertThat(identity.arrivals()).extracting(Asked::path).containsExactly("/oauth/token");
            assertThat(stub.arrivals()).extracting(Asked::path).containsExactly("/orders");
        }
    }

    @Test
    void aTokenIsReplacedBeforeItExpires() throws IOException {
        try (StubServer stub = StubServer.answering(shop(0, asked -> json(200, "{}")));
                HttpJourney journey = journey(client(false, ""), stub, stub)) {
            go(journey);
            go(journey);

            assertThat(stub.arrivals("/oauth/token")).isEqualTo(2);
        }
    }

    @Test
    void aRefusedTokenIsReplacedOnceWithinTheAttempt() throws IOException {
        Function<Asked, Reply> secondOnly =
                asked -> asked.headers().get("authorization").contains("0002")
                        ? json(200, "{}")
                        : json(401, "{}");
        try (StubServer stub = StubServer.answering(shop(3600, secondOnly));
                HttpJourney journey = journey(client(false, ""), stub, stub)) {
            assertThat(go(journey).outcome()).isEqualTo(Outcome.OK);

            assertThat(stub.arrivals())
                    .extracting(Asked::path)
                    .containsExactly("/oauth/token", "/orders", "/oauth/token", "/orders");
        }
    }

    @Test
    void aRefusedClientIsNamedByItsErrorCodeWithoutItsSecret() throws IOException {
        Function<Asked, Reply> refuses = asked ->
                json(401, "{\"error\": \"invalid_client\", \"s\": \"" + Shop.PASSWORD + "\"}");
        try (StubServer stub = StubServer.answering(refuses);
                HttpJourney journey = journey(client(false, ""), stub, stub)) {
            Experience seen = go(journey);

            assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(seen.detail())
                    .isEqualTo(
                            "sign-in: POST /oauth/token: status 401, expected 200 (invalid_client)");
        }
    }

    @Test
    void anAnswerWithoutATokenIsAFailure() throws IOException {
        try (StubServer stub = StubServer.answering(asked -> json(200, "{\"token\": \"x\"}"));
                HttpJourney journey = journey(client(false, ""), stub, stub)) {
            assertThat(go(journey).detail())
                    .isEqualTo("sign-in: POST /oauth/token: $['access_token'] is absent,"
                            + " needed for {access_token}");
        }
    }

    @Test
    void eachCustomerKeepsCookiesOfTheirOwn() throws IOException {
        try (StubServer stub = StubServer.answering(website(cookie -> true));
                HttpJourney journey = journey(browser(), stub, stub)) {
            go(journey, "ann");
            go(journey, "bob");
            go(journey, "ann");

            assertThat(stub.arrivals())
                    .filteredOn(asked -> asked.path().equals("/orders"))
                    .extracting(asked -> asked.headers().get("cookie"))
                    .containsExactly(
                            "csrf=c1; session=session-of-ann",
                            "csrf=c1; session=session-of-bob",
                            "csrf=c1; session=session-of-ann");
            assertThat(stub.arrivals())
                    .filteredOn(asked ->
                            asked.path().equals("/login") && asked.method().equals("POST"))
                    .extracting(asked -> asked.headers().get("cookie"))
                    .as("between the requests of a sign-in")
                    .containsExactly("csrf=c1", "csrf=c1");
        }
    }

    @Test
    void cookiesThatAreTakenAwayOrRenewedLaterAreFollowed() throws IOException {
        AtomicInteger visits = new AtomicInteger();
        Function<Asked, Reply> renews = asked -> asked.path().equals("/login")
                ? website(cookie -> true).apply(asked)
                : new Reply.Raw(head(
                        200,
                        visits.incrementAndGet() == 1
                                ? "session=renewed-session; Path=/"
                                : "session=; Max-Age=0",
                        "csrf=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
        try (StubServer stub = StubServer.answering(renews);
                HttpJourney journey = journey(browser(), stub, stub)) {
            go(journey, "ann");
            go(journey, "ann");
            go(journey, "ann");

            assertThat(stub.arrivals())
                    .filteredOn(asked -> asked.path().equals("/orders"))
                    .extracting(asked -> asked.headers().getOrDefault("cookie", ""))
                    .containsExactly(
                            "csrf=c1; session=session-of-ann", "session=renewed-session", "");
        }
    }

    @Test
    void whoIsSentBackToTheLoginSignsInAgain() throws IOException {
        AtomicInteger asks = new AtomicInteger();
        try (StubServer stub =
                        StubServer.answering(website(cookie -> asks.incrementAndGet() != 2));
                HttpJourney journey = journey(browser(), stub, stub)) {
            assertThat(go(journey, "ann").outcome()).isEqualTo(Outcome.OK);
            assertThat(go(journey, "ann").outcome()).isEqualTo(Outcome.OK);

            assertThat(stub.arrivals())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .as("signed in twice")
                    .hasSize(2);
        }
    }

    /** A site with a form, a cookie against forgery, and a session; 302 leads back to the form. */
    private static Function<Asked, Reply> website(java.util.function.Predicate<String> lets) {
        return asked -> {
            if (asked.path().equals("/orders")) {
                String cookie = asked.headers().getOrDefault("cookie", "");
                return lets.test(cookie) ? json(200, "{}") : json(302, "");
            }
            boolean post = asked.method().equals("POST");
            String who = asked.body().replaceAll(".*user=(\\w+).*", "$1");
            return new Reply.Raw(head(
                    post ? 303 : 200,
                    post
                            ? "session=session-of-" + who + "; HttpOnly; SameSite=Lax; Max-Age=900"
                            : "csrf=c1; Path=/"));
        };
    }

    private static String head(int status, String... cookies) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n");
        for (String cookie : cookies) {
            head.append("Set-Cookie: ").append(cookie).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private Function<Asked, Reply> shop(int life, Function<Asked, Reply> rest) {
        return asked -> asked.path().equals("/oauth/token")
                ? json(
                        200,
                        ("{\"access_token\": \"token-000%d-abcdef\", \"token_type\": \"Bearer\","
                                        + " \"expires_in\": %d}")
                                .formatted(tokens.incrementAndGet(), life))
                : rest.apply(asked);
    }

    private static SignIn client(boolean inForm, String entry) {
        return new SignIn(
                "password",
                List.of(),
                Map.of(),
                401,
                false,
                Optional.of(new SignIn.OAuth2Client(
                        Optional.of(entry).filter(name -> !name.isEmpty()),
                        "/oauth/token",
                        "till 1",
                        "${SHOP_PASSWORD}",
                        inForm ? Optional.empty() : Optional.of("orders:write"),
                        inForm)));
    }

    private static SignIn browser() {
        HttpStep form = new HttpStep(
                "POST",
                "/login",
                Map.of(),
                Optional.empty(),
                Map.of("user", "{who}", "password", "{password}"),
                Set.of(303),
                Map.of(),
                Map.of());
        return new SignIn(
                "password",
                List.of(Shop.get("/login", Map.of()), form),
                Map.of(),
                302,
                true,
                Optional.empty());
    }

    private HttpJourney journey(SignIn signIn, StubServer stub, StubServer identity) {
        JourneySpec spec = Shop.signedIn(Shop.read(Shop.get("/orders", Map.of())), "ann", "bob");
        SystemSpec shop = Shop.system(spec);
        SystemSpec system = new SystemSpec(
                shop.name(),
                shop.title(),
                shop.tier(),
                shop.folder(),
                shop.blueprint(),
                shop.components(),
                shop.entries(),
                shop.links(),
                shop.roles(),
                Map.of("password", signIn),
                shop.journeys(),
                shop.secrets());
        HttpJourney.Order order = new HttpJourney.Order(
                spec, system, stub.address(), 50, entry -> identity.address());
        return new HttpJourney(order, timers, new SystemClock());
    }

    private static Experience go(HttpJourney journey) {
        return go(journey, "ann");
    }

    private static Experience go(HttpJourney journey, String who) {
        return journey.setOut(new Visit(who, "bob", 0, "w-1"))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
