package io.firedrill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlapTests {
    private static final Trigger WHEN = new Trigger.Failing("pay", Duration.ofSeconds(1));

    private static Step.Inject flap(int times) {
        Map<String, Object> settings =
                Map.of("down", Duration.ofSeconds(2), "up", Duration.ofSeconds(3), "times", times);
        FaultSpec.Target target = new FaultSpec.Target.OnLink(OneLink.LINK);
        return new Step.Inject(
                WHEN, "loose cable", new FaultSpec("flap", target, new Settings(settings)));
    }

    @Test
    void isPlayedAsCutsAndHealsEachWithANameOfItsOwn() {
        FaultSpec cut = new FaultSpec(
                "cut", new FaultSpec.Target.OnLink(OneLink.LINK), new Settings(Map.of()));
        Trigger down = new Trigger.After(Duration.ofSeconds(2));
        Trigger up = new Trigger.After(Duration.ofSeconds(3));

        List<Step> steps = new Flap().kind().expansion().apply(flap(2));

        assertThat(steps)
                .containsExactly(
                        new Step.Inject(WHEN, "loose cable 1", cut),
                        new Step.Heal(down, "loose cable 1"),
                        new Step.Inject(up, "loose cable 2", cut),
                        new Step.Heal(down, "loose cable 2"));
    }

    @Test
    void isBoundedAndNeverAimedItself() {
        assertThat(new Flap().kind().expansion().apply(flap(999_999_999))).hasSize(200);
        assertThatThrownBy(() -> new Flap().aim(flap(1).fault(), new OneLink(null)))
                .hasMessage("fault 'flap' is a schedule of cuts; see its kind's expansion");
    }

    @Test
    void everyOtherFaultIsPlayedAsWritten() {
        assertThat(new Cut().kind().expansion().apply(flap(2))).containsExactly(flap(2));
    }
}
