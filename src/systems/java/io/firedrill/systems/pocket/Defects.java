package io.firedrill.systems.pocket;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What only sabotaged banks are set to: for each setting a name, and the part it puts in. */
final class Defects {
    static final Map<String, Map<String, UnaryOperator<BankParts>>> ALL = Map.of(
            "election",
            Map.of(
                    "one-round-more", parts -> parts.with(ElectionDefects::oneRoundMore),
                    "old-data", parts -> parts.with(ElectionDefects::oldData),
                    "from-its-old-log", parts -> parts.with(ElectionDefects::fromItsOldLog)),
            "replication",
            Map.of("lagging", parts -> parts.with(LaggingReplication::new)),
            "leases",
            Map.of(
                    "never-expire", answers(KeeperDefects.neverExpires()),
                    "clock-set-back", answers(KeeperDefects.clockSetBack()),
                    "two-at-a-time", answers(KeeperDefects.twoLeases()),
                    "back-to-the-first", answers(KeeperDefects.prefersTheFirst())),
            "stores",
            Map.of(
                    "read-only", promoted(StoreDefects::readOnly),
                    "log-full", promoted(StoreDefects::logFull),
                    "books-what-it-refuses", promoted(StoreDefects::booksWhatItRefuses),
                    "half-a-transfer", promoted(StoreDefects::halfATransfer),
                    "somebody-else", promoted(StoreDefects::somebodyElse),
                    "stale", promoted(StoreDefects::stale),
                    "numbers-reused", answers(StoreDefects.numbersReused()),
                    "books-twice", answers(StoreDefects.booksTwice()),
                    "never-follows-again", answers(StoreDefects.neverFollowsAgain()),
                    "follows-late", answers(StoreDefects.followsLate())),
            "access",
            Map.of("revocations-forgotten", promoted(StoreDefects::forgetsRevocations)),
            "portals",
            Map.of(
                    "error-body", portals(WebDefects::errorBody),
                    "no-accounts", portals(WebDefects::noAccounts),
                    "half-open", portals(WebDefects::halfOpen),
                    "second-serves-nobody", pages("portal-2", WebDefects::serveNobody),
                    "hang", parts -> parts.with(WebDefects::hangs),
                    "book-nothing", parts -> parts.with(WebDefects::booksNothing)),
            "readiness",
            Map.of(
                    "always", parts -> parts.with(HealthDefects::always),
                    "never", parts -> parts.with(HealthDefects::never),
                    "first-life", parts -> parts.with(HealthDefects::inItsFirstLife),
                    "in-sympathy", parts -> parts.with(HealthDefects::inSympathy)),
            "routing",
            Map.of("believes-for-long", parts -> parts.with(HealthDefects::believesForLong)),
            "front-check",
            Map.of("wrong-one", parts -> parts.with(HealthDefects::takesTheWrongOneOut)),
            "front",
            Map.of(
                    "slow", pages("front", WebDefects::slow),
                    "mostly-down", pages("front", WebDefects.flaps(millis(50), millis(500))),
                    "mostly-up", pages("front", WebDefects.flaps(millis(500), millis(50)))));

    private Defects() {}

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static UnaryOperator<BankParts> answers(Answering.Manner defect) {
        return parts -> parts.with(defect);
    }

    private static UnaryOperator<BankParts> promoted(Answering.Manner defect) {
        return parts -> parts.with(SincePromotion.shows(defect));
    }

    private static UnaryOperator<BankParts> portals(WebServer.Manner defect) {
        return pages("portal", defect);
    }

    private static UnaryOperator<BankParts> pages(String part, WebServer.Manner defect) {
        return parts -> parts.with(SinceOutage.shows(part, defect));
    }
}
