package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.DrillException;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Event.PersonActed;
import io.firedrill.journal.Fact;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagerDutyKindTests {
    private static final String ENQUEUE = "/v2/enqueue";

    @Test
    void aTriggerIsAcceptedAndAcknowledgedByAStandIn() {
        try (Rig rig = new Rig(new PagerDutyKind(), "acknowledges-after", "10ms")) {
            HttpResponse<String> answer = rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));

            PersonActed acted = rig.awaited(PersonActed.class, 1).get(0);
            NoticeReceived notice = rig.notice();
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"success\",\"message\":\"Event processed\","
                            + "\"dedup_key\":\"INC-7\"}");
            assertThat(notice.text()).isEqualTo("Impact: payments fail");
            assertThat(notice.facts())
                    .containsEntry(Fact.ACTION, "trigger")
                    .containsEntry(Fact.INCIDENT, "INC-7")
                    .containsEntry(Fact.IMPACT, "payments fail");
            assertThat(acted.role()).isEqualTo("on-call");
            assertThat(acted.act()).isEqualTo("acknowledged");
            assertThat(acted.about()).isEqualTo("INC-7");
            assertThat(acted.standIn()).isTrue();
            assertThat(acted.begin()).isEqualTo(notice.end());
            assertThat(acted.end() - acted.begin()).isGreaterThanOrEqualTo(10_000_000);
        }
    }

    @Test
    void aTriggerWithoutAKeyIsGivenOne() {
        try (Rig rig = new Rig(new PagerDutyKind(), "acknowledges", "never")) {
            JsonNode body = Rig.json(rig.post(ENQUEUE, Rig.JSON, trigger("", "")));

            assertThat(body.path("dedup_key").asText()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void theSenderIsToldWhoAcknowledged() throws IOException {
        try (Sender sender = new Sender();
                Rig rig = new Rig(
                        new PagerDutyKind(),
                        "acknowledges-after",
                        "1ms",
                        "callback",
                        "/hooks/pager",
                        "secret",
                        "s3")) {
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", sender.at("/")));

            Sender.Call call = sender.awaited(1).get(0);
            JsonNode event = Json.read(call.body()).orElseThrow().path("event");
            assertThat(call.path()).isEqualTo("/hooks/pager");
            assertThat(call.signature())
                    .isEqualTo("v1="
                            + Signature.sha256("s3", call.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(event.path("event_type").asText()).isEqualTo("incident.acknowledged");
            assertThat(event.path("resource_type").asText()).isEqualTo("incident");
            assertThat(event.path("data").path("incident_key").asText()).isEqualTo("INC-7");
            assertThat(event.path("data").path("status").asText()).isEqualTo("acknowledged");
            assertThat(rig.awaited(PersonActed.class, 1).get(0).detail())
                    .isEqualTo("the sender was told");
        }
    }

    @Test
    void aCallbackWithoutAnAddressIsSaidNotDropped() {
        try (Rig rig = new Rig(
                new PagerDutyKind(), "acknowledges-after", "1ms", "callback", "/hooks/pager")) {
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));

            assertThat(rig.awaited(PersonActed.class, 1).get(0).detail())
                    .isEqualTo("the sender was not told: its event has no client_url");
        }
    }

    @Test
    void onePageIsAcknowledgedOnceAndAResolvedOneNotAtAll() {
        try (Rig rig = new Rig(new PagerDutyKind(), "acknowledges-after", "300ms")) {
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-8", ""));
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-8", ""));
            rig.post(ENQUEUE, Rig.JSON, event("resolve", "INC-7"));
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-9", ""));
            rig.awaited(PersonActed.class, 2);

            assertThat(rig.of(PersonActed.class))
                    .extracting(PersonActed::about)
                    .containsExactly("INC-8", "INC-9");
            assertThat(rig.notices())
                    .extracting(notice -> notice.facts().get(Fact.ACTION))
                    .containsExactly("trigger", "trigger", "trigger", "resolve", "trigger");
        }
    }

    @Test
    void neverMeansNever() {
        try (Rig rig = new Rig(
                new PagerDutyKind(), "acknowledges", "never", "acknowledges-after", "1ms")) {
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));
            rig.post(ENQUEUE, Rig.JSON, event("resolve", "INC-7"));

            assertThat(rig.of(PersonActed.class)).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsListed() {
        try (Rig rig = new Rig(new PagerDutyKind())) {
            HttpResponse<String> answer =
                    rig.post(ENQUEUE, Rig.JSON, "{\"event_action\":\"trigger\",\"payload\":{}}");
            HttpResponse<String> noJson = rig.post(ENQUEUE, Rig.JSON, "trigger!");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\","
                                    + "\"errors\":[\"'routing_key' is missing or blank\","
                                    + "\"'payload.summary' is missing or blank\","
                                    + "\"'payload.source' is missing or blank\","
                                    + "\"'payload.severity' is missing or blank\"]}");
            assertThat(noJson.statusCode()).isEqualTo(400);
            assertThat(rig.notices()).isEmpty();
        }
    }

    @Test
    void beyondTheRateItSaysThrottleExceeded() {
        try (Rig rig = new Rig(new PagerDutyKind(), "rate", "1/m", "acknowledges", "never")) {
            rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));
            HttpResponse<String> answer = rig.post(ENQUEUE, Rig.JSON, trigger("INC-7", ""));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Rig.json(answer).path("status").asText()).isEqualTo("throttle exceeded");
            assertThat(rig.notices()).hasSize(1);
            assertThat(rig.reports())
                    .filteredOn(report -> report.delivery() == Delivery.REFUSED)
                    .extracting(DeliveryReported::recipient)
                    .containsExactly("on-call");
        }
    }

    @Test
    void aWordThatIsNotNeverIsAnError() {
        assertThatThrownBy(() -> new Rig(new PagerDutyKind(), "acknowledges", "later"))
                .isInstanceOf(DrillException.class)
                .hasMessage(
                        "channel 'wire': 'acknowledges: later' can not be read; write never, or acknowledges-after: 1s");
    }

    private static String trigger(String key, String sender) {
        return """
                {"routing_key": "k", "event_action": "trigger", "dedup_key": "%s",
                 "client": "desk", "client_url": "%s",
                 "payload": {"summary": "Impact: payments fail", "source": "front",
                             "severity": "critical"}}""".formatted(key, sender);
    }

    private static String event(String action, String key) {
        return "{\"routing_key\":\"k\",\"event_action\":\"" + action + "\",\"dedup_key\":\"" + key
                + "\"}";
    }
}
