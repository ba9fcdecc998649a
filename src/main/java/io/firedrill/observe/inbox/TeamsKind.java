package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Optional;

/**
 * Chat over Microsoft Teams: incoming webhooks, which answer {@code 1} to a message card, and
 * workflows, which answer 202 to an adaptive card.
 */
public final class TeamsKind implements InboxKind {

    @Override
    public String speaks() {
        return "teams";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Teams::new);
    }

    /** Answers as Teams does. */
    private record Teams(Desk desk) implements Provider {

        @Override
        public Reply answer(Request request) {
            if (!request.method().equals("POST")) {
                return Reply.text(405, "Method Not Allowed").with("Allow", "POST");
            }
            Optional<JsonNode> card = request.object();
            if (card.isEmpty()) {
                return Reply.text(400, "Bad payload received by generic incoming webhook.");
            }
            String text = CardText.of(card.get());
            if (text.isBlank()) {
                return Reply.text(400, "Summary or Text is required.");
            }
            desk.take(
                    request,
                    new Arrivals.Message("", Desk.id(), text, desk.readJson(request.text(), text)));
            return isWorkflow(request) ? Reply.empty(202) : Reply.text(200, "1");
        }

        /** An incoming webhook says 200 even then: the sender has to read the text. */
        @Override
        public Reply tooMany(Request request) {
            Reply reply = isWorkflow(request)
                    ? Reply.text(429, "Too Many Requests").with("Retry-After", "1")
                    : Reply.text(
                            200,
                            "Webhook message delivery failed with error: Microsoft Teams endpoint"
                                    + " returned HTTP error 429 with ContextId " + Desk.id());
            return reply.refusing("");
        }

        private static boolean isWorkflow(Request request) {
            return request.path().contains("/workflows/")
                    || request.object().map(card -> card.has("attachments")).orElse(false);
        }
    }
}
