package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.traffic.StubServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealTime
class HttpJourneyTests {
    private static final Visit VISIT = new Visit("ada", "ben", 7, "w-1");
    private static final JourneySpec READ =
            Shop.read(Shop.get("/accounts/{who}", Map.of("owner", "{who}")));
    private static final JourneySpec WRITE = Shop.write(Shop.buying());

    /** Of attempts that are to run into it: long enough to set out on a busy machine. */
    private static final Duration SHORT = Duration.ofMillis(700);

    private final SystemClock clock = new SystemClock();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void stopTimers() {
        timers.shutdownNow();
    }

    @Test
    void aGoodAnswerIsOk() throws IOException {
        Experience seen = once(READ, asked -> json(200, "{\"owner\": \"ada\"}"), 1);

        assertThat(seen.outcome()).isEqualTo(Outcome.OK);
        assertThat(seen.reason()).isEqualTo(AttemptReason.NONE);
        assertThat(seen.detail()).isEmpty();
        assertThat(seen.sent()).isPositive().isLessThan(seen.end());
    }

    @Test
    void aRefusedConnectionFailsAlsoAWrite() throws IOException {
        Experience read = attempt(READ, StubServer.closedPort());
        Experience write = attempt(WRITE, StubServer.closedPort());

        expect(read, Outcome.FAILED, AttemptReason.REFUSED);
        expect(write, Outcome.FAILED, AttemptReason.REFUSED);
        assertThat(write.detail())
                .startsWith("POST /orders: ")
                .endsWith("failed: Connection refused");
    }

    @Test
    void aConnectionResetBeforeTheRequestIsAResetAndNeverTriedAgain() throws IOException {
        try (StubServer stub = StubServer.resettingOnAccept()) {
            Experience seen = attempt(READ, stub.address());

            expect(seen, Outcome.FAILED, AttemptReason.RESET);
            assertThat(stub.connections()).isEqualTo(1);
        }
    }

    @Test
    void aResetAfterTheRequestLeavesAWriteUnknown() throws IOException {
        expect(once(READ, asked -> new Reply.Reset(), 1), Outcome.FAILED, AttemptReason.RESET);
        expect(once(WRITE, asked -> new Reply.Reset(), 1), Outcome.UNKNOWN, AttemptReason.RESET);
    }

    @Test
    void silenceIsATimeoutAndLeavesAWriteUnknown() throws IOException {
        Experience read = once(inShort(READ), asked -> new Reply.Silence(), 1);
        Experience write = once(inShort(WRITE), asked -> new Reply.Silence(), 1);

        expect(read, Outcome.FAILED, AttemptReason.TIMEOUT);
        expect(write, Outcome.UNKNOWN, AttemptReason.TIMEOUT);
        assertThat(write.detail()).isEqualTo("no answer within 700 ms");
        assertThat(write.status()).isNull();
        assertThat(Duration.ofNanos(write.end() - write.sent()))
                .isGreaterThan(SHORT.minusMillis(500));
    }

    @Test
    void aConnectionThatNeverComesAboutIsATimeoutAndNothingCanHaveBeenWritten() throws IOException {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int visitor = 0; visitor < 8; visitor++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
                crowd.add(channel);
            }
            Experience seen = attempt(
                    inShort(WRITE),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()));

            expect(seen, Outcome.FAILED, AttemptReason.TIMEOUT);
        } finally {
            for (SocketChannel channel : crowd) {
                channel.close();
            }
        }
    }

    /** Forty, each to an idle client: by the client's own means alone, some would stay open. */
    @Test
    void aStalledBodyIsATimeoutAndItsConnectionIsClosed() throws IOException {
        Reply stalled = new Reply.StalledAfter(StubServer.head(200, 100) + "{\"owner\":");
        try (StubServer stub = StubServer.answering(asked -> stalled);
                HttpJourney journey = journey(inShort(READ), stub.address())) {
            List<CompletionStage<Experience>> attempts = new ArrayList<>();
            for (int number = 1; number <= 40; number++) {
                int arrived = number;
                attempts.add(journey.setOut(VISIT));
                await("arrival")
                        .pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> stub.arrivals().size() == arrived);
            }

            assertThat(attempts)
                    .allSatisfy(attempt ->
                            expect(join(attempt), Outcome.FAILED, AttemptReason.TIMEOUT));
            await("closed by us")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> stub.openConnections() == 0);
            assertThat(stub.arrivals()).hasSize(40);
        }
    }

    @Test
    void halfAnAnswerIsAReset() throws IOException {
        Reply half = new Reply.Raw(StubServer.head(200, 100) + "{\"owner\":");

        expect(once(READ, asked -> half, 1), Outcome.FAILED, AttemptReason.RESET);
        expect(once(WRITE, asked -> half, 1), Outcome.UNKNOWN, AttemptReason.RESET);
    }

    @Test
    void anAnswerThatIsNoHttpIsABadBody() throws IOException {
        Reply garbage = new Reply.Raw("SSH-2.0-OpenSSH_9.2\r\n\r\n");

        expect(once(READ, asked -> garbage, 1), Outcome.FAILED, AttemptReason.BODY);
    }

    @Test
    void anErrorStatusLeavesAWriteUnknownUnlessItSaysNo() throws IOException {
        Experience read = once(READ, asked -> json(503, ""), 1);
        Experience write = once(WRITE, asked -> json(503, ""), 1);
        Experience refused = once(WRITE, asked -> json(409, ""), 1);

        expect(read, Outcome.FAILED, AttemptReason.STATUS);
        expect(write, Outcome.UNKNOWN, AttemptReason.STATUS);
        expect(refused, Outcome.FAILED, AttemptReason.STATUS);
        assertThat(write.detail()).isEqualTo("POST /orders: status 503, expected 200, 201");
        assertThat(write.status()).isEqualTo(503);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        Experience seen = once(READ, asked -> json(302, ""), 1);

        expect(seen, Outcome.FAILED, AttemptReason.STATUS);
    }

    @Test
    void aWrongBodyIsSaidWithBothValues() throws IOException {
        Experience seen = once(READ, asked -> json(200, "{\"owner\": \"ben\"}"), 1);

        expect(seen, Outcome.FAILED, AttemptReason.BODY);
        assertThat(seen.detail()).isEqualTo("GET /accounts/{who}: owner is ben, expected ada");
    }

    @Test
    void aWriteAfterAnEarlierStepFailedWasNeverMade() throws IOException {
        JourneySpec twoSteps = Shop.write(Shop.get("/basket", Map.of()), Shop.buying());

        Experience seen = once(twoSteps, asked -> new Reply.Reset(), 1);

        expect(seen, Outcome.FAILED, AttemptReason.RESET);
    }

    @Test
    void aWriteIsUnknownWhereOnlyItsConfirmationFailed() throws IOException {
        HttpStep confirm = Shop.get("/orders/{write}", Map.of());
        JourneySpec twoSteps = Shop.write(Shop.buying(), confirm);

        Experience seen = once(
                twoSteps,
                asked -> asked.method().equals("POST") ? json(201, "{}") : json(404, ""),
                2);

        expect(seen, Outcome.UNKNOWN, AttemptReason.STATUS);
    }

    @Test
    void connectionsAreUsedAgainAndAStaleOneIsAResetNotASecondTry() throws IOException {
        Function<StubServer.Asked, Reply> secondDies = asked -> asked.path().equals("/accounts/ada")
                ? json(200, "{\"owner\": \"ada\"}")
                : new Reply.Reset();
        try (StubServer stub = StubServer.answering(secondDies);
                HttpJourney journey = journey(READ, stub.address())) {
            await("a connection used again").atMost(Duration.ofSeconds(10)).until(() -> {
                attempt(journey);
                return stub.connections() < stub.arrivals().size();
            });
            Experience second = join(journey, new Visit("ben", "ada", 8, "w-2"));

            expect(second, Outcome.FAILED, AttemptReason.RESET);
            assertThat(stub.arrivals("/accounts/ben")).isEqualTo(1);
        }
    }

    @Test
    void requestsAreHttp11WithoutUpgrade() throws IOException {
        try (StubServer stub = StubServer.answering(asked -> json(201, "{}"))) {
            attempt(WRITE, stub.address());

            StubServer.Asked asked = stub.arrivals().get(0);
            assertThat(asked.version()).isEqualTo("HTTP/1.1");
            assertThat(asked.headers()).doesNotContainKeys("upgrade", "http2-settings");
            assertThat(asked.headers().get("content-type")).startsWith("application/json");
            assertThat(asked.body()).isEqualTo("{\"id\":\"w-1\"}");
        }
    }

    private static JourneySpec inShort(JourneySpec spec) {
        return Shop.lasting(spec, SHORT);
    }

    private Experience once(
            JourneySpec spec, Function<StubServer.Asked, Reply> script, int arrivals)
            throws IOException {
        try (StubServer stub = StubServer.answering(script)) {
            Experience seen = attempt(spec, stub.address());
            assertThat(stub.arrivals()).as("requests that arrived").hasSize(arrivals);
            return seen;
        }
    }

    private Experience attempt(JourneySpec spec, InetSocketAddress address) {
        try (HttpJourney journey = journey(spec, address)) {
            return attempt(journey);
        }
    }

    private static Experience attempt(HttpJourney journey) {
        return join(journey, VISIT);
    }

    private static Experience join(HttpJourney journey, Visit visit) {
        return join(journey.setOut(visit));
    }

    private static Experience join(CompletionStage<Experience> attempt) {
        return attempt.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private HttpJourney journey(JourneySpec spec, InetSocketAddress address) {
        return new HttpJourney(
                new HttpJourney.Order(spec, Shop.system(spec), address, 50), timers, clock);
    }

    private static void expect(Experience seen, Outcome outcome, AttemptReason reason) {
        assertThat(seen.outcome()).as(seen.toString()).isEqualTo(outcome);
        assertThat(seen.reason()).as(seen.toString()).isEqualTo(reason);
    }
}
