package io.firedrill.observe.inbox;

import io.firedrill.observe.Arrivals;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call. What is said to the recipient comes with it ({@code Twiml}), or is asked of the sender
 * ({@code Url}) when the call is made; where he does not say it, the call fails.
 */
final class TwilioCall {
    private static final Pattern SAY =
            Pattern.compile("<Say\\b[^>]*>([^<]*)</Say>", Pattern.CASE_INSENSITIVE);

    private final Desk desk;
    private final TwilioEntry entry;
    private final TwilioReports reports;

    TwilioCall(Desk desk, TwilioEntry entry) {
        this.desk = desk;
        this.entry = entry;
        this.reports = new TwilioReports(desk, entry);
    }

    /** Makes the call; after the answer where the sender is to be asked. */
    void make(Request request) {
        String twiml = entry.field("Twiml");
        if (twiml.isEmpty()) {
            desk.callers().after(Duration.ZERO, () -> ask(request));
        } else {
            say(twiml, request);
        }
    }

    private void ask(Request request) {
        long begin = desk.clock().nanos();
        Callback.Outcome outcome = Callback.address(entry.field("Url"))
                .map(this::fetch)
                .orElseGet(() -> Callback.Outcome.failed("'Url' is no address"));
        if (outcome.ok()) {
            say(outcome.body(), request.at(begin, desk.clock().nanos()));
        } else {
            String told = reports.tell("failed");
            String why = "what to say could not be had: " + outcome.words() + "; " + told;
            desk.failed(new Arrivals.Message(entry.to(), entry.sid(), "", desk.read("")), why);
        }
    }

    private Callback.Outcome fetch(URI address) {
        return reports.post(
                address,
                Map.of(
                        "CallSid", entry.sid(),
                        "AccountSid", entry.account(),
                        "From", entry.field("From"),
                        "To", entry.to(),
                        "CallStatus", "in-progress"));
    }

    private void say(String twiml, Request request) {
        String text = spoken(twiml);
        desk.take(
                request,
                new Arrivals.Message(entry.to(), entry.sid(), text, desk.read(text)),
                reports);
    }

    /** Gives what is between the Say tags, one line for each. */
    static String spoken(String twiml) {
        StringBuilder spoken = new StringBuilder();
        Matcher says = SAY.matcher(twiml);
        while (says.find()) {
            spoken.append(spoken.isEmpty() ? "" : "\n").append(plain(says.group(1)));
        }
        return spoken.toString();
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
