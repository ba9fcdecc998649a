package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildsTests {
    private final List<Map<String, String>> built = new ArrayList<>();
    private final Builds builds = new Builds();

    @Test
    void anImageIsNotBuiltAgainForASystemThatNeedsMore() {
        builds.once(Map.of("portal-1", "portal:1"), built::add);
        builds.once(Map.of("portal-1", "portal:1", "portal-bad", "bad:1"), built::add);
        builds.once(Map.of("portal-1", "portal:1"), built::add);
        builds.once(Map.of(), built::add);

        assertThat(built)
                .containsExactly(Map.of("portal-1", "portal:1"), Map.of("portal-bad", "bad:1"));
    }

    @Test
    void theSameServiceOfOtherFilesIsBuiltForItself() {
        builds.once(Map.of("portal-1", "portal:1"), built::add);
        builds.once(Map.of("portal-1", "portal:2"), built::add);

        assertThat(built)
                .containsExactly(Map.of("portal-1", "portal:1"), Map.of("portal-1", "portal:2"));
    }

    @Test
    void whatCouldNotBeBuiltIsTriedAgain() {
        Map<String, String> wanted = Map.of("portal-1", "portal:1");

        assertThatThrownBy(() -> builds.once(wanted, left -> {
                    throw new IllegalStateException("no base image");
                }))
                .hasMessage("no base image");
        builds.once(wanted, built::add);

        assertThat(built).containsExactly(wanted);
    }
}
