package io.firedrill.topology;

import static io.firedrill.topology.RelayState.INITIAL;
import static io.firedrill.topology.RelayState.Listener.CLOSED;
import static io.firedrill.topology.RelayState.Listener.OPEN;
import static io.firedrill.topology.RelayState.Listener.SILENT;
import static io.firedrill.topology.RelayState.Provider.DEAD;
import static io.firedrill.topology.RelayState.Provider.LOST;
import static io.firedrill.topology.RelayState.Provider.STARTING;
import static io.firedrill.topology.RelayState.Provider.UP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelayStateTests {
    @Test
    void refusesFromTheDeathOfItsProviderUntilThatListensAgain() {
        RelayState dead = INITIAL.with(DEAD);

        assertThat(INITIAL.listener()).isEqualTo(OPEN);
        assertThat(dead.listener()).isEqualTo(CLOSED);
        assertThat(dead.with(STARTING).listener()).isEqualTo(CLOSED);
        assertThat(dead.with(STARTING).with(UP).listener()).isEqualTo(OPEN);
    }

    @Test
    void isSilentFromTheLossOfTheHostUntilSomethingIsStartedOnIt() {
        RelayState lost = INITIAL.with(LOST);

        assertThat(lost.listener()).isEqualTo(SILENT);
        assertThat(lost.with(DEAD).listener()).isEqualTo(SILENT);
        assertThat(lost.with(DEAD).with(STARTING).listener()).isEqualTo(CLOSED);
    }

    @Test
    void doesNotBelieveThatADeadProviderListens() {
        assertThat(INITIAL.with(STARTING).with(DEAD).with(UP).listener()).isEqualTo(CLOSED);
        assertThat(INITIAL.with(LOST).with(UP).listener()).isEqualTo(SILENT);
    }

    @Test
    void aFaultsHoldOutlastsEveryNewsOfTheProvider() {
        RelayState held = INITIAL.withHeld(true);

        assertThat(held.listener()).isEqualTo(CLOSED);
        assertThat(held.with(DEAD).with(STARTING).with(UP).listener()).isEqualTo(CLOSED);
        assertThat(held.with(LOST).listener()).isEqualTo(CLOSED);
    }

    @Test
    void aReleasedRelayIsWhatItsProviderIs() {
        RelayState held = INITIAL.withHeld(true);

        assertThat(held.withHeld(false).listener()).isEqualTo(OPEN);
        assertThat(held.with(DEAD).withHeld(false).listener()).isEqualTo(CLOSED);
        assertThat(held.with(LOST).withHeld(false).listener()).isEqualTo(SILENT);
    }
}
