package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Defects of the stores, each around what a healthy store answers. */
final class StoreDefects {
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration STALE = Duration.ofMillis(40);
    private static final Duration LATE = Duration.ofMillis(3700);
    private static final int ROOM = 10;

    private StoreDefects() {}

    private static boolean asks(JsonNode question, String what) {
        return question.path("ask").asText().equals(what);
    }

    private static boolean isStore(Seat seat) {
        return PocketBank.STORES.contains(seat.name());
    }

    /** Promoted, but still read-only. */
    static Answering readOnly(Seat seat, Answering own) {
        Spell since = new Spell(seat);
        return question -> {
            if (asks(question, "book") && since.within(Spell.LONG)) {
                throw new Unavailable("this store is read-only");
            }
            return own.answer(question);
        };
    }

    /** Room for ten transfers, then its log is full until somebody makes room. */
    static Answering logFull(Seat seat, Answering own) {
        Spell since = new Spell(seat);
        AtomicInteger booked = new AtomicInteger();
        return question -> {
            boolean full = asks(question, "book") && booked.incrementAndGet() > ROOM;
            if (full && since.within(Spell.LONG)) {
                throw new Unavailable("no space left for the log");
            }
            return own.answer(question);
        };
    }

    /** Refuses transfers that it books all the same. */
    static Answering booksWhatItRefuses(Seat seat, Answering own) {
        Spell since = new Spell(seat);
        return question -> {
            Object answer = own.answer(question);
            if (asks(question, "book") && since.within(A_MOMENT)) {
                throw Refusal.of(409, "CONFLICT", "Another transfer is being booked.");
            }
            return answer;
        };
    }

    /** The books are a cent short, for half of a transfer was lost. */
    static Answering halfATransfer(Seat seat, Answering own) {
        return question -> own.answer(question) instanceof Books books
                ? new Books(books.sumCents() - 1, books.accounts(), books.entriesSumCents() - 1)
                : own.answer(question);
    }

    /** Shows whoever asks the account of somebody else. */
    static Answering somebodyElse(Seat seat, Answering own) {
        return question -> {
            if (asks(question, "account")) {
                int own1 = Customers.ALL.indexOf(question.path("id").asText());
                String other = Customers.ALL.get((own1 + 1) % Customers.ALL.size());
                return own.answer(Json.tree(Json.text(Map.of("ask", "account", "id", other))));
            }
            return own.answer(question);
        };
    }

    /** Was never told whose access is revoked. */
    static Answering forgetsRevocations(Seat seat, Answering own) {
        return question ->
                asks(question, "account") && question.path("id").asText().equals(Customers.REVOKED)
                        ? new Account(Customers.REVOKED, Customers.REVOKED, 0)
                        : own.answer(question);
    }

    /** Reads from a copy that is 40 ms behind. */
    static Answering stale(Seat seat, Answering own) {
        Map<String, Spell> young = new ConcurrentHashMap<>();
        return question -> {
            if (asks(question, "book")) {
                young.put(question.path("order").path("id").asText(), new Spell(seat));
            }
            Spell since = young.get(question.path("id").asText());
            boolean unseen = asks(question, "transfers") && since != null && since.within(STALE);
            return unseen ? List.of() : own.answer(question);
        };
    }

    /** Gives transfers the numbers of older ones, which are then found no more. */
    static Answering.Manner numbersReused() {
        return (seat, own) -> isStore(seat) ? new ReusedNumbers(own) : own;
    }

    /** Counts from one again when it is promoted. */
    private static final class ReusedNumbers implements Answering {
        private final Answering own;
        private final List<String> numbered = new ArrayList<>();
        private final Set<String> overwritten = ConcurrentHashMap.newKeySet();
        private int next;

        ReusedNumbers(Answering own) {
            this.own = own;
        }

        @Override
        public Object answer(JsonNode question) throws IOException {
            Object answer = own.answer(question);
            note(question);
            boolean gone = asks(question, "transfers")
                    && overwritten.contains(question.path("id").asText());
            return gone ? List.of() : answer;
        }

        private synchronized void note(JsonNode question) {
            if (asks(question, "append")) {
                numbered.add(question.path("transfer").path("id").asText());
            } else if (asks(question, "book") && next < numbered.size()) {
                overwritten.add(numbered.get(next++));
            }
        }
    }

    /** Books an order that is repeated once more. */
    static Answering.Manner booksTwice() {
        return (seat, own) -> isStore(seat) ? new BooksTwice(own) : own;
    }

    /** Does not look whether an order has been booked. */
    private static final class BooksTwice implements Answering {
        private static final String AGAIN = "-again";

        private final Answering own;
        private final Set<String> booked = ConcurrentHashMap.newKeySet();

        BooksTwice(Answering own) {
            this.own = own;
        }

        @Override
        public Object answer(JsonNode question) throws IOException {
            if (asks(question, "transfers")) {
                return found(question);
            }
            String id = question.path("order").path("id").asText();
            if (asks(question, "book") && !booked.add(id)) {
                ObjectNode again = question.deepCopy();
                again.withObject("/order").put("id", id + AGAIN);
                own.answer(again);
            }
            return own.answer(question);
        }

        private Object found(JsonNode question) throws IOException {
            ObjectNode again = question.deepCopy();
            again.put("id", question.path("id").asText() + AGAIN);
            List<Object> all = new ArrayList<>((List<?>) own.answer(question));
            all.addAll((List<?>) own.answer(again));
            return all;
        }
    }

    /** Once its host was lost it never follows a leader again. */
    static Answering.Manner neverFollowsAgain() {
        return (seat, own) -> refusesToFollow(seat, own, Duration.ofDays(1));
    }

    /** Once its host was lost it takes long until it follows again. */
    static Answering.Manner followsLate() {
        return (seat, own) -> refusesToFollow(seat, own, LATE);
    }

    private static Answering refusesToFollow(Seat seat, Answering own, Duration lasting) {
        boolean returned = new BankLog(seat.host().disk()).size() > 0;
        Spell since = new Spell(seat);
        return question -> {
            String ask = question.path("ask").asText();
            boolean follow = Set.of("copy", "append", "follow").contains(ask);
            if (returned && follow && since.within(lasting)) {
                throw new Unavailable("this store is still checking its disk");
            }
            return own.answer(question);
        };
    }
}
