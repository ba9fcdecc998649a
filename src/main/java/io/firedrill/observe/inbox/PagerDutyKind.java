package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.journal.Fact;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pager over PagerDuty's Events API v2, with somebody on call. */
public final class PagerDutyKind implements InboxKind {

    @Override
    public String speaks() {
        return "pagerduty";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, desk -> new PagerDuty(desk, new OnCall(desk)));
    }

    /** Answers as PagerDuty does. */
    private record PagerDuty(Desk desk, OnCall onCall) implements Provider {
        private static final String TRIGGER = "trigger";
        private static final Set<String> ACTIONS = Set.of(TRIGGER, "acknowledge", "resolve");
        private static final Set<String> SEVERITIES =
                Set.of("critical", "error", "warning", "info");

        @Override
        public Reply answer(Request request) {
            if (!request.path().equals("/v2/enqueue") || !request.method().equals("POST")) {
                return Reply.json(404, status("not found", "Not Found"));
            }
            Optional<JsonNode> event = request.object();
            List<String> errors = event.map(this::errors)
                    .orElseGet(() -> List.of("JSON is malformed or not an object"));
            return errors.isEmpty() ? processed(request, event.orElseThrow()) : invalid(errors);
        }

        @Override
        public Reply tooMany(Request request) {
            ObjectNode body = status(
                    "throttle exceeded",
                    "Requests for this service are arriving too quickly. Please retry later.");
            body.putArray("errors").add("Enqueue API rate limit exceeded");
            return Reply.json(429, body).with("Retry-After", "1").refusing(OnCall.ROLE);
        }

        private List<String> errors(JsonNode event) {
            List<String> errors = new ArrayList<>();
            String key = event.path("routing_key").asText("");
            if (key.isBlank()) {
                errors.add("'routing_key' is missing or blank");
            } else if (!desk.accepts("token", key)) {
                errors.add("'routing_key' is not one of this account");
            }
            String action = event.path("event_action").asText("");
            if (!ACTIONS.contains(action)) {
                errors.add("'event_action' is not one of trigger, acknowledge, resolve");
            } else if (action.equals(TRIGGER)) {
                addErrorsOfPayload(event.path("payload"), errors);
            } else if (event.path("dedup_key").asText("").isBlank()) {
                errors.add("'dedup_key' is missing or blank");
            }
            return errors;
        }

        private static void addErrorsOfPayload(JsonNode payload, List<String> errors) {
            for (String field : List.of("summary", "source", "severity")) {
                if (payload.path(field).asText("").isBlank()) {
                    errors.add("'payload." + field + "' is missing or blank");
                }
            }
            String severity = payload.path("severity").asText("");
            if (!severity.isBlank() && !SEVERITIES.contains(severity)) {
                errors.add("'payload.severity' is invalid (must be one of the following:"
                        + " 'critical', 'warning', 'error' or 'info')");
            }
        }

        private Reply processed(Request request, JsonNode event) {
            String given = event.path("dedup_key").asText("");
            String key = given.isBlank() ? Desk.id() : given;
            String action = event.path("event_action").asText();
            String text = event.path("payload").path("summary").asText("");
            Reading reading = desk.readJson(request.text(), text)
                    .with(Fact.ACTION, action)
                    .with(Fact.INCIDENT, key);
            desk.take(request, new Arrivals.Message(OnCall.ROLE, Desk.id(), text, reading));
            if (action.equals(TRIGGER)) {
                onCall.paged(new OnCall.Page(
                        key, text, event.path("client_url").asText(""), request.end()));
            } else {
                onCall.noLongerAsked(key);
            }
            return Reply.json(202, status("success", "Event processed").put("dedup_key", key));
        }

        private static Reply invalid(List<String> errors) {
            ObjectNode body = status("invalid event", "Event object is invalid");
            errors.forEach(body.putArray("errors")::add);
            return Reply.json(400, body).refusing(OnCall.ROLE);
        }

        private static ObjectNode status(String status, String message) {
            return Json.object().put("status", status).put("message", message);
        }
    }
}
