package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One of the two stores: leads, or follows the other one. */
final class Store implements Program {
    static final int PORT = 5432;

    private final BankParts parts;
    private final String other;

    Store(BankParts parts, String other) {
        this.parts = parts;
        this.other = other;
    }

    @Override
    public void start(Host host) throws IOException {
        Seat seat = new Seat(host, parts.times());
        Desk desk = new Desk(seat, parts, other);
        host.network().serve(PORT, new AnswerService(parts.manners().around(seat, desk)));
        host.console().answers("primary", desk::leads);
        desk.archive(seat).open(parts.backup());
        host.console().healthy(desk::isWell);
    }

    /** The store while it runs. */
    private static final class Desk implements Answering {
        private final BankLog log;
        private final Ledger ledger = new Ledger();
        private final Follower follower;
        private final Replication replication;
        private final Election election;
        private final Clerk clerk;

        Desk(Seat seat, BankParts parts, String other) {
            this.log = new BankLog(seat.host().disk());
            this.follower = new Follower(seat, log);
            this.replication = parts.replication().make(seat, log, other);
            this.clerk = new Clerk(ledger, replication, Clock.systemUTC());
            this.election = parts.election().make(seat, this::takeOver);
            seat.host().work().every(seat.times().renewal(), this::tend);
        }

        Archive archive(Seat seat) {
            return new Archive(seat, log, clerk);
        }

        boolean leads() {
            return election.leads();
        }

        boolean isWell() {
            return leads() || follower.follows();
        }

        private void takeOver(long term) throws IOException {
            follower.lead(term);
            ledger.replay(log.all());
            replication.begin(term);
        }

        private void tend() {
            if (leads()) {
                replication.tend();
            }
        }

        @Override
        public Object answer(JsonNode question) throws IOException {
            String ask = question.path("ask").asText();
            return switch (ask) {
                case "role" -> Map.of("leads", leads());
                case "copy", "append", "follow" -> follower.answer(question);
                default -> lead(ask, question);
            };
        }

        /** What only the leader answers. */
        private Object lead(String ask, JsonNode question) throws IOException {
            if (!leads()) {
                throw new Unavailable("this store does not lead");
            }
            String id = question.path("id").asText();
            return switch (ask) {
                case "ready" -> Map.of("ready", true);
                case "book" -> book(TransferOrder.from(question.path("order")));
                case "account" -> ledger.account(Customers.admitted(id));
                case "transfers" -> ledger.find(id).map(List::of).orElse(List.of());
                case "books" -> ledger.books();
                default -> throw new Unavailable("unknown question '" + ask + "'");
            };
        }

        private Booking book(TransferOrder order) throws IOException {
            Customers.admitted(order.from());
            return clerk.book(order);
        }
    }
}
