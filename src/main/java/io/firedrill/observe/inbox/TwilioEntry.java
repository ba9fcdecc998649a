package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A message or a call as Twilio shows it. */
final class TwilioEntry {
    private static final String VERSION = "2010-04-01";
    private static final int PART = 160;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String sid;
    private final String account;
    private final boolean call;
    private final Map<String, String> form;
    private final Instant created;
    private volatile String status = "queued";

    TwilioEntry(String account, boolean call, Map<String, String> form, Instant created) {
        this.sid = (call ? "CA" : "SM") + Desk.id();
        this.account = account;
        this.call = call;
        this.form = form;
        this.created = created;
    }

    String sid() {
        return sid;
    }

    String account() {
        return account;
    }

    boolean isCall() {
        return call;
    }

    String to() {
        return field("To");
    }

    /** Gives a field as the sender gave it; empty where he did not. */
    String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** Says how far it is now. */
    void reached(String now) {
        status = now;
    }

    /** Gives it as it was when it was taken. */
    ObjectNode queued() {
        return json("queued");
    }

    /** Gives it as it is now. */
    ObjectNode json() {
        return json(status);
    }

    private ObjectNode json(String now) {
        ObjectNode shown = Json.object()
                .put("account_sid", account)
                .put("api_version", VERSION)
                .put("date_created", DATE.format(created))
                .put("date_updated", DATE.format(created))
                .put("direction", "outbound-api")
                .put("from", field("From"))
                .putNull("price")
                .putNull("price_unit")
                .put("sid", sid)
                .put("status", now)
                .put("to", to());
        return call ? callOnly(shown) : messageOnly(shown, now);
    }

    private ObjectNode messageOnly(ObjectNode shown, String now) {
        String resource = "/" + VERSION + "/Accounts/" + account + "/Messages/" + sid;
        String body = field("Body");
        shown.put("body", body)
                .put("num_media", "0")
                .put("num_segments", String.valueOf(1 + (body.length() - 1) / PART))
                .put("uri", resource + ".json")
                .putNull("date_sent")
                .putNull("messaging_service_sid");
        if (now.equals("undelivered")) {
            shown.put("error_code", TwilioReports.UNREACHABLE)
                    .put("error_message", "Unreachable destination handset");
        } else {
            shown.putNull("error_code").putNull("error_message");
        }
        shown.putObject("subresource_uris").put("media", resource + "/Media.json");
        return shown;
    }

    private ObjectNode callOnly(ObjectNode shown) {
        return shown.put("uri", "/" + VERSION + "/Accounts/" + account + "/Calls/" + sid + ".json")
                .putNull("start_time")
                .putNull("end_time")
                .putNull("duration")
                .putNull("answered_by");
    }
}
