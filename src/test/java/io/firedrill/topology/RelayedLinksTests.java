package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which entries and links get a relay for the sake of channels. */
final class RelayedLinksTests {
    private static final Blueprint POCKET = new Blueprint.Inprocess("shop", Map.of());

    private static List<String> relayed(Channel channel) {
        return RelayedLinks.of(TestChannels.drill(POCKET, channel)).stream()
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
        assertThat(leadingOut(POCKET)).isEmpty();
    }

    @Test
    void inContainersItHasOneOnEveryLinkForThereIsNoOtherWay() {
        assertThat(leadingOut(new Blueprint.Composed(List.of())))
                .containsExactly("shop -> mail:25");
    }

    private static List<String> leadingOut(Blueprint blueprint) {
        Channel mail = TestChannels.sentTo("mail");
        Link link = new Link("shop", mail.at().orElseThrow());
        return RelayedLinks.of(TestChannels.drill(blueprint, List.of(link), mail)).stream()
                .map(Link::toString)
                .toList();
    }
}
