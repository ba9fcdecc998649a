package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** A portal: what customers see of the bank. Keeps nothing, so any portal serves anybody. */
final class Portal implements Program {
    static final int PORT = 8080;

    private final BankParts parts;

    Portal(BankParts parts) {
        this.parts = parts;
    }

    @Override
    public void start(Host host) throws IOException {
        Seat seat = new Seat(host, parts.times());
        Readiness readiness = parts.readiness().make(seat);
        Desk desk = new Desk(new Bank(seat), readiness);
        host.network().serve(PORT, new WebServer(parts.manners().around(seat, desk)));
        host.console().healthy(readiness::isReady);
    }

    /** The portal while it runs. */
    private static final class Desk implements WebServer.Pages {
        private static final Problem UNAVAILABLE =
                new Problem(503, "DATABASE_UNAVAILABLE", "Try again, with the same id.");

        private final Bank bank;
        private final Readiness readiness;
        private final Tokens tokens = new Tokens(Clock.systemUTC());

        Desk(Bank bank, Readiness readiness) {
            this.bank = bank;
            this.readiness = readiness;
        }

        @Override
        public WebAnswer answer(WebRequest request) {
            try {
                return page(request);
            } catch (Refusal refusal) {
                return WebAnswer.of(refusal.problem());
            } catch (IOException notNow) {
                return WebAnswer.of(UNAVAILABLE);
            }
        }

        private WebAnswer page(WebRequest request) throws IOException {
            String path = request.path();
            return switch (request.method() + " " + path) {
                case "POST /sessions" -> signIn(body(request));
                case "POST /transfers" -> book(request);
                case "GET /transfers" -> transfers(request);
                case "GET /books" -> WebAnswer.of(200, bank.books());
                case "GET /ready" -> ready();
                case "GET /live" -> WebAnswer.of(200, Map.of("live", true));
                default -> account(request);
            };
        }

        private static JsonNode body(WebRequest request) {
            try {
                return Json.tree(request.body());
            } catch (IOException e) {
                throw Refusal.of(400, "NOT_JSON", "The request's body is not JSON.");
            }
        }

        private WebAnswer signIn(JsonNode body) {
            String customer = Customers.signIn(
                    body.path("customer").asText(), body.path("password").asText());
            return WebAnswer.of(201, tokens.issue(customer));
        }

        private WebAnswer book(WebRequest request) throws IOException {
            String customer = tokens.customer(request.authorization());
            TransferOrder order = TransferOrder.from(body(request));
            requireOwn(customer, order.from());
            JsonNode booking = bank.book(order);
            int status = booking.path("isNew").asBoolean() ? 201 : 200;
            return WebAnswer.of(status, booking.path("transfer"));
        }

        private WebAnswer transfers(WebRequest request) throws IOException {
            tokens.customer(request.authorization());
            String id = request.parameter("id");
            return WebAnswer.of(200, Map.of("transfers", bank.transfers(id)));
        }

        private WebAnswer account(WebRequest request) throws IOException {
            String prefix = "/accounts/";
            if (!request.isRead() || !request.path().startsWith(prefix)) {
                throw Refusal.of(404, "NOT_FOUND", "There is no such page.");
            }
            String id = request.path().substring(prefix.length());
            requireOwn(tokens.customer(request.authorization()), id);
            return WebAnswer.of(200, bank.account(id));
        }

        private static void requireOwn(String customer, String account) {
            if (!customer.equals(account)) {
                throw Refusal.of(
                        403, "FOREIGN_ACCOUNT", "'" + account + "' is not an account of yours.");
            }
        }

        private WebAnswer ready() {
            boolean ready = readiness.isReady();
            return WebAnswer.of(ready ? 200 : 503, Map.of("ready", ready));
        }
    }
}
