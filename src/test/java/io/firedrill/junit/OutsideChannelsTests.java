package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
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

    private static List<Problem> refused(Mode mode, Scenario... drills) {
        return OutsideChannels.refused(Choice.of(mode, List.of(drills), () -> true));
    }

    private static Scenario drill(Blueprint blueprint, Channel... channels) {
        return TestChannels.drill(blueprint, channels);
    }

    @Test
    void thoseThatComponentsSendToAreRefusedInContainersOncePerSystem() {
        Scenario drill = drill(COMPOSED, MAIL, PAGE, SMS);

        assertThat(refused(Mode.CONTAINERS, drill, drill))
                .extracting(Problem::toString)
                .containsExactly("scenarios/shop/system.yaml: channels that components send to are"
                        + " not offered in containers yet: mail, sms; allowed in containers:"
                        + " channels that look at a page. Take them out, or drill a system in this"
                        + " JVM ('inprocess:')");
    }

    @Test
    void thoseThatLookAndThoseOfPocketSystemsAreNot() {
        assertThat(refused(Mode.CONTAINERS, drill(COMPOSED, PAGE), drill(COMPOSED)))
                .isEmpty();
        assertThat(refused(Mode.AUTO, drill(POCKET, MAIL, PAGE))).isEmpty();
    }
}
