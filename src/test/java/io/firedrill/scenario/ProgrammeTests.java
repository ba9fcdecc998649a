package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Programme.Fidelity;
import io.firedrill.scenario.Programme.Fidelity.Likeness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programme, bound field by field, and what it asks of drills. */
class ProgrammeTests {
    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.programmedTo(root);
    }

    private Scenario drill() {
        return folder.read().drills().get(0);
    }

    private Programme programme() {
        return drill().about().programme().orElseThrow();
    }

    @Test
    void theGoodShopWithAProgrammeHasNoProblem() {
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void bindsTheFunctionsAsWritten() {
        assertThat(programme().file()).isEqualTo(root.resolve("programme.yaml"));
        assertThat(programme().title()).isEqualTo("The drills of a shop");
        assertThat(programme().owner()).isEqualTo("Olga");
        assertThat(programme().functions())
                .containsExactly(new Programme.Function(
                        "orders",
                        "Customers order",
                        "Otto",
                        List.of("shop"),
                        Map.of("host lost", Duration.ofDays(30), "site lost", Duration.ofDays(365)),
                        List.of(
                                new Programme.Target("recovery", "30s", "BIA 7", "Ann"),
                                new Programme.Target("data-loss", "0", "", ""),
                                new Programme.Target("availability", "90%", "", ""),
                                new Programme.Target("tolerance", "1m", "", ""))));
    }

    @Test
    void whatIsNotListedIsNotStated() {
        assertThat(programme().fidelity("shop", "db1"))
                .isEqualTo(new Fidelity(Likeness.DIFFERS, "a tenth of the data"));
        assertThat(programme().fidelity("shop", "web").likeness()).isEqualTo(Likeness.SAME);
        assertThat(programme().fidelity("shop", "api-1")).isEqualTo(Fidelity.UNKNOWN);
        assertThat(programme().fidelity("shop", "db2")).isEqualTo(Fidelity.UNKNOWN);
        assertThat(programme().fidelity("bank", "db1")).isEqualTo(Fidelity.UNKNOWN);
    }

    @Test
    void aDrillSaysItselfWhoDidWhatOrTheProgrammeDoes() {
        Programme.Roles all = drill().about().whoDidWhat().orElseThrow();
        folder.replace(
                "shop/db-lost.yaml", "function: orders", "function: orders\nroles: {ran: Rob}");
        Programme.Roles own = drill().about().whoDidWhat().orElseThrow();

        assertThat(all.evaluated()).isEqualTo("Eva");
        assertThat(own).isEqualTo(new Programme.Roles("", "Rob", "", "", ""));
    }

    @Test
    void aDrillNamesItsThreat() {
        folder.replace(
                "shop/db-lost.yaml", "function: orders", "function: orders\nthreat: host lost");

        assertThat(drill().about().threat()).contains("host lost");
        assertThat(folder.read().twins().get(0).about().threat()).contains("host lost");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aTighterLimitThanTheTargetIsWelcome() {
        folder.replace("shop/db-lost.yaml", "within: 30s}", "within: 29s}");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aLooserLimitIsRefusedWhereItStands() {
        folder.replace("shop/db-lost.yaml", "within: 30s}", "within: 31s}");

        assertThat(folder.problems())
                .contains("shop/db-lost.yaml:21:33: 'within' of objective 'recovery' is 31s,"
                        + " looser than the target of function 'orders'; at most 30s, as"
                        + " programme.yaml sets for 'recovery'; a drill may only tighten it");
    }

    @Test
    void theProgrammeHoldsForASystemThatIsReadAlone() {
        folder.replace("shop/db-lost.yaml", "within: 30s}", "within: 31s}");

        Reading reading = new ScenarioReader(Map.of())
                .read(List.of(root.resolve("shop")), Words.vocabulary());

        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void aFunctionOfAnotherSystemIsNoEvidence() {
        folder.replace("programme.yaml", "systems: shop", "systems: till")
                .write("till/system.yaml", folder.text("shop/system.yaml"));

        assertThat(folder.problems())
                .contains("shop/db-lost.yaml:2:11: function 'orders' is not carried by system"
                        + " 'shop'; systems of it in the programme: till");
    }

    @Test
    void withoutAProgrammeNothingIsInvented() {
        ShopFolder plain = ShopFolder.copyTo(root.resolve("plain"));

        Scenario drill = plain.read().drills().get(0);

        assertThat(drill.about().programme()).isEqualTo(Optional.empty());
        assertThat(drill.about().threat()).isEmpty();
        assertThat(drill.about().whoDidWhat()).isEmpty();
    }

    @Test
    void theLinesOfObjectivesAreThoseOfTheFile() {
        assertThat(ObjectivePlaces.of(drill()))
                .isEqualTo(Map.of(
                        "recovery", 21,
                        "availability", 22,
                        "availability-2", 23,
                        "no-loss", 24,
                        "rejoined", 25,
                        "invariant", 26));
    }
}
