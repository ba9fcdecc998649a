package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Fact;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class NtfyKindTests {

    @Test
    void aBodyToATopicIsAMessage() {
        try (Rig rig = new Rig(new NtfyKind())) {
            HttpResponse<String> answer = rig.post(
                    "/bank-status", "text/plain", "State: identified", "Title", "Update: 2");

            JsonNode body = Rig.json(answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(body.path("id").asText())
                    .hasSize(12)
                    .isEqualTo(rig.notice().message());
            assertThat(body.path("event").asText()).isEqualTo("message");
            assertThat(body.path("topic").asText()).isEqualTo("bank-status");
            assertThat(body.path("title").asText()).isEqualTo("Update: 2");
            assertThat(body.path("message").asText()).isEqualTo("State: identified");
            assertThat(body.path("expires").asLong())
                    .isGreaterThan(body.path("time").asLong());
            assertThat(rig.notice().recipient()).isEqualTo("bank-status");
            assertThat(rig.notice().facts())
                    .containsEntry(Fact.STATE, "identified")
                    .containsEntry(Fact.UPDATE, "2");
        }
    }

    @Test
    void putAndJsonPublishAndAnEmptyBodyWorkAsThere() {
        try (Rig rig = new Rig(new NtfyKind())) {
            HttpResponse<String> put = rig.send(HttpRequest.newBuilder(rig.at("/t1?title=T"))
                    .PUT(HttpRequest.BodyPublishers.ofString("one")));
            HttpResponse<String> json =
                    rig.post("/", Rig.JSON, "{\"topic\":\"t2\",\"message\":\"two\"}");
            HttpResponse<String> empty = rig.post("/t3", "text/plain", "");

            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(Rig.json(json).path("topic").asText()).isEqualTo("t2");
            assertThat(Rig.json(empty).path("message").asText()).isEqualTo("triggered");
            assertThat(rig.notices())
                    .extracting(notice -> notice.text())
                    .containsExactly("T\none", "two", "triggered");
        }
    }

    @Test
    void errorsAreNtfysOwn() {
        try (Rig rig = new Rig(new NtfyKind(), "token", "tk_1")) {
            HttpResponse<String> stranger = rig.post("/t1", "text/plain", "x");
            HttpResponse<String> topic =
                    rig.post("/a%20b", "text/plain", "x", "Authorization", "Bearer tk_1");
            HttpResponse<String> noJson =
                    rig.post("/", Rig.JSON, "hello", "Authorization", "Bearer tk_1");
            HttpResponse<String> tooLong =
                    rig.post("/t1", "text/plain", "x".repeat(4097), "Authorization", "Bearer tk_1");

            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body())
                    .isEqualTo("{\"code\":40101,\"http\":401,\"error\":\"unauthorized\","
                            + "\"link\":\"https://ntfy.sh/docs/publish/#authentication\"}");
            assertThat(topic.body())
                    .isEqualTo("{\"code\":40009,\"http\":400,"
                            + "\"error\":\"invalid request: topic invalid\"}");
            assertThat(noJson.body())
                    .contains("40017", "invalid request: request body must be message JSON");
            assertThat(tooLong.body())
                    .contains("40014", "invalid request: attachments not allowed");
            assertThat(rig.notices()).isEmpty();
            assertThat(rig.reports()).hasSize(4);
        }
    }

    @Test
    void beyondTheRateItAsksToBeNice() {
        try (Rig rig = new Rig(new NtfyKind(), "rate", "1/m")) {
            rig.post("/t1", "text/plain", "one");
            HttpResponse<String> second = rig.post("/t1", "text/plain", "two");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(Rig.json(second).path("error").asText())
                    .isEqualTo("limit reached: too many requests, please be nice");
            assertThat(rig.notice().text()).isEqualTo("one");
        }
    }

    @Test
    void itSaysThatItIsHealthy() {
        try (Rig rig = new Rig(new NtfyKind())) {
            assertThat(rig.get("/v1/health").body()).isEqualTo("{\"healthy\":true}");
        }
    }
}
