package io.firedrill.evidence.report;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.programme.Clause;
import io.firedrill.evidence.programme.Clauses;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.scenario.Objective;

import java.util.List;
import java.util.stream.Collectors;

/** The clauses that a drill is evidence toward; never that one of them is met. */
final class Toward {
    private Toward() {}

    /** Writes them. */
    static List<Block> of(Material material) {
        Text text = new Text().section("clauses", "Clauses");
        if (material.twin()) {
            return text.line("None: a run on a sabotaged system is evidence toward no clause.")
                    .blocks();
        }
        Clauses registry = Clauses.load();
        Rows rows = Rows.of(
                "Clauses that this drill is evidence toward",
                "Clause",
                "Asks, in short",
                "Strength",
                "By",
                "Source, and when it was looked up");
        for (Clause clause : registry.of(material.scenario())) {
            rows.add(
                    clause.id(),
                    clause.text(),
                    Clauses.weight(clause, material.scenario()).words(),
                    by(material, clause),
                    clause.source() + ", " + clause.checked());
        }
        text.line(Look.NOTE, Words.asSentence(Clauses.CAVEAT));
        if (rows.isEmpty()) {
            text.line("None of the registry's clauses asks for what this drill measures.");
        }
        return text.table(rows).blocks();
    }

    private static String by(Material material, Clause clause) {
        String verdicts = material.drill().objectives().stream()
                .filter(verdict -> material.objective(verdict)
                        .filter(it -> asks(clause, it))
                        .isPresent())
                .map(Toward::said)
                .collect(Collectors.joining(", "));
        return verdicts.isEmpty() ? "the drill itself" : verdicts;
    }

    private static boolean asks(Clause clause, Objective objective) {
        return new Clauses(List.of(clause)).of(objective.kind()).contains(clause);
    }

    private static String said(Verdict verdict) {
        return verdict.id() + " " + Words.status(verdict);
    }
}
