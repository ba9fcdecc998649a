package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.firedrill.journal.Event.DeliveryReported;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

/**
 * Slack's and Twilio's own clients, as they come from their makers. Slack's is told another
 * address; Twilio's, which knows only its own, finds ours behind that.
 */
class ProvidersOwnClientsTests {
    private static final PhoneNumber ADA = new PhoneNumber("+447005550101");
    private static final PhoneNumber BANK = new PhoneNumber("+15005550006");

    @Test
    void slacksClientPostsAndUnderstandsRefusals() throws Exception {
        try (Rig rig = new Rig(new SlackKind(), "token", "xoxb-1")) {
            SlackConfig config = new SlackConfig();
            config.setMethodsEndpointUrlPrefix(rig.at("/api/").toString());
            try (Slack slack = Slack.getInstance(config)) {
                ChatPostMessageResponse posted = slack.methods("xoxb-1")
                        .chatPostMessage(
                                message -> message.channel("C1").text("State: identified"));
                ChatPostMessageResponse refused = slack.methods("xoxb-2")
                        .chatPostMessage(message -> message.channel("C1").text("x"));

                assertThat(posted.isOk()).isTrue();
                assertThat(posted.getTs()).isEqualTo(rig.notice().message());
                assertThat(posted.getMessage().getText()).isEqualTo("State: identified");
                assertThat(rig.notice().recipient()).isEqualTo("C1");
                assertThat(refused.isOk()).isFalse();
                assertThat(refused.getError()).isEqualTo("invalid_auth");
            }
        }
    }

    @Test
    void slacksClientSendsToAWebhook() throws Exception {
        try (Rig rig = new Rig(new SlackKind());
                Slack slack = Slack.getInstance(new SlackConfig())) {
            String hook = rig.at("/services/T1/B1/abc").toString();
            WebhookResponse sent =
                    slack.send(hook, Payload.builder().text("hello").build());
            WebhookResponse refused = slack.send(hook, "{\"text\": ");

            assertThat(sent.getCode()).isEqualTo(200);
            assertThat(sent.getBody()).isEqualTo("ok");
            assertThat(refused.getCode()).isEqualTo(400);
            assertThat(refused.getBody()).isEqualTo("invalid_payload");
            assertThat(rig.notice().text()).isEqualTo("hello");
        }
    }

    @Test
    void slacksClientSeesThatItIsTooFast() throws Exception {
        try (Rig rig = new Rig(new SlackKind(), "rate", "1/m")) {
            SlackConfig config = new SlackConfig();
            config.setMethodsEndpointUrlPrefix(rig.at("/api/").toString());
            try (Slack slack = Slack.getInstance(config)) {
                slack.methods("t")
                        .chatPostMessage(message -> message.channel("C1").text("one"));

                assertThatThrownBy(() -> slack.methods("t")
                                .chatPostMessage(
                                        message -> message.channel("C1").text("two")))
                        .isInstanceOfSatisfying(SlackApiException.class, thrown -> {
                            assertThat(thrown.getResponse().code()).isEqualTo(429);
                            assertThat(thrown.getResponse().header("Retry-After"))
                                    .isEqualTo("1");
                        });
            }
        }
    }

    @Test
    void twiliosClientSendsFetchesAndChecksOurSignature() throws Exception {
        try (Sender sender = new Sender();
                Rig rig = twilio()) {
            TwilioRestClient client = client(rig, "secret");
            String callback = sender.at("/status");
            Message queued = Message.creator(ADA, BANK, "State: identified")
                    .setStatusCallback(callback)
                    .create(client);

            assertThat(queued.getSid()).isEqualTo(rig.notice().message());
            assertThat(queued.getStatus()).isEqualTo(Message.Status.QUEUED);
            assertThat(queued.getDateCreated()).isNotNull();
            rig.awaited(DeliveryReported.class, 1);
            Message delivered = Message.fetcher(queued.getSid()).fetch(client);
            assertThat(delivered.getStatus()).isEqualTo(Message.Status.DELIVERED);
            Sender.Call told = sender.awaited(2).get(1);
            Map<String, String> fields = new HashMap<>(Form.read(told.body()));
            assertThat(new RequestValidator("secret").validate(callback, fields, told.signature()))
                    .isTrue();
        }
    }

    @Test
    void twiliosClientCallsAndUnderstandsRefusals() {
        try (Rig rig = twilio()) {
            Call call = Call.creator(ADA, BANK, new Twiml("<Response><Say>hello</Say></Response>"))
                    .create(client(rig, "secret"));

            assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
            assertThat(rig.notice().text()).isEqualTo("hello");
            assertThatThrownBy(() -> Message.creator(new PhoneNumber("nobody"), BANK, "x")
                            .create(client(rig, "secret")))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            thrown -> assertThat(thrown.getCode()).isEqualTo(21211));
            assertThatThrownBy(() -> Message.creator(ADA, BANK, "x").create(client(rig, "guessed")))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            thrown -> assertThat(thrown.getCode()).isEqualTo(20003));
        }
    }

    private static Rig twilio() {
        return new Rig(new TwilioKind(), "user", "AC1", "password", "secret");
    }

    private static TwilioRestClient client(Rig rig, String password) {
        HttpRoute ours = new HttpRoute(new HttpHost("http", "127.0.0.1", rig.port()));
        HttpClientBuilder builder =
                HttpClientBuilder.create().setRoutePlanner((host, context) -> ours);
        return new TwilioRestClient.Builder("AC1", password)
                .httpClient(new NetworkHttpClient(builder))
                .build();
    }
}
