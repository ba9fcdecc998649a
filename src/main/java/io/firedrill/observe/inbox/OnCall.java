package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.journal.Event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Who is on call: a stand-in that acknowledges each incident once, {@code acknowledges-after} its
 * page, or never; and says so to the sender where {@code callback} is set. That is an address on
 * this machine, or a path at the {@code client_url} of the event.
 */
final class OnCall {
    /** The role, and the recipient of every page. */
    static final String ROLE = "on-call";

    private static final Duration AS_A_PERSON = Duration.ofSeconds(1);

    private final Desk desk;
    private final Optional<Duration> after;
    private final Recent<Page> open = new Recent<>();

    /**
     * Reads how the person behaves.
     *
     * @throws io.firedrill.DrillException where {@code acknowledges} is anything but never
     */
    OnCall(Desk desk) {
        this.desk = desk;
        Optional<String> acknowledges = desk.manners().text("acknowledges");
        if (acknowledges.filter(word -> !word.equals("never")).isPresent()) {
            throw desk.unreadable("acknowledges", "never, or acknowledges-after: 1s");
        }
        Duration wait = desk.manners().duration("acknowledges-after", AS_A_PERSON);
        this.after = acknowledges.isPresent() ? Optional.empty() : Optional.of(wait);
    }

    /** A page: what it is about, what it says, where its sender is, when it was complete. */
    record Page(String incident, String text, String sender, long came) {}

    /** Is paged: the first page of an open incident counts. */
    void paged(Page page) {
        if (open.putIfAbsent(page.incident(), page).isEmpty()) {
            after.ifPresent(wait -> desk.later().after(wait, () -> acknowledge(page)));
        }
    }

    /** Somebody else acknowledged it, or it is over. */
    void noLongerAsked(String incident) {
        open.remove(incident);
    }

    private void acknowledge(Page page) {
        if (open.find(page.incident()).filter(page::equals).isEmpty()) {
            return;
        }
        long end = desk.clock().nanos();
        Optional<String> callback = desk.manners().text("callback");
        if (callback.isEmpty()) {
            acted(page, "", end);
        } else {
            desk.call(
                    CompletableFuture.completedFuture(null),
                    () -> tell(page, callback.get()),
                    told -> acted(page, told, end));
        }
    }

    private void acted(Page page, String detail, long end) {
        desk.record(new Event.PersonActed(
                ROLE, "acknowledged", page.incident(), detail, true, page.came(), end));
    }

    private String tell(Page page, String callback) {
        return address(callback, page.sender())
                .map(to -> desk.callback().post(to, sent(page)).words())
                .orElse("the sender was not told: its event has no client_url");
    }

    private static Optional<URI> address(String callback, String sender) {
        return callback.startsWith("/")
                ? Callback.address(sender).map(base -> base.resolve(callback))
                : Callback.address(callback);
    }

    private Callback.Sent sent(Page page) {
        String body = event(page).toString();
        Map<String, String> headers = desk.manners()
                .text("secret")
                .map(secret -> Map.of(
                        "X-PagerDuty-Signature",
                        "v1=" + Signature.sha256(secret, body.getBytes(StandardCharsets.UTF_8))))
                .orElse(Map.of());
        return new Callback.Sent("application/json", body, headers);
    }

    /** An event as webhooks of version 3 carry it. */
    private ObjectNode event(Page page) {
        Instant now = desk.clock().wall().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode body = Json.object();
        ObjectNode event = body.putObject("event")
                .put("id", Desk.id())
                .put("event_type", "incident.acknowledged")
                .put("resource_type", "incident")
                .put("occurred_at", now.toString());
        event.putObject("agent")
                .put("id", "PONCALL")
                .put("summary", "on-call (stand-in)")
                .put("type", "user_reference");
        event.putNull("client");
        event.putObject("data")
                .put("id", "P" + page.incident())
                .put("type", "incident")
                .put("status", "acknowledged")
                .put("incident_key", page.incident())
                .put("title", page.text())
                .put("urgency", "high")
                .put("created_at", now.toString());
        return body;
    }
}
