package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Chat over Slack: incoming webhooks and {@code chat.postMessage}. */
public final class SlackKind implements InboxKind {

    @Override
    public String speaks() {
        return "slack";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Slack::new);
    }

    /** Answers as Slack does. */
    private static final class Slack implements Provider {
        private static final String WEBHOOKS = "/services/";
        private static final String METHODS = "/api/";
        private static final String POST = METHODS + "chat.postMessage";
        private static final String TEST = METHODS + "auth.test";
        private static final long MICROS = 1_000_000;

        private final Desk desk;
        private final AtomicLong lastStamp = new AtomicLong();

        private Slack(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Reply answer(Request request) {
            if (request.path().startsWith(METHODS)) {
                return method(request);
            }
            if (!request.path().startsWith(WEBHOOKS) || !request.method().equals("POST")) {
                return Reply.text(404, "no_service");
            }
            return webhook(request);
        }

        /** Slack counts each method for itself; asking who one is brings no message. */
        @Override
        public boolean bringsMessage(Request request) {
            return request.sends()
                    && (request.path().startsWith(WEBHOOKS) || request.path().equals(POST));
        }

        @Override
        public Reply tooMany(Request request) {
            Reply reply = request.path().startsWith(METHODS)
                    ? refusal(429, "ratelimited")
                    : Reply.text(429, "rate_limited");
            return reply.with("Retry-After", "1").refusing("");
        }

        private Reply webhook(Request request) {
            String path = request.path();
            if (!desk.accepts("token", path.substring(path.lastIndexOf('/') + 1))) {
                return Reply.text(403, "invalid_token");
            }
            Optional<JsonNode> payload = payload(request);
            if (payload.isEmpty()) {
                return Reply.text(400, "invalid_payload");
            }
            String to = payload.get().path("channel").asText("");
            String text = SlackText.of(payload.get());
            if (text.isBlank()) {
                return Reply.text(400, "no_text").refusing(to);
            }
            String json = payload.get().toString();
            desk.take(request, new Arrivals.Message(to, stamp(), text, desk.readJson(json, text)));
            return Reply.text(200, "ok");
        }

        private static Optional<JsonNode> payload(Request request) {
            return request.isOfType("application/x-www-form-urlencoded")
                    ? Json.readObject(request.form().getOrDefault("payload", ""))
                    : request.object();
        }

        private Reply method(Request request) {
            String name = request.path().substring(METHODS.length());
            if (!request.path().equals(POST) && !request.path().equals(TEST)) {
                ObjectNode unknown = Json.object()
                        .put("ok", false)
                        .put("error", "unknown_method")
                        .put("req_method", name);
                return Reply.json(200, unknown);
            }
            Optional<ObjectNode> asked = arguments(request);
            if (asked.isEmpty()) {
                return refusal(200, "invalid_json");
            }
            String token = request.bearer().orElse(asked.get().path("token").asText(""));
            if (token.isEmpty() && desk.manners().text("token").isPresent()) {
                return refusal(200, "not_authed");
            }
            if (!desk.accepts("token", token)) {
                return refusal(200, "invalid_auth");
            }
            return request.path().equals(TEST) ? whoYouAre() : posted(request, asked.get());
        }

        /** Arguments come as JSON or as a form, whose blocks are JSON within. */
        private static Optional<ObjectNode> arguments(Request request) {
            if (request.isOfType("application/json")) {
                return request.object().map(ObjectNode.class::cast);
            }
            ObjectNode asked = Json.object();
            for (Map.Entry<String, String> field : request.form().entrySet()) {
                boolean nested =
                        field.getKey().equals("blocks") || field.getKey().equals("attachments");
                Optional<JsonNode> inner = nested ? Json.read(field.getValue()) : Optional.empty();
                inner.ifPresentOrElse(
                        json -> asked.set(field.getKey(), json),
                        () -> asked.put(field.getKey(), field.getValue()));
            }
            return Optional.of(asked);
        }

        private Reply posted(Request request, ObjectNode asked) {
            String to = asked.path("channel").asText("");
            if (to.isEmpty()) {
                return refusal(200, "channel_not_found");
            }
            String text = SlackText.of(asked);
            if (text.isBlank()) {
                return refusal(200, "no_text").refusing(to);
            }
            String stamp = stamp();
            asked.remove("token");
            desk.take(
                    request,
                    new Arrivals.Message(to, stamp, text, desk.readJson(asked.toString(), text)));
            ObjectNode body = Json.object().put("ok", true).put("channel", to).put("ts", stamp);
            body.putObject("message")
                    .put("type", "message")
                    .put("subtype", "bot_message")
                    .put("text", asked.path("text").asText(""))
                    .put("ts", stamp)
                    .put("username", "inbox")
                    .put("bot_id", "B00000001");
            return Reply.json(200, body);
        }

        private static Reply whoYouAre() {
            return Reply.json(
                    200,
                    Json.object()
                            .put("ok", true)
                            .put("url", "https://inbox.slack.example/")
                            .put("team", "inbox")
                            .put("user", "inbox")
                            .put("team_id", "T00000001")
                            .put("user_id", "U00000001")
                            .put("bot_id", "B00000001"));
        }

        private static Reply refusal(int status, String error) {
            ObjectNode body = Json.object().put("ok", false).put("error", error);
            return Reply.json(status, body).refusing("");
        }

        /** Gives the message's stamp, which is its id: seconds and microseconds, never the same. */
        private String stamp() {
            Instant wall = desk.clock().wall();
            long now = wall.getEpochSecond() * MICROS + wall.getNano() / 1_000;
            long stamp = lastStamp.updateAndGet(last -> Math.max(last + 1, now));
            return String.format(Locale.ROOT, "%d.%06d", stamp / MICROS, stamp % MICROS);
        }
    }
}
