package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.observe.Arrivals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio: checks as it does, answers {@code queued}, and reports to {@code StatusCallback} later. A
 * message that fails ends {@code undelivered} with error 30003; a call that fails is not answered.
 */
final class Twilio implements Provider {
    private static final int BODY_AT_MOST = 1_600;
    private static final Pattern COLLECTION =
            Pattern.compile("/2010-04-01/Accounts/([^/]+)/(Messages|Calls)\\.json");
    private static final Pattern ONE =
            Pattern.compile("/2010-04-01/Accounts/([^/]+)/(?:Messages|Calls)/([^/]+)\\.json");
    private static final Pattern NUMBER =
            Pattern.compile("(?:[a-z]+:)?(\\+[1-9][0-9]{6,14}|[0-9]{5,15})");

    private final Desk desk;
    private final Recent<TwilioEntry> entries = new Recent<>();

    Twilio(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Reply answer(Request request) {
        if (!signedIn(request)) {
            return error(401, 20003, "Authenticate")
                    .with("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        Matcher collection = COLLECTION.matcher(request.path());
        if (collection.matches() && request.method().equals("POST")) {
            return isOwn(collection.group(1))
                    ? created(request, collection.group(1), collection.group(2))
                    : notFound(request);
        }
        Matcher one = ONE.matcher(request.path());
        return one.matches() && request.method().equals("GET") && isOwn(one.group(1))
                ? fetched(request, one.group(2))
                : notFound(request);
    }

    @Override
    public Reply tooMany(Request request) {
        return error(429, 20429, "Too Many Requests")
                .with("Retry-After", "1")
                .refusing(request.form().getOrDefault("To", ""));
    }

    private boolean signedIn(Request request) {
        Request.Credentials given = request.basic().orElse(new Request.Credentials("", ""));
        return desk.accepts("user", given.user()) && desk.accepts("password", given.password());
    }

    /** An account is asked for by its own sid; an API key may ask for any. */
    private boolean isOwn(String account) {
        return desk.manners()
                .text("user")
                .filter(user -> user.startsWith("AC"))
                .map(account::equals)
                .orElse(true);
    }

    private Reply created(Request request, String account, String what) {
        Map<String, String> form = request.form();
        boolean call = what.equals("Calls");
        Optional<Reply> problem = problem(form, call);
        if (problem.isPresent()) {
            return problem.get().refusing(form.getOrDefault("To", ""));
        }
        TwilioEntry entry = new TwilioEntry(account, call, form, desk.clock().wall());
        entries.put(entry.sid(), entry);
        if (call) {
            new TwilioCall(desk, entry).make(request);
        } else {
            String text = entry.field("Body");
            desk.take(
                    request,
                    new Arrivals.Message(entry.to(), entry.sid(), text, desk.read(text)),
                    new TwilioReports(desk, entry));
        }
        return Reply.json(201, entry.queued());
    }

    private Reply fetched(Request request, String sid) {
        return entries.find(sid)
                .map(entry -> Reply.json(200, entry.json()))
                .orElseGet(() -> notFound(request));
    }

    private static Optional<Reply> problem(Map<String, String> form, boolean call) {
        String to = form.getOrDefault("To", "");
        if (to.isBlank()) {
            return Optional.of(
                    call
                            ? error(400, 21201, "No 'To' number is specified")
                            : error(400, 21604, "A 'To' phone number is required."));
        }
        if (!NUMBER.matcher(to.replaceAll("[ ()-]", "")).matches()) {
            return Optional.of(error(
                    400,
                    21211,
                    call
                            ? "The phone number you are attempting to call, " + to
                                    + ", is not valid."
                            : "The 'To' number " + to + " is not a valid phone number."));
        }
        return call ? problemOfCall(form) : problemOfMessage(form);
    }

    private static Optional<Reply> problemOfMessage(Map<String, String> form) {
        boolean from = form.containsKey("From") || form.containsKey("MessagingServiceSid");
        if (!from) {
            return Optional.of(error(400, 21603, "A 'From' phone number is required."));
        }
        String body = form.getOrDefault("Body", "");
        if (body.isEmpty()) {
            return Optional.of(error(400, 21602, "Message body is required."));
        }
        return body.length() > BODY_AT_MOST
                ? Optional.of(error(
                        400,
                        21617,
                        "The concatenated message body exceeds the 1600 character limit."))
                : problemOfCallback(form);
    }

    private static Optional<Reply> problemOfCall(Map<String, String> form) {
        if (form.getOrDefault("From", "").isEmpty()) {
            return Optional.of(error(400, 21213, "Caller phone number is required."));
        }
        boolean says = form.containsKey("Twiml") || form.containsKey("Url");
        return says
                ? problemOfCallback(form)
                : Optional.of(error(400, 21205, "Url parameter is required."));
    }

    private static Optional<Reply> problemOfCallback(Map<String, String> form) {
        String callback = form.getOrDefault("StatusCallback", "");
        Optional<URI> address = Callback.address(callback);
        return callback.isEmpty() || address.isPresent()
                ? Optional.empty()
                : Optional.of(error(
                        400,
                        21609,
                        "The 'StatusCallback' URL " + callback + " is not a valid URL."));
    }

    private static Reply notFound(Request request) {
        String what = "The requested resource " + request.path() + " was not found";
        return error(404, 20404, what);
    }

    private static Reply error(int status, int code, String message) {
        ObjectNode error = Json.object()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        return Reply.json(status, error);
    }
}
