package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MastodonKindTests {
    private static final String STATUSES = "/api/v1/statuses";

    @Test
    void aStatusIsShownAsItStands() {
        try (Rig rig = new Rig(new MastodonKind())) {
            HttpResponse<String> answer = post(rig, "State: identified\n<script>alert(1)</script>");

            JsonNode body = Rig.json(answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(body.path("id").asText()).isEqualTo(rig.notice().message());
            assertThat(body.path("visibility").asText()).isEqualTo("public");
            assertThat(body.path("content").asText())
                    .isEqualTo(
                            "<p>State: identified<br />&lt;script&gt;alert(1)&lt;/script&gt;</p>");
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("300");
            assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("299");
            assertThat(answer.headers().firstValue("X-RateLimit-Reset")).isPresent();
            assertThat(rig.notice().facts()).containsEntry(Fact.STATE, "identified");
        }
    }

    @Test
    void theSameKeyPostsOnce() {
        try (Rig rig = new Rig(new MastodonKind())) {
            String json = "{\"status\":\"hello\"}";
            HttpResponse<String> first =
                    rig.post(STATUSES, Rig.JSON, json, "Idempotency-Key", "inc-7-2");
            HttpResponse<String> again =
                    rig.post(STATUSES, Rig.JSON, json, "Idempotency-Key", "inc-7-2");
            HttpResponse<String> other =
                    rig.post(STATUSES, Rig.JSON, json, "Idempotency-Key", "inc-7-3");

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(other.body()).isNotEqualTo(first.body());
            assertThat(rig.notices()).hasSize(2);
        }
    }

    @Test
    void emptyAndTooLongIsUnprocessable() {
        try (Rig rig = new Rig(new MastodonKind())) {
            HttpResponse<String> empty = post(rig, " ");
            HttpResponse<String> tooLong = post(rig, "x".repeat(501));
            HttpResponse<String> fits = post(rig, "\uD83D\uDEA8".repeat(500));
            HttpResponse<String> linked =
                    post(rig, "x".repeat(470) + " https://bank.example/" + "y".repeat(300));

            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body())
                    .isEqualTo("{\"error\":\"Validation failed: Text can't be blank\"}");
            assertThat(tooLong.statusCode()).isEqualTo(422);
            assertThat(tooLong.body())
                    .isEqualTo(
                            "{\"error\":\"Validation failed: Text character limit of 500 exceeded\"}");
            assertThat(fits.statusCode()).isEqualTo(200);
            assertThat(linked.statusCode()).isEqualTo(200);
            assertThat(rig.notices()).hasSize(2);
        }
    }

    @Test
    void strangersAndTooManyAreRefused() {
        try (Rig rig = new Rig(new MastodonKind(), "token", "t", "rate", "1/m")) {
            HttpResponse<String> stranger = post(rig, "x");
            HttpResponse<String> tooMany = post(rig, "x");

            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body()).isEqualTo("{\"error\":\"The access token is invalid\"}");
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.body()).isEqualTo("{\"error\":\"Too many requests\"}");
            assertThat(tooMany.headers().firstValue("X-RateLimit-Remaining")).contains("0");
            assertThat(rig.reports())
                    .hasSize(2)
                    .allMatch(report -> report.delivery() == Delivery.REFUSED);
        }
    }

    private static HttpResponse<String> post(Rig rig, String status) {
        return rig.post(STATUSES, Rig.FORM, Form.write(Map.of("status", status)));
    }
}
