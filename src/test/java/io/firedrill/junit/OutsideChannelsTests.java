package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Options.Mode;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutsideChannelsTests {
    private static final Channel MAIL = TestChannels.sentTo("mail");
    private static final Channel SMS = TestChannels.sentTo("sms");
    private static final Channel PAGE = TestChannels.lookedAt("page");
    private static final Blueprint COMPOSED = new Blueprint.Composed(List.of());
    private static final Blueprint POCKET = new Blueprint.Inprocess("shop", Map.of());

    private static List<Problem> unreachable(Mode mode, Scenario... drills) {
        return OutsideChannels.unreachable(Choice.of(mode, List.of(drills), () -> true));
    }

    private static Scenario drill(Blueprint blueprint, Channel... channels) {
        return TestChannels.drill(blueprint, channels);
    }

    @Test
    void aProviderThatNoLinkLeadsToIsRefusedInContainersOncePerSystem() {
        Scenario drill = drill(COMPOSED, MAIL, PAGE, SMS);

        assertThat(unreachable(Mode.CONTAINERS, drill, drill))
                .extracting(Problem::toString)
                .containsExactly(
                        "scenarios/shop/system.yaml: a channel is at mail:25, and no link leads"
                                + " there; needed in containers: '<component> -> mail:25' for each"
                                + " component that sends there. Components in containers find"
                                + " whoever is outside of the system by a link only",
                        "scenarios/shop/system.yaml: a channel is at sms:25, and no link leads"
                                + " there; needed in containers: '<component> -> sms:25' for each"
                                + " component that sends there. Components in containers find"
                                + " whoever is outside of the system by a link only");
    }

    @Test
    void oneThatALinkLeadsToThoseThatLookAndThoseOfPocketSystemsAreNot() {
        Link link = new Link("shop", MAIL.at().orElseThrow());
        Scenario linked = TestChannels.drill(COMPOSED, List.of(link), MAIL, PAGE);

        assertThat(unreachable(Mode.CONTAINERS, linked, drill(COMPOSED))).isEmpty();
        assertThat(unreachable(Mode.AUTO, drill(POCKET, MAIL, PAGE))).isEmpty();
    }
}
