package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Push messages over ntfy: the body to {@code /topic}, or all as JSON to {@code /}. */
public final class NtfyKind implements InboxKind {

    @Override
    public String speaks() {
        return "ntfy";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Ntfy::new);
    }

    /** Answers as an ntfy server does that takes no attachments. */
    private record Ntfy(Desk desk) implements Provider {
        private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
        private static final int MESSAGE_BYTES_AT_MOST = 4_096;
        private static final long CACHED_SECONDS = 12 * 60 * 60;
        private static final String DOCS = "https://ntfy.sh/docs/publish/#";

        /** What is to be published. */
        private record Post(String topic, String title, String message) {}

        @Override
        public Reply answer(Request request) {
            if (!request.sends()) {
                return request.path().equals("/v1/health")
                        ? Reply.json(200, Json.object().put("healthy", true))
                        : error(40401, "page not found", "");
            }
            if (!signedIn(request)) {
                return error(40101, "unauthorized", DOCS + "authentication");
            }
            return request.path().equals("/") ? fromJson(request) : fromPath(request);
        }

        @Override
        public Reply tooMany(Request request) {
            return error(
                            42901,
                            "limit reached: too many requests, please be nice",
                            DOCS + "limitations")
                    .refusing(
                            request.path().substring(Math.min(1, request.path().length())));
        }

        /** A token, or user and password: what the channel sets is asked for. */
        private boolean signedIn(Request request) {
            Request.Credentials given = request.basic().orElse(new Request.Credentials("", ""));
            return desk.accepts("token", request.bearer().orElse(given.password()))
                    && desk.accepts("user", given.user())
                    && desk.accepts("password", given.password());
        }

        private Reply fromJson(Request request) {
            Optional<JsonNode> body = request.object();
            if (body.isEmpty()) {
                return error(
                        40017,
                        "invalid request: request body must be message JSON",
                        DOCS + "publish-as-json");
            }
            JsonNode given = body.get();
            Post post = new Post(
                    given.path("topic").asText(""),
                    given.path("title").asText(""),
                    given.path("message").asText(""));
            return published(request, post);
        }

        private Reply fromPath(Request request) {
            String topic = request.path().substring(1);
            if (topic.contains("/")) {
                return error(40401, "page not found", "");
            }
            return published(request, new Post(topic, title(request), request.text()));
        }

        private static String title(Request request) {
            Map<String, String> query = request.query();
            return Stream.of("x-title", "title", "ti", "t")
                    .flatMap(name -> Stream.of(
                            request.header(name).orElse(""), query.getOrDefault(name, "")))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private Reply published(Request request, Post post) {
            if (!TOPIC.matcher(post.topic()).matches()) {
                return error(40009, "invalid request: topic invalid", "").refusing(post.topic());
            }
            if (request.path().length() > 1 && request.body().length > MESSAGE_BYTES_AT_MOST) {
                return error(
                                40014,
                                "invalid request: attachments not allowed",
                                "https://ntfy.sh/docs/config/#attachments")
                        .refusing(post.topic());
            }
            String id = Desk.id().substring(0, 12);
            String message = post.message().isEmpty() ? "triggered" : post.message();
            String text = Texts.lines(post.title(), message);
            desk.take(request, new Arrivals.Message(post.topic(), id, text, desk.read(text)));
            return Reply.json(200, shown(id, post, message));
        }

        private ObjectNode shown(String id, Post post, String message) {
            long now = desk.clock().wall().getEpochSecond();
            ObjectNode shown = Json.object()
                    .put("id", id)
                    .put("time", now)
                    .put("expires", now + CACHED_SECONDS)
                    .put("event", "message")
                    .put("topic", post.topic());
            if (!post.title().isEmpty()) {
                shown.put("title", post.title());
            }
            return shown.put("message", message);
        }

        /** The first three digits of a code of ntfy's are the status. */
        private static Reply error(int code, String message, String link) {
            int status = code / 100;
            ObjectNode error =
                    Json.object().put("code", code).put("http", status).put("error", message);
            if (!link.isEmpty()) {
                error.put("link", link);
            }
            return Reply.json(status, error);
        }
    }
}
