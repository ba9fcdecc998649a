package io.firedrill.systems.bank;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the portal answers to whom. */
final class PortalRoutes {

    private static final int MOST_LINES = 500;

    private final Customers customers;
    private final Sessions sessions;
    private final Ledger ledger;
    private final Readiness readiness;
    private final ObjectMapper json;

    PortalRoutes(Customers customers, Sessions sessions, Ledger ledger, Readiness readiness) {
        this.customers = customers;
        this.sessions = sessions;
        this.ledger = ledger;
        this.readiness = readiness;
        this.json = PortalJson.mapper();
    }

    void register() {
        post("/sessions", this::signIn);
        get("/accounts", this::accounts);
        get("/accounts/{id}", this::account);
        get("/accounts/{id}/statement", this::statement);
        post("/transfers", this::book);
        get("/transfers", this::transfers);
        get("/books", context -> context.json(ledger.books()));
        get("/ready", this::ready);
        get("/live", context -> context.json(Map.of("live", true)));
    }

    private void signIn(Context context) {
        String customer = customers.signIn(Credentials.from(body(context)));
        context.status(201).json(sessions.issue(customer));
    }

    private void accounts(Context context) {
        context.json(Map.of("accounts", ledger.accounts(customer(context))));
    }

    private void account(Context context) {
        context.json(ledger.account(customer(context), context.pathParam("id")));
    }

    private void statement(Context context) {
        String customer = customer(context);
        int limit = limit(context.queryParam("limit"));
        context.json(Map.of("entries", ledger.statement(customer, context.pathParam("id"), limit)));
    }

    private void book(Context context) {
        String customer = customer(context);
        Booking booking = ledger.book(customer, TransferOrder.from(body(context)));
        context.status(booking.isNew() ? 201 : 200).json(booking.transfer());
    }

    private void transfers(Context context) {
        String customer = customer(context);
        String id = context.queryParam("id");
        if (id == null || !RequestFields.isIdentifier(id)) {
            throw Refusal.invalid(List.of(
                    new Problem("BAD_IDENTIFIER", "Say which transfer: /transfers?id=...", "id")));
        }
        context.json(Map.of("transfers", ledger.transfers(customer, id)));
    }

    private void ready(Context context) {
        Optional<String> problem = readiness.problem();
        context.status(problem.isEmpty() ? 200 : 503)
                .json(problem.<Map<String, Object>>map(why -> Map.of("ready", false, "why", why))
                        .orElse(Map.of("ready", true)));
    }

    private String customer(Context context) {
        return sessions.customer(context.header("Authorization"));
    }

    private JsonNode body(Context context) {
        try {
            return json.readTree(context.body());
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw Refusal.invalid(List.of(
                    new Problem("NOT_JSON", "The request's body is not JSON" + where + ".")));
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return 50;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST_LINES) {
            throw Refusal.invalid(List.of(new Problem(
                    "OUT_OF_RANGE", "'limit' must be from 1 to " + MOST_LINES + ".", "limit")));
        }
        return Integer.parseInt(text);
    }
}
