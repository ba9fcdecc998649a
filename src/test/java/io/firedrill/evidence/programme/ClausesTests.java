package io.firedrill.evidence.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.Judge;
import io.firedrill.evidence.programme.Clause.Strength;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The registry of clauses, and what it must never say. */
final class ClausesTests {
    private static final Clauses CLAUSES = Clauses.load();

    @Test
    void everyCitationWasLookedUpInTheLastEighteenMonths() {
        LocalDate today = Standing.day(new SystemClock().wall());

        assertThat(CLAUSES.stale(today))
                .as("look these up again, and set 'checked' in clauses.yaml")
                .isEmpty();
    }

    @Test
    void aCitationOfEighteenMonthsIsFineAndOneDayLaterItIsStale() {
        Clause clause = new Clause(
                "X 1", "x", Strength.DIRECT, "x", LocalDate.of(2026, 5, 23), List.of("recovery"));

        assertThat(new Clauses(List.of(clause)).stale(LocalDate.of(2027, 11, 23)))
                .isEmpty();
        assertThat(new Clauses(List.of(clause)).stale(LocalDate.of(2027, 11, 24)))
                .containsExactly(clause);
    }

    @Test
    void theClausesOfTheDefinitionAreThere() {
        assertThat(CLAUSES.all())
                .extracting(Clause::id)
                .doesNotHaveDuplicates()
                .contains(
                        "DORA 11(4)",
                        "DORA 11(6)(a)",
                        "DORA 11(6)(b)",
                        "DORA 11(8)",
                        "DORA 12(2)",
                        "DORA 12(3)",
                        "DORA 12(6)",
                        "DORA 12(7)",
                        "DORA 14",
                        "DORA 19(3)",
                        "DORA 24",
                        "DORA 25(1)",
                        "RTS 2024/1774 25(2)",
                        "RTS 2024/1774 25(5)",
                        "RTS 2024/1774 26(2)",
                        "ISO 22301 8.4.3",
                        "ISO 22301 8.4.5",
                        "ISO 22301 8.5",
                        "SOC 2 A1.2",
                        "SOC 2 A1.3",
                        "SOC 2 CC7.4",
                        "SOC 2 CC7.5",
                        "NIST 800-34 3.5.1",
                        "NIST 800-84",
                        "FFIEC BCM VII.K",
                        "SYSC 15A.5",
                        "SYSC 15A.8",
                        "HIPAA 164.308(a)(7)(ii)(D)");
    }

    @Test
    void everyObjectiveThatIsNamedIsOneThatCanBeJudged() {
        List<String> kinds =
                Judge.withAllChecks().kinds().stream().map(ObjectiveKind::name).toList();
        TreeSet<String> named = new TreeSet<>();
        CLAUSES.all().forEach(clause -> named.addAll(clause.objectives()));
        CarePoint.ALL.forEach(point -> named.addAll(point.checks()));
        named.removeAll(List.of(Clause.TOLD, Clause.EVERY_DRILL));

        assertThat(kinds).containsAll(named);
    }

    @Test
    void thePointsOfCustomerCareAreFifteen() {
        assertThat(CarePoint.ALL).hasSize(15);
    }

    @Test
    void noClauseIsOnPenetrationTesting() {
        assertThat(CLAUSES.all()).allSatisfy(clause -> {
            assertThat(clause.id()).doesNotContain("DORA 26", "DORA 27", "11.4");
            assertThat(clause.text().toLowerCase(Locale.ROOT)).doesNotContain("penetration");
        });
    }

    @Test
    void nothingThatIsShippedSaysThatAnythingConforms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).toUpperCase(Locale.ROOT);
                assertThat(text.contains("COMPLIANT")).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void aKindOfObjectiveHasItsClauses() {
        assertThat(CLAUSES.of("restored")).extracting(Clause::id).contains("DORA 12(2)");
        assertThat(CLAUSES.of("n05-cadence"))
                .extracting(Clause::id)
                .contains("DORA 14", "ISO 22301 8.4.3")
                .doesNotContain("DORA 12(2)");
        assertThat(CLAUSES.of("no-such-kind")).isEmpty();
    }

    @Test
    void aDrillHasThoseOfItsObjectivesAndThoseOfEveryDrill() {
        Scenario drill =
                new Standings().drill("bank/x", "host lost", "restored").first();

        assertThat(CLAUSES.of(drill))
                .extracting(Clause::id)
                .contains("DORA 12(2)", "NIST 800-84")
                .doesNotContain("DORA 14");
    }

    @Test
    void strengthIsLowerWhereFidelityIsNotStated() {
        Clause clause = CLAUSES.of("restored").get(0);
        Scenario stated =
                new Standings().drill("bank/x", "host lost", "restored").first();
        Scenario open =
                new Standings(Map.of()).drill("bank/x", "host lost", "restored").first();
        Scenario alone = SampleDrills.drill("bank/x", "restored");

        assertThat(Clauses.weight(clause, stated).words()).isEqualTo("supporting");
        assertThat(Clauses.weight(clause, open).words())
                .isEqualTo("indirect (lowered: fidelity of a component not stated)");
        assertThat(Clauses.weight(clause, alone)).isEqualTo(Clauses.weight(clause, open));
    }

    @Test
    void strengthNeverFallsBelowTheLowest() {
        assertThat(Strength.DIRECT.lowered()).isEqualTo(Strength.SUPPORTING);
        assertThat(Strength.INDIRECT.lowered()).isEqualTo(Strength.INDIRECT);
    }
}
