package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Optional;

/**
 * Somebody's own endpoint that takes any JSON. Where the channel has a {@code secret}, each body
 * must be signed: {@code X-Signature: sha256=} and its HMAC-SHA256 in hexadecimal digits.
 */
public final class WebhookKind implements InboxKind {

    @Override
    public String speaks() {
        return "webhook";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Webhook::new);
    }

    /** Answers as such endpoints do. */
    private record Webhook(Desk desk) implements Provider {
        private static final String SCHEME = "sha256=";

        @Override
        public Reply answer(Request request) {
            if (!request.sends()) {
                return error(405, "only POST and PUT are taken").with("Allow", "POST, PUT");
            }
            if (!isSigned(request)) {
                return error(401, "X-Signature is missing or does not match the body");
            }
            Optional<JsonNode> json = Json.read(request.text());
            if (json.isEmpty()) {
                return error(400, "the body is not JSON");
            }
            String id = Desk.id();
            String text = text(json.get());
            desk.take(
                    request,
                    new Arrivals.Message("", id, text, desk.readJson(request.text(), text)));
            return Reply.json(200, Json.object().put("status", "accepted").put("id", id));
        }

        @Override
        public Reply tooMany(Request request) {
            return error(429, "too many requests").with("Retry-After", "1").refusing("");
        }

        private boolean isSigned(Request request) {
            return desk.manners()
                    .text("secret")
                    .map(secret -> Signature.same(
                            SCHEME + Signature.sha256(secret, request.body()),
                            request.header("x-signature").orElse("")))
                    .orElse(true);
        }

        /** The text field is what people read; without one, all of it is. */
        private static String text(JsonNode json) {
            JsonNode text = json.path("text");
            return text.isTextual() ? text.asText() : json.toString();
        }

        private static Reply error(int status, String what) {
            return Reply.json(status, Json.object().put("error", what));
        }
    }
}
