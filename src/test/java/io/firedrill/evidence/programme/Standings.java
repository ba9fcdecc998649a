package io.firedrill.evidence.programme;

import io.firedrill.SampleDrills;
import io.firedrill.evidence.PastRun;
import io.firedrill.evidence.ThisRun;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Programme.Fidelity;
import io.firedrill.scenario.Programme.Fidelity.Likeness;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A programme of one function, its drills, and what they said. */
final class Standings {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String FUNCTION = "online payments";

    private final List<Scenario> drills = new ArrayList<>();
    private final List<PastRun> past = new ArrayList<>();
    private final List<ThisRun.Row> rows = new ArrayList<>();
    private final Programme programme;

    Standings() {
        this(Map.of(
                "bank",
                new Programme.SystemFacts(
                        "",
                        Map.of(
                                "db1", new Fidelity(Likeness.DIFFERS, "smaller"),
                                "db2", new Fidelity(Likeness.SAME, "")))));
    }

    Standings(Map<String, Programme.SystemFacts> facts) {
        this("The bank's drills", facts);
    }

    Standings(String title, Map<String, Programme.SystemFacts> facts) {
        Map<String, Duration> threats = new LinkedHashMap<>();
        threats.put("host lost", Duration.ofDays(30));
        threats.put("site lost", Duration.ofDays(90));
        programme = new Programme(
                Path.of("scenarios/programme.yaml"),
                title,
                "Olga",
                List.of(new Programme.Function(
                        FUNCTION,
                        "Customers pay",
                        "Otto",
                        List.of("bank", "pocket"),
                        threats,
                        List.of(
                                new Programme.Target("recovery", "30s", "BIA 7", "Ann"),
                                new Programme.Target("data-loss", "0", "", "")))),
                facts,
                Optional.empty());
    }

    /** Adds a drill of the programme. */
    Standings drill(String id, String threat, String... objectives) {
        return add(SampleDrills.drill(id, objectives), Optional.of(threat));
    }

    Standings add(Scenario it, Optional<String> threat) {
        drills.add(new Scenario(
                it.id(),
                it.file(),
                it.title(),
                new Scenario.About(
                        it.about().function(),
                        it.about().plan(),
                        it.about().level(),
                        1,
                        it.about().severity(),
                        it.about().why(),
                        it.about().predict(),
                        threat,
                        Optional.empty(),
                        Map.of(),
                        Optional.of(programme)),
                it.system(),
                it.customers(),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin()));
        return this;
    }

    /** Adds a run so many days ago; each objective has the verdict of the drill. */
    Standings ran(String id, int daysAgo, String verdict) {
        Map<String, String> objectives = new LinkedHashMap<>();
        drills.stream()
                .filter(drill -> drill.id().equals(id))
                .flatMap(drill -> drill.objectives().stream())
                .forEach(objective -> objectives.put(objective.id(), verdict));
        past.add(new PastRun(
                id, NOW.minus(Duration.ofDays(daysAgo)), verdict, Map.of(), objectives));
        return this;
    }

    /** Adds a passing run that measured its recovery. */
    Standings measured(String id, int daysAgo, PastRun.Value value) {
        past.add(new PastRun(
                id,
                NOW.minus(Duration.ofDays(daysAgo)),
                "PASS",
                Map.of("recovery", value),
                Map.of("recovery", "PASS")));
        return this;
    }

    static PastRun.Value seconds(double low, double high) {
        return new PastRun.Value(low, high, "s", true, false);
    }

    /** Adds a row of this run. */
    Standings row(ThisRun.Row row) {
        rows.add(row);
        return this;
    }

    Scenario first() {
        return drills.get(0);
    }

    Standing standing() {
        ThisRun run = new ThisRun(
                "PASS",
                "held",
                "containers",
                NOW.minusSeconds(600),
                NOW,
                rows.size(),
                rows,
                List.of(),
                List.of(),
                List.of());
        return new Standing(
                run,
                drills,
                past,
                Clauses.load(),
                Map.of("bank/primary-lost", "drills/bank/primary-lost/report.html"));
    }
}
