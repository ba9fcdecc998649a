package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firedrill.NeedsDocker;
import io.firedrill.systems.bank.PortalClient.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

/** Two portals on one real PostgreSQL. */
@NeedsDocker
@Timeout(60)
class BankPortalIT {
    private static final long SUM = Schema.OPENING_CENTS * Schema.CUSTOMERS.size();

    private static PostgresContainer postgres;
    private static BankPortal portal1;
    private static BankPortal portal2;

    private final PortalClient anybody = new PortalClient(portal1);
    private final PortalClient ada = new PortalClient(portal1).signedIn("ada", "right");
    private final PortalClient adaElsewhere = new PortalClient(portal2).signedIn("ada", "right");
    private final PortalClient ben = new PortalClient(portal2).signedIn("ben", "right");

    @BeforeAll
    static void start() {
        assumeTrue(
                System.getProperty("firedrill.mode", "auto").equals("containers")
                        || DockerClientFactory.instance().isDockerAvailable(),
                "no Docker here");
        postgres = new PostgresContainer();
        postgres.start();
        // Both at once, on an empty database: only one of them may make the tables.
        portal1 = BankPortal.start(PortalSettings.from(environment()));
        portal2 = BankPortal.start(PortalSettings.from(environment()));
        awaitReady(portal1);
        awaitReady(portal2);
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            portal1.close();
            portal2.close();
            postgres.stop();
        }
    }

    @AfterEach
    void theBooksBalance() {
        assertThat(anybody.get("/books").body())
                .hasToString("{\"sumCents\":" + SUM + ",\"accounts\":10,\"entriesSumCents\":0}");
    }

    @Test
    void aWrongPasswordAndAnUnknownCustomerGetTheSameAnswer() {
        var wrong = anybody.signIn("ada", "wrong");
        var unknown = anybody.signIn("zoe", "wrong");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void aCustomerSeesTheirOwnAccountAndNoOther() {
        assertThat(ada.get("/accounts").body().at("/accounts/0/id").asText()).isEqualTo("ada");
        assertThat(ada.get("/accounts/ada").body().get("owner").asText()).isEqualTo("ada");
        assertThat(ada.get("/accounts/ben").errorCode()).isEqualTo("FOREIGN_ACCOUNT");
        assertThat(ada.get("/accounts/zoe").errorCode()).isEqualTo("FOREIGN_ACCOUNT");
        assertThat(ada.get("/accounts/ben/statement").status()).isEqualTo(403);
        assertThat(ada.transfer("steal", "ben", "ada", 1).status()).isEqualTo(403);
    }

    @Test
    void aTransferMovesMoneyOnceHoweverOftenItIsSent(TestInfo test) {
        long before = balance(ben, "ben");

        var first = ada.transfer(id(test), "ada", "ben", 125);
        var again = adaElsewhere.transfer(id(test), "ada", "ben", 125);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(new Answer(200, first.body()));
        assertThat(balance(ben, "ben")).isEqualTo(before + 125);
        assertThat(transfersFound(ada, id(test))).isEqualTo(1);
        assertThat(transfersFound(ben, id(test))).isEqualTo(1);
    }

    @Test
    void whatIsSentTwiceAtOnceIsBookedOnce(TestInfo test) throws Exception {
        long before = balance(ben, "ben");

        List<Answer> answers = atOnce(
                8, i -> (i % 2 == 0 ? ada : adaElsewhere).transfer(id(test), "ada", "ben", 7));

        assertThat(statuses(answers)).containsOnly(entry(201, 1L), entry(200, 7L));
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(balance(ben, "ben")).isEqualTo(before + 7);
    }

    @Test
    void withoutIdempotencyWhatIsSentAgainIsBookedAgain(TestInfo test) {
        Map<String, String> forgetful = new HashMap<>(environment());
        forgetful.put("IDEMPOTENCY", "off");
        try (BankPortal portal3 = BankPortal.start(PortalSettings.from(forgetful))) {
            awaitReady(portal3);
            var adaThere = new PortalClient(portal3).signedIn("ada", "right");
            long before = balance(ben, "ben");

            var first = adaThere.transfer(id(test), "ada", "ben", 5);
            var again = adaThere.transfer(id(test), "ada", "ben", 5);

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body().get("id").asText()).isEqualTo(id(test));
            assertThat(balance(ben, "ben")).isEqualTo(before + 10);
            assertThat(transfersFound(adaThere, id(test))).isEqualTo(2);
        }
    }

    @Test
    void anAnswerThatIsKeptComesAfterTheBooking(TestInfo test) throws Exception {
        Map<String, String> slow = new HashMap<>(environment());
        slow.put("ANSWER_AFTER", "PT2S");
        try (BankPortal portal3 = BankPortal.start(PortalSettings.from(slow))) {
            awaitReady(portal3);
            var adaThere = new PortalClient(portal3).signedIn("ada", "right");

            var answer = later(() -> adaThere.transfer(id(test), "ada", "ben", 1));
            await("booked").until(() -> transfersFound(adaThere, id(test)) == 1);

            assertThat(answer.isDone()).isFalse();
            assertThat(answer.get().status()).isEqualTo(201);
        }
    }

    @Test
    void anIdThatWasUsedForAnotherTransferIsRefused(TestInfo test) {
        ada.transfer(id(test), "ada", "ben", 1);

        assertThat(ada.transfer(id(test), "ada", "ben", 2).status()).isEqualTo(409);
        assertThat(ada.transfer(id(test), "ada", "cleo", 1).errorCode()).isEqualTo("ID_TAKEN");
        assertThat(ben.transfer(id(test), "ben", "ada", 1).status()).isEqualTo(409);
    }

    @Test
    void nobodySpendsWhatTheyDoNotHave(TestInfo test) {
        var answer = ada.transfer(id(test), "ada", "ben", balance(ada, "ada") + 1);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCode()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(transfersFound(ada, id(test))).isZero();
        assertThat(ada.transfer(id(test), "ada", "ben", 1).status()).isEqualTo(201);
    }

    @Test
    void aRepeatIsFoundBookedThoughTheMoneyIsGone(TestInfo test) {
        long all = balance(ada, "ada");

        assertThat(ada.transfer(id(test), "ada", "ben", all).status()).isEqualTo(201);
        assertThat(ada.transfer(id(test), "ada", "ben", all).status()).isEqualTo(200);
        assertThat(balance(ada, "ada")).isZero();
        assertThat(ben.transfer(id(test) + "-back", "ben", "ada", all).status()).isEqualTo(201);
    }

    @Test
    void anAccountThatIsNotThereIsToldSo() {
        assertThat(ada.transfer("gone", "ada", "zoe", 1).errorCode()).isEqualTo("UNKNOWN_ACCOUNT");
    }

    @Test
    void transfersThatCrossEachOtherNeitherLockUpNorLoseACent(TestInfo test) throws Exception {
        long adaBefore = balance(ada, "ada");

        List<Answer> answers = atOnce(
                60,
                i -> i % 2 == 0
                        ? ada.transfer(id(test) + i, "ada", "ben", 3)
                        : ben.transfer(id(test) + i, "ben", "ada", 2));

        assertThat(statuses(answers)).containsOnly(entry(201, 60L));
        assertThat(balance(ada, "ada")).isEqualTo(adaBefore - 30 * 3 + 30 * 2);
    }

    @Test
    void theStatementHasTheNewestEntryFirst(TestInfo test) {
        ada.transfer(id(test) + 1, "ada", "ben", 1);
        ada.transfer(id(test) + 2, "ada", "cleo", 2);

        var lines = ada.get("/accounts/ada/statement?limit=2").body().get("entries");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).get("cents").asInt()).isEqualTo(-2);
        assertThat(lines.get(0).get("counterparty").asText()).isEqualTo("cleo");
        assertThat(lines.get(1).get("transfer").asText()).isEqualTo(id(test) + 1);
    }

    @Test
    void aSilentDatabaseIsToldInTimeAndForgivenWhenItIsBack(TestInfo test) {
        postgres.pause();
        Answer answer;
        Duration took;
        try {
            long start = System.nanoTime();
            answer = ada.transfer(id(test), "ada", "ben", 1);
            took = Duration.ofNanos(System.nanoTime() - start);
            await("not ready").atMost(Duration.ofSeconds(5)).until(() -> !isReady(portal1));
        } finally {
            postgres.unpause();
        }

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.errorCode()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        awaitReady(portal1);
        awaitReady(portal2);
        await("booked").atMost(Duration.ofSeconds(10)).until(() -> {
            int status = ada.transfer(id(test), "ada", "ben", 1).status();
            return status == 201 || status == 200;
        });
        assertThat(transfersFound(ada, id(test))).isEqualTo(1);
    }

    @Test
    void aPortalThatStopsAnswersWhatIsUnderWayFirst(TestInfo test) throws Exception {
        Map<String, String> patient = new HashMap<>(environment());
        patient.put("DB_TIME_LIMITS", "off");
        BankPortal portal3 = BankPortal.start(PortalSettings.from(patient));
        int port = portal3.port();
        awaitReady(portal3);
        var adaThere = new PortalClient(portal3).signedIn("ada", "right");
        try (Connection other = DriverManager.getConnection(postgres.url(), "bank", "unused")) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from account where id = 'ada' for update");
            var answer = later(() -> adaThere.transfer(id(test), "ada", "ben", 1));
            await("under way").until(() -> transfersThatWait(other) == 1);

            var stopped = later(() -> {
                portal3.close();
                return true;
            });
            await("no more requests").until(() -> isRefused(port));
            other.rollback();

            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(stopped.get()).isTrue();
        }
    }

    /** A portal that hung up instead would leave its place in the queue taken for a second more. */
    @Test
    void whoWaitsForABusyAccountIsToldSoAndKeepsTheConnection(TestInfo test) throws Exception {
        try (Connection other = DriverManager.getConnection(postgres.url(), "bank", "unused")) {
            ada.transfer(id(test), "ada", "ben", 1);
            String before = sessionsOfPortals(other);
            other.setAutoCommit(false);
            other.createStatement().execute("select from account where id = 'ada' for update");

            Answer answer = ada.transfer(id(test) + 2, "ada", "ben", 1);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.errorCode()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(transfersThatWait(other)).isZero();
            other.rollback();
            assertThat(sessionsOfPortals(other)).isEqualTo(before);
            assertThat(ada.transfer(id(test) + 2, "ada", "ben", 1).status()).isEqualTo(201);
        }
    }

    @Test
    void connectionsThatTheDatabaseEndsAreReplaced() throws Exception {
        ada.get("/accounts/ada");

        postgres.execInContainer(
                "psql",
                "--host=/tmp",
                "--username=bank",
                "--dbname=postgres",
                "--command=select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and backend_type = 'client backend'");

        await("served again")
                .atMost(Duration.ofSeconds(5))
                .until(() -> ada.get("/accounts/ada").status() == 200);
        awaitReady(portal1);
        awaitReady(portal2);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PORT", "0",
                "BANK_PASSWORD", "right",
                "BANK_TOKEN_SECRET", "secret",
                "DB_USER", "bank",
                "DB_PASSWORD", "unused",
                "DB_URL", postgres.url());
    }

    private static void awaitReady(BankPortal portal) {
        await("ready")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isReady(portal));
    }

    private static boolean isReady(BankPortal portal) {
        return new PortalClient(portal).get("/ready").status() == 200;
    }

    private static boolean isRefused(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }

    private static int transfersThatWait(Connection connection) throws SQLException {
        return Integer.parseInt(asked(connection, "count(*)", " and wait_event_type = 'Lock'"));
    }

    private static String sessionsOfPortals(Connection connection) throws SQLException {
        return asked(connection, "string_agg(pid::text, ' ' order by pid)", "");
    }

    private static String asked(Connection connection, String what, String which)
            throws SQLException {
        String sql = "select " + what + " from pg_stat_activity where application_name = 'portal'"
                + which;
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static <T> Future<T> later(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what);
    }

    private static String id(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName();
    }

    private static long balance(PortalClient customer, String account) {
        return customer.get("/accounts/" + account).body().get("balanceCents").asLong();
    }

    private static int transfersFound(PortalClient customer, String id) {
        return customer.get("/transfers?id=" + id).body().get("transfers").size();
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static List<Answer> atOnce(int times, Function<Integer, Answer> request)
            throws Exception {
        ExecutorService customers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer>> futures = IntStream.range(0, times)
                    .mapToObj(i -> customers.submit(() -> request.apply(i)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            customers.shutdownNow();
        }
    }
}
