package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookKindTests {

    @Test
    void anyJsonIsTakenAndItsTextRead() {
        try (Rig rig = new Rig(new WebhookKind())) {
            HttpResponse<String> text =
                    rig.post("/hooks", Rig.JSON, "{\"text\":\"Incident: INC-7\",\"n\":1}");
            HttpResponse<String> list = rig.post("/hooks", Rig.JSON, "[1, 2]");

            assertThat(text.statusCode()).isEqualTo(200);
            assertThat(Rig.json(text).path("status").asText()).isEqualTo("accepted");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(rig.notices())
                    .extracting(notice -> notice.text())
                    .containsExactly("Incident: INC-7", "[1,2]");
            assertThat(rig.notices().get(0).facts()).containsEntry(Fact.INCIDENT, "INC-7");
        }
    }

    @Test
    void onlyTheRightSignatureIsTaken() {
        try (Rig rig = new Rig(new WebhookKind(), "secret", "s3")) {
            String body = "{\"text\":\"hello\"}";
            String signature =
                    "sha256=" + Signature.sha256("s3", body.getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> right = rig.post("/", Rig.JSON, body, "X-Signature", signature);
            HttpResponse<String> otherBody =
                    rig.post("/", Rig.JSON, body + " ", "X-Signature", signature);
            HttpResponse<String> none = rig.post("/", Rig.JSON, body);

            assertThat(right.statusCode()).isEqualTo(200);
            assertThat(otherBody.statusCode()).isEqualTo(401);
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.body())
                    .isEqualTo("{\"error\":\"X-Signature is missing or does not match the body\"}");
            assertThat(rig.notices()).hasSize(1);
            assertThat(rig.reports())
                    .filteredOn(report -> report.delivery() == Delivery.REFUSED)
                    .hasSize(2);
        }
    }

    /** The value that RFC 4231 gives for its second example. */
    @Test
    void theSignatureIsTheOneThatOthersReckon() {
        byte[] data = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

        assertThat(Signature.sha256("Jefe", data))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void whatIsNoJsonAndWhatIsNoPostIsRefused() {
        try (Rig rig = new Rig(new WebhookKind())) {
            assertThat(rig.post("/", Rig.JSON, "{\"text\":").statusCode()).isEqualTo(400);
            assertThat(rig.get("/").statusCode()).isEqualTo(405);
            assertThat(rig.reports()).hasSize(1);
        }
    }
}
