package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.SampleDrills;
import io.firedrill.SampleNotices;
import io.firedrill.check.Judge;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.seal.ScenarioJson;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every scenario that comes with Firedrill, written as JSON and read back. */
class ShippedScenariosAsJsonTests {
    private static final String SECRET = "correct-horse-battery";

    private static final List<Scenario> SHIPPED = shipped();

    private static List<Scenario> shipped() {
        Set<String> capabilities = Stream.of(
                        ContainersProvisioner.CAPABILITIES, InprocessProvisioner.CAPABILITIES)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Vocabulary words = Judge.withAllChecks()
                .vocabulary(
                        FaultCatalog.load().kinds(),
                        capabilities,
                        JourneyCatalog.load().kinds());
        Reading reading = new ScenarioReader(Map.of("BANK_PASSWORD", SECRET))
                .read(List.of(Path.of("scenarios")), words);
        assertThat(reading.problems()).isEmpty();
        return Stream.concat(reading.drills().stream(), reading.twins().stream())
                .toList();
    }

    @Test
    void eachIsReadBackAsItWasWritten() {
        List<Scenario> all = SHIPPED;

        assertThat(all).hasSizeGreaterThan(40);
        for (Scenario scenario : all) {
            Scenario read = ScenarioJson.read(ScenarioJson.text(scenario));

            assertThat(read.id()).isEqualTo(scenario.id());
            assertThat(read.title()).isEqualTo(scenario.title());
            assertThat(read.about())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("programme.*\\.file")
                    .isEqualTo(scenario.about());
            assertThat(read.customers()).isEqualTo(scenario.customers());
            assertThat(read.customers().keySet())
                    .containsExactlyElementsOf(scenario.customers().keySet());
            assertThat(read.baseline()).isEqualTo(scenario.baseline());
            assertThat(read.steps()).isEqualTo(scenario.steps());
            assertThat(read.objectives()).isEqualTo(scenario.objectives());
            assertThat(read.relayed()).isEqualTo(scenario.relayed());
            assertThat(read.limit()).isEqualTo(scenario.limit());
            assertThat(read.twin()).isEqualTo(scenario.twin());
            sameSystem(read.system(), scenario.system());
        }
    }

    private static void sameSystem(SystemSpec read, SystemSpec system) {
        assertThat(read.name()).isEqualTo(system.name());
        assertThat(read.title()).isEqualTo(system.title());
        assertThat(read.tier()).isEqualTo(system.tier());
        assertThat(read.components()).isEqualTo(system.components());
        assertThat(read.entries()).isEqualTo(system.entries());
        assertThat(read.links()).isEqualTo(system.links());
        assertThat(read.roles()).isEqualTo(system.roles());
        assertThat(read.journeys()).isEqualTo(system.journeys());
        assertThat(read.channels()).isEqualTo(system.channels());
        assertThat(read.communication().map(CommunicationPlan::told))
                .isEqualTo(system.communication().map(CommunicationPlan::told));
        assertThat(read.communication().map(CommunicationPlan::audiences))
                .isEqualTo(system.communication().map(CommunicationPlan::audiences));
        assertThat(read.communication().map(CommunicationPlan::people))
                .isEqualTo(system.communication().map(CommunicationPlan::people));
        assertThat(Tempo.of(read.blueprint())).isEqualTo(Tempo.of(system.blueprint()));
        assertThat(read.secrets()).isEmpty();
    }

    @Test
    void eachIsWrittenTheSameOnceItWasReadBack() {
        for (Scenario scenario : SHIPPED) {
            String text = ScenarioJson.text(scenario);

            assertThat(ScenarioJson.text(ScenarioJson.read(text))).isEqualTo(text);
        }
    }

    @Test
    void noSecretAndNoPathOfThisMachineIsInAnyOfThem() {
        String here = Path.of("").toAbsolutePath().toString();
        for (Scenario scenario : SHIPPED) {
            assertThat(ScenarioJson.text(scenario))
                    .doesNotContain(SECRET, here, "pocket-sms-token");
        }
    }

    @Test
    void aSecretThatStandsInATextIsMasked() {
        Scenario drill = SampleDrills.drill("bank/primary-lost", "recovery");
        Objective told = new Objective(
                "x",
                "x",
                new Settings(Map.of("command", List.of("ask", "--password=" + SECRET))),
                List.of());
        Scenario leaking = new Scenario(
                drill.id(),
                drill.file(),
                "The password is " + SECRET,
                drill.about(),
                drill.system(),
                drill.customers(),
                drill.baseline(),
                drill.steps(),
                List.of(told),
                drill.relayed(),
                drill.limit(),
                drill.twin());

        assertThat(ScenarioJson.text(leaking))
                .doesNotContain(SECRET)
                .contains("The password is ********", "--password=********");
    }

    @Test
    void aSettingThatNoFileCanBringIsRefused() {
        Scenario drill = SampleDrills.drill("bank/primary-lost");
        Objective odd =
                new Objective("x", "x", new Settings(Map.of("odd", new byte[0])), List.of());
        Scenario scenario = new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                drill.system(),
                drill.customers(),
                drill.baseline(),
                drill.steps(),
                List.of(odd),
                drill.relayed(),
                drill.limit(),
                drill.twin());

        assertThatThrownBy(() -> ScenarioJson.text(scenario))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("scenario bank/primary-lost can not be written as JSON: a setting of"
                        + " class [B, which no file can bring");
    }

    @Test
    void aListThatAnOlderFileDoesNotHaveIsEmpty() {
        String text = ScenarioJson.text(SampleNotices.drill(60, "n01-first-notice"));

        Scenario read = ScenarioJson.read(text.replaceAll("\"relayed\" : \\[ ],?", ""));

        assertThat(read.relayed()).isEmpty();
    }
}
