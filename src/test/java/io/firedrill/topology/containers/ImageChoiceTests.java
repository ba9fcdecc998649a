package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageChoiceTests {
    /** The second portal runs what the first one builds. */
    private final ComposeModel model = ComposeModel.read("""
            {"services": {"db": {"image": "postgres"},
                          "portal-1": {"image": "bank-portal", "build": {}},
                          "portal-2": {"image": "bank-portal"},
                          "mailer": {"build": {}}}}""");

    @Test
    void givesWhatIsBuiltATagOfThisCheckoutWhoeverRunsIt() {
        ImageChoice choice = ImageChoice.of(model, "bank", "/here", Map.of());

        assertThat(choice.run()).containsOnlyKeys("portal-1", "portal-2", "mailer");
        assertThat(choice.run().get("portal-1"))
                .isEqualTo(choice.run().get("portal-2"))
                .matches("firedrill-built/bank-portal-1:[0-9a-f]{6}")
                .isNotEqualTo(
                        ImageChoice.of(model, "bank", "/there", Map.of()).run().get("portal-1"));
        assertThat(choice.built().keySet()).containsExactly("mailer", "portal-1");
    }

    @Test
    void stillBuildsForTheOneWhenTheOtherIsReplaced() {
        ImageChoice choice =
                ImageChoice.of(model, "bank", "/here", Map.of("portal-1", "release:7"));

        assertThat(choice.run()).containsEntry("portal-1", "release:7");
        assertThat(choice.run().get("portal-2")).startsWith("firedrill-built/");
        assertThat(choice.built().keySet()).containsExactly("mailer", "portal-1");
        assertThat(choice.replaced()).containsExactly("portal-1");
    }

    @Test
    void doesNotBuildWhatNobodyRuns() {
        ImageChoice choice = ImageChoice.of(
                model,
                "bank",
                "/here",
                Map.of("portal-1", "a", "portal-2", "a", "no-such-service", "b"));

        assertThat(choice.built().keySet()).containsExactly("mailer");
        assertThat(choice.replaced()).containsExactly("portal-1", "portal-2");
    }
}
