package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which entries get a relay for the sake of channels. */
final class RelayedLinksTests {
    private static List<String> relayed(Channel channel) {
        Blueprint pocket = new Blueprint.Inprocess("shop", Map.of());
        return RelayedLinks.of(TestChannels.drill(pocket, channel)).stream()
                .map(Link::toString)
                .toList();
    }

    @Test
    void theEntryThatAPageIsReadThroughHasOne() {
        assertThat(relayed(TestChannels.lookedAt("page"))).containsExactly("customers -> shop:80");
    }

    @Test
    void soHasOneThatASettingNames() {
        assertThat(relayed(TestChannels.sentTo("sms", Map.of("callback", "web"))))
                .containsExactly("customers -> shop:80");
    }

    @Test
    void aChannelThatComponentsSendToHasOneOnlyOnALinkThatTheScenarioNames() {
        assertThat(relayed(TestChannels.sentTo("mail"))).isEmpty();
    }
}
