package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.traffic.StubServer.Asked;
import io.firedrill.traffic.StubServer.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInsTests {
    private static final JourneySpec READ =
            Shop.signedIn(Shop.read(Shop.get("/me", Map.of("owner", "{who}"))), "ada", "ben");

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger tokens = new AtomicInteger();

    @AfterEach
    void stopTimers() {
        timers.shutdownNow();
    }

    @Test
    void manyAttemptsOfOneCustomerShareOneSignIn() throws IOException {
        try (StubServer stub =
                        StubServer.answering(bank(asked -> json(200, "{\"owner\": \"ada\"}")));
                HttpJourney journey = journey(READ, stub)) {
            List<CompletableFuture<Experience>> attempts = IntStream.range(0, 30)
                    .mapToObj(number -> new Visit("ada", "ben", number, "w" + number))
                    .map(visit -> journey.setOut(visit).toCompletableFuture())
                    .toList();

            assertThat(attempts)
                    .allSatisfy(
                            attempt -> assertThat(join(attempt).outcome()).isEqualTo(Outcome.OK));
            assertThat(stub.arrivals("/sessions")).isEqualTo(1);
            assertThat(stub.arrivals("/me")).isEqualTo(30);
        }
    }

    @Test
    void eachCustomerSignsInWithTheSecretFromTheEnvironment() throws IOException {
        try (StubServer stub =
                        StubServer.answering(bank(asked -> json(200, "{\"owner\": \"ada\"}")));
                HttpJourney journey = journey(READ, stub)) {
            go(journey, "ada");
            go(journey, "ben");

            assertThat(stub.arrivals())
                    .filteredOn(asked -> asked.path().equals("/sessions"))
                    .extracting(Asked::body)
                    .allSatisfy(body ->
                            assertThat(body).contains("\"password\":\"" + Shop.PASSWORD + "\""))
                    .hasSize(2);
            assertThat(stub.arrivals().get(1).headers())
                    .containsEntry("authorization", "Bearer token-0001-abcdef");
        }
    }

    /**
     * Found by a drill: one sign-in's {write} and {peer} had stood in for those of all later
     * visits.
     */
    @Test
    void aSignInTakesNothingFromLaterVisitsButWhatItKeeps() throws IOException {
        JourneySpec mine = Shop.signedIn(
                Shop.read(Shop.get("/own/{who}/{peer}/{number}/{write}", Map.of())), "ada", "ben");
        try (StubServer stub = StubServer.answering(bank(asked -> json(200, "{}")));
                HttpJourney journey = journey(mine, stub)) {
            journey.setOut(new Visit("ada", "ben", 1, "w1"))
                    .toCompletableFuture()
                    .join();
            journey.setOut(new Visit("ada", "cleo", 2, "w2"))
                    .toCompletableFuture()
                    .join();

            assertThat(stub.arrivals("/own/ada/ben/1/w1")).isEqualTo(1);
            assertThat(stub.arrivals("/own/ada/cleo/2/w2")).isEqualTo(1);
        }
    }

    @Test
    void aRefusedTokenLeadsToOneNewSignInAndOneMoreTry() throws IOException {
        Function<Asked, Reply> secondTokenOnly =
                asked -> asked.headers().get("authorization").contains("0002")
                        ? json(200, "{\"owner\": \"ada\"}")
                        : json(401, "");
        try (StubServer stub = StubServer.answering(bank(secondTokenOnly));
                HttpJourney journey = journey(READ, stub)) {
            Experience seen = go(journey, "ada");

            assertThat(seen.outcome()).isEqualTo(Outcome.OK);
            assertThat(stub.arrivals())
                    .extracting(Asked::path)
                    .containsExactly("/sessions", "/me", "/sessions", "/me");
        }
    }

    @Test
    void aTokenRefusedTwiceIsAFailureNotALoop() throws IOException {
        try (StubServer stub = StubServer.answering(bank(asked -> json(401, "")));
                HttpJourney journey = journey(READ, stub)) {
            Experience seen = go(journey, "ada");

            assertThat(seen.reason()).isEqualTo(AttemptReason.STATUS);
            assertThat(seen.detail()).isEqualTo("GET /me: status 401, expected 200");
            assertThat(stub.arrivals("/me")).isEqualTo(2);
            assertThat(stub.arrivals("/sessions")).isEqualTo(2);
        }
    }

    @Test
    void aFailingSignInFailsTheAttemptAndIsTriedAgainByTheNext() throws IOException {
        JourneySpec write = Shop.signedIn(Shop.write(Shop.buying()), "ada");
        AtomicInteger asks = new AtomicInteger();
        Function<Asked, Reply> firstFails =
                asked -> asked.path().equals("/sessions") && asks.getAndIncrement() == 0
                        ? json(503, "")
                        : bank(order -> json(201, "{}")).apply(asked);
        try (StubServer stub = StubServer.answering(firstFails);
                HttpJourney journey = journey(write, stub)) {
            Experience first = go(journey, "ada");
            Experience second = go(journey, "ada");

            assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(first.reason()).isEqualTo(AttemptReason.STATUS);
            assertThat(first.detail())
                    .isEqualTo("sign-in: POST /sessions: status 503, expected 201");
            assertThat(first.status()).isEqualTo(503);
            assertThat(second.outcome()).isEqualTo(Outcome.OK);
        }
    }

    @Test
    void noSecretIsQuotedEvenWhereTheSystemEchoesIt() throws IOException {
        Function<Asked, Reply> echo = asked -> json(
                200,
                "{\"owner\": \"" + asked.headers().get("authorization") + " " + Shop.PASSWORD
                        + "\"}");
        try (StubServer stub = StubServer.answering(bank(echo));
                HttpJourney journey = journey(READ, stub)) {
            Experience seen = go(journey, "ada");

            assertThat(seen.detail()).isEqualTo("GET /me: owner is *** ***, expected ada");
        }
    }

    @Test
    void aMissingSecretIsOurOwnFailureAndNamedOnly() throws IOException {
        JourneySpec spec = new JourneySpec(
                "look",
                "web",
                Shop.DEADLINE,
                READ.as().map(as -> new JourneySpec.Identity("password", as.who(), "${NOT_THERE}")),
                READ.steps(),
                false,
                false,
                READ.reconcile());
        try (StubServer stub = StubServer.answering(bank(asked -> json(200, "{}")));
                HttpJourney journey = journey(spec, stub)) {
            Experience seen = go(journey, "ada");

            assertThat(seen.reason()).isEqualTo(AttemptReason.HARNESS);
            assertThat(seen.detail()).isEqualTo("no value for ${NOT_THERE}");
            assertThat(stub.arrivals()).isEmpty();
        }
    }

    private Function<Asked, Reply> bank(Function<Asked, Reply> rest) {
        return asked -> asked.path().equals("/sessions")
                ? json(
                        201,
                        "{\"token\": \"token-000%d-abcdef\"}".formatted(tokens.incrementAndGet()))
                : rest.apply(asked);
    }

    private HttpJourney journey(JourneySpec spec, StubServer stub) {
        HttpJourney.Order order =
                new HttpJourney.Order(spec, Shop.system(spec), stub.address(), 50);
        return new HttpJourney(order, timers, new SystemClock());
    }

    private static Experience go(HttpJourney journey, String who) {
        return join(journey.setOut(new Visit(who, "ben", 0, "w-1")).toCompletableFuture());
    }

    private static Experience join(CompletableFuture<Experience> attempt) {
        return attempt.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
