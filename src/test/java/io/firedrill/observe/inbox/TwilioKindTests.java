package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwilioKindTests {
    private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final String CALLS = "/2010-04-01/Accounts/AC1/Calls.json";
    private static final String ADA = "+447005550101";

    @Test
    void aMessageIsQueuedAndArrives() {
        try (Rig rig = rig()) {
            HttpResponse<String> answer = send(
                    rig,
                    "To",
                    ADA,
                    "From",
                    "+15005550006",
                    "Body",
                    "State: identified | Update: 2");

            JsonNode body = Rig.json(answer);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("content-type").orElse("")).contains(Rig.JSON);
            assertThat(body.path("sid").asText()).matches("SM[0-9a-f]{32}");
            assertThat(body.path("status").asText()).isEqualTo("queued");
            assertThat(body.path("direction").asText()).isEqualTo("outbound-api");
            assertThat(body.path("to").asText()).isEqualTo(ADA);
            assertThat(body.path("error_code").isNull()).isTrue();
            NoticeReceived notice = rig.notice();
            assertThat(notice.recipient()).isEqualTo(ADA);
            assertThat(notice.message()).isEqualTo(body.path("sid").asText());
            assertThat(notice.facts())
                    .containsEntry(Fact.STATE, "identified")
                    .containsEntry(Fact.UPDATE, "2");
            assertThat(notice.begin()).isLessThanOrEqualTo(notice.end());
            assertThat(rig.awaited(DeliveryReported.class, 1))
                    .extracting(DeliveryReported::delivery)
                    .containsExactly(Delivery.DELIVERED);
        }
    }

    @Test
    void aMessageCanBeAskedForAfterwards() {
        try (Rig rig = rig()) {
            String sid = Rig.json(send(rig, "To", ADA, "From", "+1500", "Body", "hello"))
                    .path("sid")
                    .asText();
            rig.awaited(DeliveryReported.class, 1);

            HttpResponse<String> found = rig.get(
                    "/2010-04-01/Accounts/AC1/Messages/" + sid + ".json", "Authorization", basic());
            HttpResponse<String> missing =
                    rig.get("/2010-04-01/Accounts/AC1/Messages/SM0.json", "Authorization", basic());

            assertThat(Rig.json(found).path("status").asText()).isEqualTo("delivered");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(Rig.json(missing).path("code").asInt()).isEqualTo(20404);
        }
    }

    @Test
    void theSenderIsCalledBackWithWhatBecameOfItAndTheSignature() throws IOException {
        try (Sender sender = new Sender();
                Rig rig = rig("fails", "[" + ADA + "]", "deliver-after", "20ms")) {
            String callback = sender.at("/sms/status");
            send(rig, "To", ADA, "From", "+1500", "Body", "hello", "StatusCallback", callback);

            List<Sender.Call> calls = sender.awaited(2);
            DeliveryReported report = rig.awaited(DeliveryReported.class, 1).get(0);
            Map<String, String> first = Form.read(calls.get(0).body());
            Map<String, String> second = Form.read(calls.get(1).body());
            assertThat(first).containsEntry("MessageStatus", "sent").containsEntry("To", ADA);
            assertThat(second)
                    .containsEntry("MessageStatus", "undelivered")
                    .containsEntry("SmsStatus", "undelivered")
                    .containsEntry("ErrorCode", "30003")
                    .containsEntry("MessageSid", report.message());
            assertThat(calls.get(1).path()).isEqualTo("/sms/status");
            StringBuilder signed = new StringBuilder(callback);
            new TreeMap<>(second).forEach((k, v) -> signed.append(k).append(v));
            assertThat(calls.get(1).signature())
                    .isEqualTo(Signature.sha1("secret", signed.toString()));
            assertThat(report.delivery()).isEqualTo(Delivery.UNDELIVERED);
            assertThat(report.detail())
                    .isEqualTo("as the channel's 'fails' says; the sender was told");
        }
    }

    @Test
    void aCallbackElsewhereIsNeverMade() {
        try (Rig rig = rig()) {
            send(
                    rig,
                    "To",
                    ADA,
                    "From",
                    "+1500",
                    "Body",
                    "hello",
                    "StatusCallback",
                    "http://192.0.2.1/latest/meta-data");

            assertThat(rig.awaited(DeliveryReported.class, 1).get(0).detail())
                    .isEqualTo("the sender was not told: '192.0.2.1' is not on this machine;"
                            + " allowed: 127.0.0.1");
        }
    }

    @Test
    void errorsAreTwiliosOwn() {
        try (Rig rig = rig()) {
            HttpResponse<String> stranger = rig.post(MESSAGES, Rig.FORM, "To=1");
            HttpResponse<String> wrongNumber = send(rig, "To", "nobody", "From", "+1", "Body", "x");
            HttpResponse<String> noBody = send(rig, "To", ADA, "From", "+1500");
            HttpResponse<String> noFrom = send(rig, "To", ADA, "Body", "x");
            HttpResponse<String> tooLong =
                    send(rig, "To", ADA, "From", "+1500", "Body", "x".repeat(1601));

            assertError(stranger, 401, 20003, "Authenticate");
            assertError(
                    wrongNumber, 400, 21211, "The 'To' number nobody is not a valid phone number.");
            assertError(noBody, 400, 21602, "Message body is required.");
            assertError(noFrom, 400, 21603, "A 'From' phone number is required.");
            assertThat(Rig.json(tooLong).path("code").asInt()).isEqualTo(21617);
            assertThat(rig.notices()).isEmpty();
            assertThat(rig.reports())
                    .hasSize(5)
                    .allMatch(report -> report.delivery() == Delivery.REFUSED);
        }
    }

    private static void assertError(
            HttpResponse<String> answer, int status, int code, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Rig.json(answer).path("code").asInt()).isEqualTo(code);
        assertThat(Rig.json(answer).path("message").asText()).isEqualTo(message);
        assertThat(Rig.json(answer).path("more_info").asText())
                .isEqualTo("https://www.twilio.com/docs/errors/" + code);
        assertThat(Rig.json(answer).path("status").asInt()).isEqualTo(status);
    }

    @Test
    void beyondTheRateItSays20429() {
        try (Rig rig = rig("rate", "1/m")) {
            HttpResponse<String> first = send(rig, "To", ADA, "From", "+1500", "Body", "one");
            HttpResponse<String> second = send(rig, "To", ADA, "From", "+1500", "Body", "two");

            assertThat(first.statusCode()).isEqualTo(201);
            assertError(second, 429, 20429, "Too Many Requests");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            assertThat(rig.notice().text()).isEqualTo("one");
            assertThat(rig.reports())
                    .filteredOn(report -> report.delivery() == Delivery.REFUSED)
                    .extracting(DeliveryReported::recipient)
                    .containsExactly(ADA);
        }
    }

    @Test
    void aCallSaysWhatItsTwimlSays() {
        try (Rig rig = rig()) {
            HttpResponse<String> answer = call(
                    rig,
                    "Twiml",
                    "<Response><Say voice=\"alice\">State: resolved</Say><Say>A &amp; B</Say></Response>");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Rig.json(answer).path("sid").asText()).startsWith("CA");
            assertThat(rig.notice().text()).isEqualTo("State: resolved\nA & B");
            assertThat(rig.awaited(DeliveryReported.class, 1).get(0).delivery())
                    .isEqualTo(Delivery.DELIVERED);
        }
    }

    @Test
    void aCallAsksItsSenderWhatToSay() throws IOException {
        try (Sender sender = new Sender().answering(200, "<Response><Say>hello</Say></Response>");
                Rig rig = rig()) {
            call(rig, "Url", sender.at("/twiml"));

            assertThat(rig.awaited(NoticeReceived.class, 1).get(0).text()).isEqualTo("hello");
            assertThat(Form.read(sender.awaited(1).get(0).body())).containsEntry("To", ADA);
        }
    }

    @Test
    void aCallWhoseSenderDoesNotSayWhatToSayFails() throws IOException {
        try (Sender sender = new Sender().answering(500, "");
                Rig rig = rig()) {
            call(rig, "Url", sender.at("/twiml"));

            DeliveryReported report = rig.awaited(DeliveryReported.class, 1).get(0);
            assertThat(report.delivery()).isEqualTo(Delivery.UNDELIVERED);
            assertThat(report.detail()).contains("HTTP 500");
            assertThat(rig.notices()).isEmpty();
        }
    }

    @Test
    void whoDoesNotPickUpHasNotAnswered() throws IOException {
        try (Sender sender = new Sender();
                Rig rig = rig("fails", ADA)) {
            call(rig, "Twiml", "<Say>x</Say>", "StatusCallback", sender.at("/calls"));

            assertThat(sender.awaited(2))
                    .extracting(one -> Form.read(one.body()).get("CallStatus"))
                    .containsExactly("ringing", "no-answer");
            assertThat(rig.awaited(DeliveryReported.class, 1).get(0).delivery())
                    .isEqualTo(Delivery.UNDELIVERED);
        }
    }

    private static Rig rig(String... more) {
        String[] settings = Stream.concat(
                        Stream.of("user", "AC1", "password", "secret"), Stream.of(more))
                .toArray(String[]::new);
        return new Rig(new TwilioKind(), settings);
    }

    private static HttpResponse<String> send(Rig rig, String... fields) {
        return post(rig, MESSAGES, fields);
    }

    private static HttpResponse<String> call(Rig rig, String... more) {
        Map<String, String> form = fields(more);
        form.put("To", ADA);
        form.put("From", "+15005550006");
        return rig.post(CALLS, Rig.FORM, Form.write(form), "Authorization", basic());
    }

    private static HttpResponse<String> post(Rig rig, String path, String... fields) {
        return rig.post(path, Rig.FORM, Form.write(fields(fields)), "Authorization", basic());
    }

    private static Map<String, String> fields(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return form;
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString("AC1:secret".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSenderThatHangsHoldsNoReportUp() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Rig rig = rig()) {
            String callback = "http://127.0.0.1:" + hanging.getLocalPort() + "/status";
            for (int number = 0; number < 20; number++) {
                send(rig, "To", ADA, "From", "+1500", "Body", "x", "StatusCallback", callback);
            }

            assertThat(rig.awaited(DeliveryReported.class, 20))
                    .hasSize(20)
                    .allMatch(report -> report.delivery() == Delivery.DELIVERED)
                    .allMatch(report -> report.end() - report.begin() < Rig.PATIENCE.toNanos())
                    .extracting(DeliveryReported::detail)
                    .contains("the sender has not answered yet");
        }
    }
}
