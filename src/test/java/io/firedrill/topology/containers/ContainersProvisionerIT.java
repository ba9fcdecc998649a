package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersProvisionerIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ContainersProvisioner provisioner = new ContainersProvisioner(Shop.settings());
    private SystemUnderDrill system;

    @BeforeAll
    void start() {
        system = provisioner.start(Shop.drill("all"));
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
    }

    @Test
    void cutsTheLinkOfOneConsumerOnly() {
        assertThat(system.witness().link(Shop.LINK, SECOND).outcome()).isEqualTo(Outcome.ANSWERED);

        system.relay(Shop.LINK).hold();

        assertThat(system.witness().link(Shop.LINK, SECOND).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(system.witness()
                        .link(new Link("clerk-2", new Endpoint("till", 8000)), SECOND)
                        .outcome())
                .isEqualTo(Outcome.ANSWERED);
        system.relay(Shop.LINK).release();
        assertThat(system.witness().link(Shop.LINK, SECOND).outcome()).isEqualTo(Outcome.ANSWERED);
    }
}
