package io.firedrill.observe.inbox;

import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text messages and topics over the query API of AWS SNS. Of a signature only the access key is
 * checked, against {@code user}; the regional address and the signing are the SDK's matter.
 */
public final class SnsKind implements InboxKind {

    @Override
    public String speaks() {
        return "sns";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Sns::new);
    }

    /** Answers as SNS does. */
    private record Sns(Desk desk) implements Provider {
        private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
        private static final Pattern KEY = Pattern.compile("Credential=([^/,\\s]+)/");
        private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .()-]{3,24}");

        @Override
        public Reply answer(Request request) {
            if (!request.method().equals("POST")) {
                return error(400, "InvalidAction", "Could not find operation");
            }
            Map<String, String> form = request.form();
            return problem(request, form)
                    .map(reply -> reply.refusing(recipient(form)))
                    .orElseGet(() -> published(request, form));
        }

        @Override
        public Reply tooMany(Request request) {
            return error(400, "Throttling", "Rate exceeded").refusing(recipient(request.form()));
        }

        private static String recipient(Map<String, String> form) {
            return Stream.of("PhoneNumber", "TopicArn", "TargetArn")
                    .map(name -> form.getOrDefault(name, ""))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private Optional<Reply> problem(Request request, Map<String, String> form) {
            return problemOfKey(request).or(() -> problemOfForm(form));
        }

        private Optional<Reply> problemOfKey(Request request) {
            if (desk.manners().text("user").isEmpty()) {
                return Optional.empty();
            }
            Matcher key = KEY.matcher(request.header("authorization").orElse(""));
            if (!key.find()) {
                return Optional.of(error(
                        403,
                        "MissingAuthenticationToken",
                        "Request is missing Authentication Token"));
            }
            return desk.accepts("user", key.group(1))
                    ? Optional.empty()
                    : Optional.of(error(
                            403,
                            "InvalidClientTokenId",
                            "The security token included in the request is invalid."));
        }

        private static Optional<Reply> problemOfForm(Map<String, String> form) {
            String action = form.getOrDefault("Action", "");
            if (!action.equals("Publish")) {
                return Optional.of(error(
                        400,
                        "InvalidAction",
                        "Could not find operation " + action + " for version 2010-03-31"));
            }
            String to = recipient(form);
            boolean number = !form.getOrDefault("PhoneNumber", "").isEmpty();
            if (to.isEmpty() || number && !NUMBER.matcher(to).matches()) {
                return Optional.of(invalid(
                        number
                                ? "PhoneNumber Reason: " + to + " is not valid to publish to"
                                : "TopicArn or TargetArn Reason: no value for required parameter"));
            }
            return form.getOrDefault("Message", "").isEmpty()
                    ? Optional.of(invalid("Empty message"))
                    : Optional.empty();
        }

        private Reply published(Request request, Map<String, String> form) {
            String id = UUID.randomUUID().toString();
            String subject = form.getOrDefault("Subject", "");
            String message = form.getOrDefault("Message", "");
            String text = subject.isEmpty() ? message : subject + "\n" + message;
            desk.take(request, new Arrivals.Message(recipient(form), id, text, desk.read(text)));
            return Reply.xml(
                    200,
                    "<PublishResponse xmlns=\"" + NAMESPACE + "\">"
                            + "<PublishResult><MessageId>" + id + "</MessageId></PublishResult>"
                            + "<ResponseMetadata>" + requestId() + "</ResponseMetadata>"
                            + "</PublishResponse>");
        }

        private static Reply invalid(String what) {
            return error(400, "InvalidParameter", "Invalid parameter: " + what);
        }

        private static Reply error(int status, String code, String message) {
            return Reply.xml(
                    status,
                    "<ErrorResponse xmlns=\"" + NAMESPACE + "\">"
                            + "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>"
                            + escaped(message) + "</Message></Error>" + requestId()
                            + "</ErrorResponse>");
        }

        private static String requestId() {
            return "<RequestId>" + UUID.randomUUID() + "</RequestId>";
        }

        private static String escaped(String text) {
            return text.replaceAll("[^\\t\\n\\x20-\\uFFFD]", "?")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
        }
    }
}
