package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlackKindTests {
    private static final String HOOK = "/services/T1/B1/abc";

    @Test
    void aWebhookSaysOk() {
        try (Rig rig = new Rig(new SlackKind())) {
            HttpResponse<String> answer = rig.post(
                    HOOK, Rig.JSON, "{\"text\": \"Incident: INC-7\\nState: investigating\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(rig.notice().facts())
                    .containsEntry(Fact.INCIDENT, "INC-7")
                    .containsEntry(Fact.STATE, "investigating");
            assertThat(rig.reports())
                    .extracting(DeliveryReported::delivery)
                    .containsExactly(Delivery.DELIVERED);
        }
    }

    @Test
    void aWebhookTakesAFormWithItsPayloadAsWell() {
        try (Rig rig = new Rig(new SlackKind())) {
            String form =
                    Form.write(Map.of("payload", "{\"text\":\"hello\",\"channel\":\"#ops\"}"));

            assertThat(rig.post(HOOK, Rig.FORM, form).body()).isEqualTo("ok");

            assertThat(rig.notice().recipient()).isEqualTo("#ops");
        }
    }

    @Test
    void aWebhookRefusesInItsOwnWords() {
        try (Rig rig = new Rig(new SlackKind(), "token", "abc")) {
            HttpResponse<String> noJson = rig.post(HOOK, Rig.JSON, "{\"text\": ");
            HttpResponse<String> noText = rig.post(HOOK, Rig.JSON, "{\"text\": \"\"}");
            HttpResponse<String> stranger =
                    rig.post("/services/T1/B1/xyz", Rig.JSON, "{\"text\": \"x\"}");

            assertThat(noJson.statusCode()).isEqualTo(400);
            assertThat(noJson.body()).isEqualTo("invalid_payload");
            assertThat(noText.statusCode()).isEqualTo(400);
            assertThat(noText.body()).isEqualTo("no_text");
            assertThat(stranger.statusCode()).isEqualTo(403);
            assertThat(stranger.body()).isEqualTo("invalid_token");
            assertThat(rig.notices()).isEmpty();
            assertThat(rig.reports())
                    .extracting(DeliveryReported::detail)
                    .containsExactly("400 invalid_payload", "400 no_text", "403 invalid_token");
        }
    }

    @Test
    void postMessageAnswersWithTheMessageAndItsStamp() {
        try (Rig rig = new Rig(new SlackKind(), "token", "xoxb-1")) {
            HttpResponse<String> answer = rig.post(
                    "/api/chat.postMessage",
                    "application/json; charset=utf-8",
                    "{\"channel\":\"C123\",\"text\":\"hello\"}",
                    "Authorization",
                    "Bearer xoxb-1");

            JsonNode body = Rig.json(answer);
            NoticeReceived notice = rig.notice();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(body.path("ok").asBoolean()).isTrue();
            assertThat(body.path("channel").asText()).isEqualTo("C123");
            assertThat(body.path("ts").asText()).matches("[0-9]{10}\\.[0-9]{6}");
            assertThat(body.path("message").path("text").asText()).isEqualTo("hello");
            assertThat(notice.recipient()).isEqualTo("C123");
            assertThat(notice.message()).isEqualTo(body.path("ts").asText());
        }
    }

    @Test
    void postMessageSaysNoWithStatus200() {
        try (Rig rig = new Rig(new SlackKind(), "token", "xoxb-1")) {
            String method = "/api/chat.postMessage";
            HttpResponse<String> unknown = rig.post(method, Rig.FORM, "token=x&channel=C1&text=t");
            HttpResponse<String> nobody = rig.post(method, Rig.FORM, "channel=C1&text=t");
            HttpResponse<String> nowhere = rig.post(method, Rig.FORM, "token=xoxb-1&text=t");
            HttpResponse<String> nothing = rig.post(method, Rig.FORM, "token=xoxb-1&channel=C1");

            assertThat(unknown.body()).isEqualTo("{\"ok\":false,\"error\":\"invalid_auth\"}");
            assertThat(nobody.body()).isEqualTo("{\"ok\":false,\"error\":\"not_authed\"}");
            assertThat(nowhere.body()).isEqualTo("{\"ok\":false,\"error\":\"channel_not_found\"}");
            assertThat(nothing.body()).isEqualTo("{\"ok\":false,\"error\":\"no_text\"}");
            assertThat(nothing.statusCode()).isEqualTo(200);
            assertThat(rig.reports())
                    .hasSize(4)
                    .allMatch(report -> report.delivery() == Delivery.REFUSED);
        }
    }

    @Test
    void blocksAndAttachmentsAreReadAsPeopleSeeThem() {
        try (Rig rig = new Rig(new SlackKind())) {
            rig.post(HOOK, Rig.JSON, """
                    {"text": "not shown", "blocks": [
                      {"type": "header", "text": {"type": "plain_text", "text": "Incident: INC-8"}},
                      {"type": "section", "text": {"type": "mrkdwn", "text": "State: identified"},
                       "fields": [{"type": "mrkdwn", "text": "Update: 3"}]},
                      {"type": "context", "elements": [{"type": "mrkdwn", "text": "a &lt; b"}]}],
                     "attachments": [{"fields": [{"title": "Regions", "value": "north"}]}]}""");

            assertThat(rig.notice().text())
                    .isEqualTo(
                            "Incident: INC-8\nState: identified\nUpdate: 3\na < b\nRegions: north");
        }
    }

    @Test
    void beyondTheRateBothSayWhenToComeAgain() {
        try (Rig rig = new Rig(new SlackKind(), "rate", "1/m")) {
            rig.post(HOOK, Rig.JSON, "{\"text\": \"one\"}");
            HttpResponse<String> hook = rig.post(HOOK, Rig.JSON, "{\"text\": \"two\"}");
            HttpResponse<String> method =
                    rig.post("/api/chat.postMessage", Rig.FORM, "channel=C1&text=t");

            assertThat(hook.statusCode()).isEqualTo(429);
            assertThat(hook.headers().firstValue("Retry-After")).contains("1");
            assertThat(method.statusCode()).isEqualTo(429);
            assertThat(method.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
            assertThat(rig.notice().text()).isEqualTo("one");
        }
    }

    @Test
    void askingWhoOneIsBringsNoMessage() {
        try (Rig rig = new Rig(new SlackKind(), "rate", "1/m", "token", "t")) {
            for (int times = 0; times < 3; times++) {
                assertThat(rig.post("/api/auth.test", Rig.FORM, "token=t").body())
                        .contains("\"ok\":true", "team_id");
            }
            HttpResponse<String> stranger = rig.post("/api/auth.test", Rig.FORM, "token=x");
            HttpResponse<String> unknown = rig.post("/api/chat.delete", Rig.FORM, "token=t");

            assertThat(stranger.body()).contains("invalid_auth");
            assertThat(unknown.body()).contains("unknown_method", "chat.delete");
            assertThat(rig.reports()).isEmpty();
            assertThat(rig.post(HOOK.replace("abc", "t"), Rig.JSON, "{\"text\": \"one\"}")
                            .body())
                    .isEqualTo("ok");
        }
    }
}
