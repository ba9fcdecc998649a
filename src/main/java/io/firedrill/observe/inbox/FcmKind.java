package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Push messages over Firebase Cloud Messaging's HTTP v1 API. A token that {@code fails} names is
 * {@code UNREGISTERED}: the provider says so at once.
 */
public final class FcmKind implements InboxKind {

    @Override
    public String speaks() {
        return "fcm";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Fcm::new);
    }

    /** Answers as FCM does. */
    private record Fcm(Desk desk) implements Provider {
        private static final Pattern SEND = Pattern.compile("/v1/projects/([^/]+)/messages:send");
        private static final String FCM_ERROR =
                "type.googleapis.com/google.firebase.fcm.v1.FcmError";

        private static final String NOT_SIGNED_IN =
                "Request had invalid authentication credentials. Expected OAuth 2 access token,"
                        + " login cookie or other valid authentication credential.";

        /** An error of Google's: its status in words, and FCM's own code. */
        private record Problem(int status, String name, String code, String message) {}

        @Override
        public Reply answer(Request request) {
            Matcher send = SEND.matcher(request.path());
            if (!send.matches() || !request.method().equals("POST")) {
                return error(new Problem(404, "NOT_FOUND", "", "Method not found."));
            }
            if (!desk.accepts("token", request.bearer().orElse(""))) {
                return error(new Problem(
                        401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR", NOT_SIGNED_IN));
            }
            Optional<JsonNode> message =
                    request.object().map(body -> body.path("message")).filter(JsonNode::isObject);
            return message.map(given -> sent(request, send.group(1), given))
                    .orElseGet(() -> invalid("Request contains an invalid argument."));
        }

        @Override
        public Reply tooMany(Request request) {
            JsonNode message = request.object().orElseGet(Json::object).path("message");
            return error(new Problem(
                            429,
                            "RESOURCE_EXHAUSTED",
                            "QUOTA_EXCEEDED",
                            "Quota exceeded for quota metric 'Message send requests'."))
                    .with("Retry-After", "1")
                    .refusing(recipient(message));
        }

        private static String recipient(JsonNode message) {
            return Stream.of("token", "topic", "condition")
                    .map(name -> message.path(name).asText(""))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private Reply sent(Request request, String project, JsonNode message) {
            String to = recipient(message);
            if (to.isEmpty()) {
                return invalid("Recipient of the message is not set.");
            }
            if (desk.fate().names(to)) {
                return error(new Problem(
                                404,
                                "NOT_FOUND",
                                "UNREGISTERED",
                                "Requested entity was not found."))
                        .refusing(to);
            }
            String name = "projects/" + project + "/messages/0:" + Desk.id();
            String text = text(message);
            desk.take(
                    request,
                    new Arrivals.Message(to, name, text, desk.readJson(request.text(), text)));
            return Reply.json(200, Json.object().put("name", name));
        }

        /** Gives what the device shows; of a message without that, what its program is told. */
        private static String text(JsonNode message) {
            JsonNode shown = message.has("notification")
                    ? message.path("notification")
                    : message.path("data");
            return Texts.lines(
                    shown.path("title").asText(""),
                    shown.path("body").asText(shown.path("text").asText("")));
        }

        private static Reply invalid(String message) {
            return error(new Problem(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", message));
        }

        private static Reply error(Problem problem) {
            ObjectNode body = Json.object();
            ObjectNode error = body.putObject("error")
                    .put("code", problem.status())
                    .put("message", problem.message())
                    .put("status", problem.name());
            if (!problem.code().isEmpty()) {
                ArrayNode details = error.putArray("details");
                details.addObject().put("@type", FCM_ERROR).put("errorCode", problem.code());
            }
            return Reply.json(problem.status(), body);
        }
    }
}
