package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TeamsKindTests {
    private static final String HOOK = "/webhookb2/1@2/IncomingWebhook/3/4";

    @Test
    void aMessageCardIsAnsweredWithOne() {
        try (Rig rig = new Rig(new TeamsKind())) {
            HttpResponse<String> answer = rig.post(HOOK, Rig.JSON, """
                    {"@type": "MessageCard", "@context": "http://schema.org/extensions",
                     "summary": "not shown", "title": "Incident: INC-7",
                     "sections": [{"activityTitle": "State: identified", "facts": [
                       {"name": "Update", "value": "2"}, {"name": "Regions:", "value": "north"}]}],
                     "potentialAction": [{"@type": "OpenUri", "name": "no", "title": "no"}]}""");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("1");
            assertThat(rig.notice().text())
                    .startsWith("Incident: INC-7\nState: identified\nUpdate: 2\nRegions: north");
            assertThat(rig.notice().facts())
                    .containsEntry(Fact.INCIDENT, "INC-7")
                    .containsEntry(Fact.UPDATE, "2")
                    .containsEntry(Fact.REGIONS, "north");
        }
    }

    @Test
    void anAdaptiveCardIsAcceptedByAWorkflow() {
        try (Rig rig = new Rig(new TeamsKind())) {
            HttpResponse<String> answer =
                    rig.post("/workflows/1/triggers/manual/paths/invoke", Rig.JSON, """
                    {"type": "message", "attachments": [
                      {"contentType": "application/vnd.microsoft.card.adaptive", "content":
                        {"type": "AdaptiveCard", "version": "1.4", "body": [
                          {"type": "TextBlock", "text": "Incident: INC-7"},
                          {"type": "Container", "items": [
                            {"type": "TextBlock", "text": "State: resolved"}]},
                          {"type": "FactSet", "facts": [{"title": "Data", "value": "no data was lost"}]}],
                         "actions": [{"type": "Action.OpenUrl", "title": "no"}]}}]}""");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
            assertThat(rig.notice().text())
                    .isEqualTo("Incident: INC-7\nState: resolved\nData: no data was lost");
            assertThat(rig.notice().facts()).containsEntry(Fact.DATA, "none-lost");
        }
    }

    @Test
    void aCardWithoutTextIsRefused() {
        try (Rig rig = new Rig(new TeamsKind())) {
            HttpResponse<String> empty = rig.post(HOOK, Rig.JSON, "{\"@type\": \"MessageCard\"}");
            HttpResponse<String> noJson = rig.post(HOOK, Rig.JSON, "<card/>");

            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.body()).isEqualTo("Summary or Text is required.");
            assertThat(noJson.body())
                    .isEqualTo("Bad payload received by generic incoming webhook.");
            assertThat(rig.notices()).isEmpty();
        }
    }

    @Test
    void beyondTheRateAWebhookSays200AndAWorkflow429() {
        try (Rig rig = new Rig(new TeamsKind(), "rate", "1/m")) {
            rig.post(HOOK, Rig.JSON, "{\"text\": \"one\"}");
            HttpResponse<String> hook = rig.post(HOOK, Rig.JSON, "{\"text\": \"two\"}");
            HttpResponse<String> workflow =
                    rig.post("/workflows/1", Rig.JSON, "{\"text\": \"three\"}");

            assertThat(hook.statusCode()).isEqualTo(200);
            assertThat(hook.body())
                    .startsWith(
                            "Webhook message delivery failed with error: Microsoft Teams endpoint"
                                    + " returned HTTP error 429 with ContextId ");
            assertThat(workflow.statusCode()).isEqualTo(429);
            assertThat(rig.notice().text()).isEqualTo("one");
            assertThat(rig.reports())
                    .filteredOn(report -> report.delivery() == Delivery.REFUSED)
                    .hasSize(2);
        }
    }

    @Test
    void aCardThatIsNestedWithoutEndIsReadToADepth() {
        try (Rig rig = new Rig(new TeamsKind())) {
            String deep = "{\"items\":[".repeat(400) + "{\"text\":\"deep\"}" + "]}".repeat(400);
            String tooDeep = "[".repeat(100_000);

            HttpResponse<String> answer =
                    rig.post(HOOK, Rig.JSON, "{\"text\":\"top\",\"body\":" + deep + "}");

            assertThat(answer.body()).isEqualTo("1");
            assertThat(rig.notice().text()).isEqualTo("top");
            assertThat(rig.post(HOOK, Rig.JSON, tooDeep).statusCode()).isEqualTo(400);
        }
    }
}
