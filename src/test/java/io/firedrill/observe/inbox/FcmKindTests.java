package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FcmKindTests {
    private static final String SEND = "/v1/projects/bank/messages:send";
    private static final String FCM_ERROR = "type.googleapis.com/google.firebase.fcm.v1.FcmError";

    @Test
    void aMessageIsNamedAndItsNotificationRead() {
        try (Rig rig = new Rig(new FcmKind(), "token", "ya29")) {
            HttpResponse<String> answer = rig.post(
                    SEND,
                    Rig.JSON,
                    "{\"message\":{\"token\":\"phone-1\",\"notification\":"
                            + "{\"title\":\"Incident: INC-7\",\"body\":\"State: monitoring\"}}}",
                    "Authorization",
                    "Bearer ya29");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Rig.json(answer).path("name").asText())
                    .startsWith("projects/bank/messages/0:")
                    .isEqualTo(rig.notice().message());
            assertThat(rig.notice().recipient()).isEqualTo("phone-1");
            assertThat(rig.notice().facts())
                    .containsEntry(Fact.INCIDENT, "INC-7")
                    .containsEntry(Fact.STATE, "monitoring");
        }
    }

    @Test
    void aTokenThatIsGoneIsUnregistered() {
        try (Rig rig = new Rig(new FcmKind(), "fails", "[phone-1, phone-2]")) {
            HttpResponse<String> answer =
                    rig.post(SEND, Rig.JSON, "{\"message\":{\"token\":\"phone-2\",\"data\":{}}}");

            assertError(answer, 404, "NOT_FOUND", "UNREGISTERED");
            assertThat(Rig.json(answer).path("error").path("message").asText())
                    .isEqualTo("Requested entity was not found.");
            assertThat(rig.notices()).isEmpty();
            assertThat(rig.reports()).singleElement().satisfies(report -> {
                assertThat(report.delivery()).isEqualTo(Delivery.REFUSED);
                assertThat(report.recipient()).isEqualTo("phone-2");
            });
        }
    }

    @Test
    void errorsAreGooglesOwn() {
        try (Rig rig = new Rig(new FcmKind(), "token", "ya29")) {
            HttpResponse<String> stranger = rig.post(SEND, Rig.JSON, "{}");
            HttpResponse<String> nobody =
                    rig.post(SEND, Rig.JSON, "{\"message\":{}}", "Authorization", "Bearer ya29");
            HttpResponse<String> noJson =
                    rig.post(SEND, Rig.JSON, "message", "Authorization", "Bearer ya29");

            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(Rig.json(stranger).path("error").path("status").asText())
                    .isEqualTo("UNAUTHENTICATED");
            assertError(nobody, 400, "INVALID_ARGUMENT", "INVALID_ARGUMENT");
            assertThat(Rig.json(nobody).path("error").path("message").asText())
                    .isEqualTo("Recipient of the message is not set.");
            assertError(noJson, 400, "INVALID_ARGUMENT", "INVALID_ARGUMENT");
        }
    }

    @Test
    void beyondTheRateTheQuotaIsExhausted() {
        try (Rig rig = new Rig(new FcmKind(), "rate", "1/m")) {
            String message = "{\"message\":{\"topic\":\"all\",\"data\":{\"body\":\"hello\"}}}";
            rig.post(SEND, Rig.JSON, message);
            HttpResponse<String> second = rig.post(SEND, Rig.JSON, message);

            assertError(second, 429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED");
            assertThat(rig.notice().text()).isEqualTo("hello");
        }
    }

    private static void assertError(
            HttpResponse<String> answer, int status, String name, String code) {
        JsonNode error = Rig.json(answer).path("error");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.path("status").asText()).isEqualTo(name);
        assertThat(error.path("details").path(0).path("@type").asText()).isEqualTo(FCM_ERROR);
        assertThat(error.path("details").path(0).path("errorCode").asText()).isEqualTo(code);
    }
}
