package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call list that is worked down: who answers, and who does not. */
class PhoneTreeKindTests {
    private static final String SAM = "+447005550109";
    private static final String KIM = "+447005550108";

    @Test
    void whoAnswersAndWhoDoesNotIsReportedForEachCall() {
        try (Rig rig = new Rig(new PhoneTreeKind(), "fails", "[" + KIM + "]")) {
            HttpResponse<String> first = call(rig, SAM);
            HttpResponse<String> second = call(rig, KIM);

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(rig.awaited(DeliveryReported.class, 2))
                    .extracting(DeliveryReported::recipient, DeliveryReported::delivery)
                    .containsExactlyInAnyOrder(
                            tuple(SAM, Delivery.DELIVERED), tuple(KIM, Delivery.UNDELIVERED));
        }
    }

    private static HttpResponse<String> call(Rig rig, String to) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", to);
        form.put("From", "+15005550006");
        form.put("Twiml", "<Response><Say>Incident: INC-7</Say></Response>");
        return rig.post("/2010-04-01/Accounts/AC1/Calls.json", Rig.FORM, Form.write(form));
    }
}
