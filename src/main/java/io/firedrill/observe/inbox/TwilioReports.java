package io.firedrill.observe.inbox;

import io.firedrill.journal.Event.Delivery;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the sender of a message or a call how far it came, at its StatusCallback, signed. */
final class TwilioReports implements Desk.Telling {
    static final int UNREACHABLE = 30003;
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final Desk desk;
    private final TwilioEntry entry;

    TwilioReports(Desk desk, TwilioEntry entry) {
        this.desk = desk;
        this.entry = entry;
    }

    @Override
    public void underWay() {
        tell(entry.isCall() ? "ringing" : "sent");
    }

    @Override
    public String ended(Delivery delivery) {
        boolean reached = delivery == Delivery.DELIVERED;
        return entry.isCall()
                ? tell(reached ? "completed" : "no-answer")
                : tell(reached ? "delivered" : "undelivered");
    }

    /** Says how far it is, to the sender as well where he asked for it; gives what came of that. */
    String tell(String status) {
        entry.reached(status);
        Optional<URI> to = Callback.address(entry.field("StatusCallback"));
        return to.map(address -> post(address, fields(status)).words()).orElse("");
    }

    private Map<String, String> fields(String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", entry.account());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("From", entry.field("From"));
        fields.put("To", entry.to());
        if (entry.isCall()) {
            fields.put("CallSid", entry.sid());
            fields.put("CallStatus", status);
        } else {
            fields.put("MessageSid", entry.sid());
            fields.put("MessageStatus", status);
            fields.put("SmsSid", entry.sid());
            fields.put("SmsStatus", status);
        }
        if (status.equals("undelivered")) {
            fields.put("ErrorCode", String.valueOf(UNREACHABLE));
        }
        return fields;
    }

    /** Posts a form as Twilio does: signed with the password, over the address and all fields. */
    Callback.Outcome post(URI address, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(address.toString());
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        Map<String, String> headers = desk.manners()
                .text("password")
                .map(secret ->
                        Map.of("X-Twilio-Signature", Signature.sha1(secret, signed.toString())))
                .orElse(Map.of());
        return desk.callback().post(address, new Callback.Sent(FORM, Form.write(fields), headers));
    }
}
