package io.firedrill.systems.pocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The parts of which a store is made, one by one, and the lease keeper. */
final class StoresTests {
    private static final List<String> STORES = PocketBank.STORES;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Transfer RENT =
            new Transfer("rent", "ada", "ben", 800, Instant.parse("2026-07-01T00:00:00Z"));

    private final Ledger ledger = new Ledger();
    private Town town;

    @AfterEach
    void close() {
        if (town != null) {
            town.close();
        }
    }

    @Test
    void everyTransferMakesTwoEntriesThatCancelOut() {
        ledger.apply(RENT);

        assertThat(ledger.account("ada").balanceCents()).isEqualTo(Customers.OPENING_CENTS - 800);
        assertThat(ledger.account("ben").balanceCents()).isEqualTo(Customers.OPENING_CENTS + 800);
        assertThat(ledger.books()).isEqualTo(new Books(1_000_000_000, 10, 0));
    }

    @Test
    void aLedgerFollowsFromItsLogAlone() {
        ledger.apply(RENT);

        ledger.replay(List.of());

        assertThat(ledger.account("ada").balanceCents()).isEqualTo(Customers.OPENING_CENTS);
        assertThat(ledger.find("rent")).isEmpty();
    }

    @Test
    void whatCouldNotBeMadeSafeIsNotBooked() {
        Replication broken = new Replication() {
            @Override
            public void begin(long term) {}

            @Override
            public void commit(Transfer transfer) throws IOException {
                throw new Unavailable("no other store");
            }

            @Override
            public void tend() {}
        };
        Clerk clerk = new Clerk(ledger, broken, Clock.systemUTC());

        assertThatThrownBy(() -> clerk.book(new TransferOrder("rent", "ada", "ben", 800)))
                .isInstanceOf(Unavailable.class);
        assertThat(ledger.find("rent")).isEmpty();
    }

    @Test
    void oneLeaseIsGivenAtATime() {
        Seat db1 = keeper();

        assertThat(lease(db1, "db1")).isEqualTo("term 1");
        assertThat(lease(db1, "db2")).isEqualTo("db1 leads");
        assertThat(lease(db1, "db1")).as("renewed").isEqualTo("term 1");
    }

    @Test
    void aLeaseThatIsNotRenewedGoesToWhoeverHasAll() {
        Seat seat = keeper();
        assertThat(lease(seat, "db1")).isEqualTo("term 1");

        await().atMost(SOON.multipliedBy(3)).until(() -> lease(seat, "db2").equals("term 2"));

        assertThat(lease(seat, "db1")).isEqualTo("db2 leads");
    }

    @Test
    void whoWasStruckOffIsNotElected() throws IOException {
        Seat seat = keeper();
        assertThat(lease(seat, "db1")).isEqualTo("term 1");
        ask(seat, Map.of("ask", "electable", "who", "db1", "members", List.of("db1")));

        await().atMost(SOON.multipliedBy(3))
                .until(() -> lease(seat, "db2").equals("db2 does not have all that is booked"));
        assertThat(lease(seat, "db1")).isEqualTo("term 1");
    }

    @Test
    void onlyTheLeaderSaysWhoMayBeElected() {
        Seat seat = keeper();
        assertThat(lease(seat, "db1")).isEqualTo("term 1");

        assertThatThrownBy(() ->
                        ask(seat, Map.of("ask", "electable", "who", "db2", "members", STORES)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("db2 does not lead");
    }

    @Test
    void aKeeperThatDiedRemembersWhoLed() {
        Seat seat = keeper();
        assertThat(lease(seat, "db1")).isEqualTo("term 1");

        town.power("leases", Crashable.class).crash();

        await().until(() -> lease(seat, "db2").equals("db1 leads"));
        assertThat(lease(seat, "db1")).isEqualTo("term 1");
    }

    private Seat keeper() {
        Times times = Times.usual();
        AtomicReference<Seat> seat = new AtomicReference<>();
        town = Town.of(
                Part.of("leases", new LeaseKeeper(BankParts.healthy().with(times), STORES))
                        .restartedAfter(Duration.ofMillis(20)),
                Part.of("asker", host -> seat.set(new Seat(host, times))));
        return seat.get();
    }

    private static String lease(Seat seat, String who) {
        try {
            return "term " + ask(seat, Map.of("ask", "lease", "who", who));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String ask(Seat seat, Map<String, ?> question) throws IOException {
        return seat.caller("leases", LeaseKeeper.PORT)
                .call(question, SOON)
                .path("term")
                .asText();
    }

    @Test
    void aFollowerObeysTheNewestLeaderOnly() {
        List<String> said = new CopyOnWriteArrayList<>();
        town = Town.of(Part.of("db2", host -> follow(host, said)));

        assertThat(said)
                .containsExactly(
                        "follows",
                        "follows",
                        "has 2 lines, not 1",
                        "follows",
                        "term 6 is over, this is 7",
                        "logged [rent]");
    }

    private static void follow(Host host, List<String> said) {
        BankLog log = new BankLog(host.disk());
        Follower follower = new Follower(new Seat(host, Times.usual()), log);
        said.add(hear(follower, Map.of("ask", "copy", "term", 6, "log", List.of(RENT))));
        Map<String, Object> append =
                Map.of("ask", "append", "term", 6, "lines", 1, "transfer", RENT);
        said.add(hear(follower, append));
        said.add(hear(follower, append));
        said.add(hear(follower, Map.of("ask", "copy", "term", 7, "log", List.of(RENT))));
        said.add(hear(follower, Map.of("ask", "follow", "term", 6, "lines", 1)));
        List<String> ids = new ArrayList<>();
        log.all().forEach(transfer -> ids.add(transfer.id()));
        said.add("logged " + ids);
    }

    private static String hear(Follower follower, Map<String, ?> words) {
        try {
            follower.answer(Json.tree(Json.text(words)));
            return "follows";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
