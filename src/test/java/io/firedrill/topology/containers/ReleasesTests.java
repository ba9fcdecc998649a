package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.ProvisioningException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which images the steps of a drill put components on. */
class ReleasesTests {
    private static final String CONFIG = """
            {"services": {
              "portal-1": {"image": "bank/portal:dev", "build": {"context": "."}},
              "portal-2": {"image": "bank/portal:dev"},
              "portal-bad": {"image": "bank/portal:bad", "build": {"context": "bad"}},
              "nameless": {"build": {"context": "bad"}},
              "etcd": {"image": "etcd:3.5"},
              "nothing": {}}}
            """;

    private final ComposeModel model = ComposeModel.read(CONFIG);
    private final ImageChoice choice = ImageChoice.of(model, "bank", "key", Map.of());

    private Releases releases(String... wanted) {
        return Releases.of(Set.of(wanted), model, choice);
    }

    @Test
    void aServiceThatIsBuiltIsBuiltUnderATagOfOurs() {
        String tag = "firedrill-built/bank-portal-bad:" + Names.hash("key");

        assertThat(releases("portal-bad"))
                .isEqualTo(new Releases(Map.of("portal-bad", tag), Map.of("portal-bad", tag)));
        assertThat(releases("nameless").built().keySet()).containsExactly("nameless");
    }

    @Test
    void aServiceThatRunsAnImageBuiltByAnotherNamesThat() {
        Releases portal = releases("portal-2");

        assertThat(portal.built().keySet()).containsExactly("portal-1");
        assertThat(portal.images()).isEqualTo(Map.of("portal-2", portal.built().get("portal-1")));
    }

    @Test
    void whatIsNotBuiltIsTakenAsItIs() {
        assertThat(releases("etcd", "shop/portal:2.6"))
                .isEqualTo(new Releases(
                        Map.of("etcd", "etcd:3.5", "shop/portal:2.6", "shop/portal:2.6"),
                        Map.of()));
    }

    @Test
    void aServiceWithoutAnImageIsRefused() {
        assertThatThrownBy(() -> releases("nothing"))
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("service 'nothing', whose image a step puts components on, has neither"
                        + " 'image' nor 'build'; services: portal-1, portal-2, portal-bad,"
                        + " nameless, etcd, nothing");
    }

    @Test
    void onlyStepsThatSwapImagesWantThem() {
        Scenario crash = Shop.drill("crash");
        Settings to = new Settings(Map.of("to", "portal-bad"));
        Step swap = new Step.Inject(
                new Trigger.After(Duration.ZERO),
                "bad release",
                new FaultSpec("swap-image", new FaultSpec.Target.Component("till"), to));

        assertThat(Releases.wanted(crash)).isEmpty();
        assertThat(Releases.wanted(Shop.drill("swap", List.of(swap))))
                .containsExactly("portal-bad");
    }
}
