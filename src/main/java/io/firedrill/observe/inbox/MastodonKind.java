package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Public posts over Mastodon's statuses API. */
public final class MastodonKind implements InboxKind {

    @Override
    public String speaks() {
        return "mastodon";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Mastodon::new);
    }

    /** Answers as a Mastodon server does. */
    private static final class Mastodon implements Provider {
        private static final int CHARACTERS_AT_MOST = 500;
        private static final String LINK_COUNTS = "x".repeat(23);
        private static final Pattern LINK = Pattern.compile("https?://\\S+");
        private static final Pattern CHARACTER = Pattern.compile("\\X");
        private static final int REQUESTS_IN_FIVE_MINUTES = 300;

        private final Desk desk;
        private final Recent<Reply> byKey = new Recent<>();
        private final AtomicLong lastId = new AtomicLong();

        private Mastodon(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Reply answer(Request request) {
            if (!request.path().equals("/api/v1/statuses") || !request.method().equals("POST")) {
                return error(404, "Record not found");
            }
            if (!desk.accepts("token", request.bearer().orElse(""))) {
                return error(401, "The access token is invalid");
            }
            String text = status(request);
            if (text.isBlank()) {
                return error(422, "Validation failed: Text can't be blank");
            }
            if (length(text) > CHARACTERS_AT_MOST) {
                return error(422, "Validation failed: Text character limit of 500 exceeded");
            }
            return request.header("idempotency-key")
                    .map(key -> onceFor(key, request, text))
                    .orElseGet(() -> posted(request, text));
        }

        @Override
        public Reply tooMany(Request request) {
            return limits(error(429, "Too many requests"), 0).refusing("");
        }

        private static String status(Request request) {
            return request.isOfType("application/json")
                    ? request.object()
                            .map(given -> given.path("status"))
                            .orElseGet(Json::object)
                            .asText("")
                    : request.form().getOrDefault("status", "");
        }

        /** Counts what people see as characters; a link counts as 23, however long. */
        private static long length(String text) {
            String counted = LINK.matcher(text).replaceAll(LINK_COUNTS);
            return CHARACTER
                    .matcher(counted)
                    .results()
                    .limit(CHARACTERS_AT_MOST + 1)
                    .count();
        }

        /** The same key again is the same post again: it is answered, and nothing is posted. */
        private synchronized Reply onceFor(String key, Request request, String text) {
            Optional<Reply> earlier = byKey.find(key);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Reply reply = posted(request, text);
            byKey.put(key, reply);
            return reply;
        }

        private Reply posted(Request request, String text) {
            Instant now = desk.clock().wall();
            long millis = now.toEpochMilli();
            // as there: the time in milliseconds, and room for a counter
            long number = lastId.updateAndGet(last -> Math.max(last + 1, millis << 16));
            String id = String.valueOf(number);
            desk.take(request, new Arrivals.Message("", id, text, desk.read(text)));
            return limits(Reply.json(200, shown(id, text, now)), REQUESTS_IN_FIVE_MINUTES - 1);
        }

        private static ObjectNode shown(String id, String text, Instant now) {
            String address = "https://mastodon.example/@inbox/" + id;
            ObjectNode shown = Json.object()
                    .put("id", id)
                    .put("created_at", now.truncatedTo(ChronoUnit.MILLIS).toString())
                    .putNull("in_reply_to_id")
                    .put("sensitive", false)
                    .put("spoiler_text", "")
                    .put("visibility", "public")
                    .put("uri", "https://mastodon.example/users/inbox/statuses/" + id)
                    .put("url", address)
                    .put("replies_count", 0)
                    .put("reblogs_count", 0)
                    .put("favourites_count", 0)
                    .put("content", "<p>" + escaped(text) + "</p>");
            shown.putObject("account").put("id", "1").put("username", "inbox").put("acct", "inbox");
            shown.putArray("media_attachments");
            shown.putArray("mentions");
            shown.putArray("tags");
            return shown;
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\n", "<br />");
        }

        private Reply limits(Reply reply, int remaining) {
            Instant reset = desk.clock().wall().plus(5, ChronoUnit.MINUTES);
            return reply.with("X-RateLimit-Limit", String.valueOf(REQUESTS_IN_FIVE_MINUTES))
                    .with("X-RateLimit-Remaining", String.valueOf(remaining))
                    .with(
                            "X-RateLimit-Reset",
                            reset.truncatedTo(ChronoUnit.MILLIS).toString());
        }

        private static Reply error(int status, String what) {
            return Reply.json(status, Json.object().put("error", what));
        }
    }
}
