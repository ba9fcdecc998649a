package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTests {
    @Test
    void namesAProjectAfterRunAndDrill() {
        assertThat(Names.project("R1", "bank/primary-lost", 1))
                .matches("fd-r1-primary-lost-[0-9a-f]{6}");
    }

    @Test
    void keepsRunsDrillsSystemsTwinsAndRepetitionsApart() {
        List<String> names = Stream.of(
                        Names.project("r1", "bank/primary-lost", 1),
                        Names.project("r2", "bank/primary-lost", 1),
                        Names.project("r1", "bank/primary-lost", 2),
                        Names.project("r1", "shop/primary-lost", 1),
                        Names.project("r1", "bank/primary-lost/no-standby", 1),
                        Names.project("r1", "bank/primary-lost/asynchronous-replication", 1))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void fitsEveryNameIntoADnsLabel() {
        String project =
                Names.project("r".repeat(24), "bank/" + "very-long-drill-name".repeat(5), 1);

        assertThat(project).hasSizeLessThanOrEqualTo(52);
        assertThat(Names.within(project, "a-network-of-a-long-name")).hasSizeLessThanOrEqualTo(63);
        assertThat(Names.within(project, "a-network-of-a-long-name-1"))
                .isNotEqualTo(Names.within(project, "a-network-of-a-long-name-2"));
        assertThat(Names.meeting(project, "consumer".repeat(9)))
                .hasSizeLessThanOrEqualTo(63)
                .startsWith("00-fd-");
    }

    @Test
    void refusesARunIdThatDockerCouldNotCarry() {
        assertThatThrownBy(() -> RunSettings.usual("a b", () -> 0))
                .hasMessage(
                        "run id 'a b'; allowed are 1 to 24 letters, digits and dashes, a letter or digit first");
    }
}
