package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTests {
    private final Owner self = Owner.current();

    @Test
    void thisProcessLives() {
        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(self.isDead()).isFalse();
        assertThat(Owner.parse(self.toString())).contains(self);
    }

    @Test
    void aProcessOfTheSameNumberThatStartedLaterIsAnother() {
        assertThat(new Owner(self.pid(), self.startTicks() - 1, self.bootId(), self.space())
                        .isDead())
                .isTrue();
    }

    @Test
    void nobodyLivesOnAfterAReboot() {
        assertThat(new Owner(self.pid(), self.startTicks(), "another", self.space()).isDead())
                .isTrue();
    }

    @Test
    void aProcessOfAnotherPidNamespaceCannotBeSeenAndIsLeftAlone() {
        assertThat(new Owner(self.pid(), 1, self.bootId(), "1").isDead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1:2",
                "1:2:3",
                "x:2:b:s",
                "1:-2:b:s",
                "1:2:b:s:t",
                "99999999999999999999:2:b:s"
            })
    void whatIsNotOursIsNoOwner(String label) {
        assertThat(Owner.parse(label)).isEmpty();
    }

    @Test
    void aProcessNameWithBlanksAndBracketsDoesNotShiftTheFields() {
        String stat =
                "12 (a) b (c)) S 1 12 12 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 4711 2592 218 1\n";

        assertThat(Owner.startTicks(stat)).isEqualTo(4711);
    }

    @Test
    void onlyOurOwnOfTheDeadWithoutAWishToKeepIsALeftover() {
        String dead = new Owner(self.pid(), 1, self.bootId(), self.space()).toString();

        assertThat(Sweep.isLeftover(Map.of(Labels.OWNER, dead, Labels.SYSTEM, "s")))
                .isTrue();
        assertThat(Sweep.isLeftover(Map.of(Labels.OWNER, self.toString(), Labels.SYSTEM, "s")))
                .isFalse();
        assertThat(Sweep.isLeftover(
                        Map.of(Labels.OWNER, dead, Labels.SYSTEM, "s", Labels.KEPT, "true")))
                .isFalse();
        assertThat(Sweep.isLeftover(Map.of(Labels.OWNER, dead))).isFalse();
        assertThat(Sweep.isLeftover(Map.of(Labels.OWNER, "somebody", Labels.SYSTEM, "s")))
                .isFalse();
        assertThat(Sweep.isLeftover(Map.of())).isFalse();
    }
}
