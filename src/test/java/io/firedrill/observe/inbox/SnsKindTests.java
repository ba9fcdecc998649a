package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnsKindTests {
    private static final String KEY = "AWS4-HMAC-SHA256 Credential=AKIA1/20261122/eu-west-1/sns/"
            + "aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    @Test
    void aPublishAnswersWithTheMessageId() {
        try (Rig rig = new Rig(new SnsKind(), "user", "AKIA1")) {
            HttpResponse<String> answer = publish(
                    rig,
                    Map.of(
                            "PhoneNumber",
                            "+447005550101",
                            "Message",
                            "State: resolved | Data: no data was lost"));

            NoticeReceived notice = rig.notice();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).contains("text/xml");
            assertThat(answer.body())
                    .startsWith(
                            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                                    + "<PublishResult><MessageId>" + notice.message()
                                    + "</MessageId>")
                    .contains("<ResponseMetadata><RequestId>");
            assertThat(notice.recipient()).isEqualTo("+447005550101");
            assertThat(notice.facts())
                    .containsEntry(Fact.STATE, "resolved")
                    .containsEntry(Fact.DATA, "none-lost");
            assertThat(rig.reports())
                    .extracting(DeliveryReported::delivery)
                    .containsExactly(Delivery.DELIVERED);
        }
    }

    @Test
    void aTopicIsARecipientAndItsSubjectIsRead() {
        try (Rig rig = new Rig(new SnsKind())) {
            publish(
                    rig,
                    Map.of(
                            "TopicArn",
                            "arn:aws:sns:eu-west-1:1:ops",
                            "Subject",
                            "S",
                            "Message",
                            "M"));

            assertThat(rig.notice().recipient()).isEqualTo("arn:aws:sns:eu-west-1:1:ops");
            assertThat(rig.notice().text()).isEqualTo("S\nM");
        }
    }

    @Test
    void errorsAreSnssOwn() {
        try (Rig rig = new Rig(new SnsKind(), "user", "AKIA2")) {
            HttpResponse<String> stranger =
                    publish(rig, Map.of("PhoneNumber", "+4470055501", "Message", "M"));

            assertThat(stranger.statusCode()).isEqualTo(403);
            assertThat(stranger.body()).contains("<Code>InvalidClientTokenId</Code>");
        }
        try (Rig rig = new Rig(new SnsKind())) {
            HttpResponse<String> number =
                    publish(rig, Map.of("PhoneNumber", "<nobody>", "Message", "M"));
            HttpResponse<String> empty = publish(rig, Map.of("PhoneNumber", "+4470055501"));
            HttpResponse<String> action = rig.post("/", Rig.FORM, "Action=Subscribe");

            assertThat(number.statusCode()).isEqualTo(400);
            assertThat(number.body())
                    .contains("<ErrorResponse", "<Type>Sender</Type><Code>InvalidParameter</Code>")
                    .contains("Invalid parameter: PhoneNumber Reason: &lt;nobody&gt; is not valid");
            assertThat(empty.body()).contains("Invalid parameter: Empty message");
            assertThat(action.body()).contains("<Code>InvalidAction</Code>");
            assertThat(rig.notices()).isEmpty();
            assertThat(rig.reports()).hasSize(3);
        }
    }

    @Test
    void beyondTheRateItThrottles() {
        try (Rig rig = new Rig(new SnsKind(), "rate", "1/m")) {
            Map<String, String> message = Map.of("PhoneNumber", "+4470055501", "Message", "M");
            publish(rig, message);
            HttpResponse<String> second = publish(rig, message);

            assertThat(second.statusCode()).isEqualTo(400);
            assertThat(second.body())
                    .contains("<Code>Throttling</Code><Message>Rate exceeded</Message>");
            assertThat(rig.notices()).hasSize(1);
        }
    }

    private static HttpResponse<String> publish(Rig rig, Map<String, String> fields) {
        String form = "Action=Publish&Version=2010-03-31&" + Form.write(fields);
        return rig.post("/", Rig.FORM, form, "Authorization", KEY);
    }
}
