package io.firedrill.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings as a table of text. */
final class ProofTable {
    private ProofTable() {}

    private record Row(boolean good, String id, String expected, String count, String more) {
        String text() {
            String mark = good ? " " : "!";
            return String.format(
                            Locale.ROOT, "%s %-48s %-50s %8s  %s", mark, id, expected, count, more)
                    .stripTrailing();
        }
    }

    static String of(Findings findings) {
        return Stream.of(defects(findings), refused(findings), drills(findings))
                .flatMap(List::stream)
                .map(Row::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<Row> defects(Findings findings) {
        List<Row> rows = new ArrayList<>();
        findings.defects()
                .forEach(it -> rows.add(new Row(
                        it.proven(),
                        it.id(),
                        it.expected(),
                        it.caught() + "/" + it.trials(),
                        more(it.seconds(), it.otherwise()))));
        return rows;
    }

    private static List<Row> refused(Findings findings) {
        return findings.refused().stream()
                .map(it -> new Row(it.caught(), it.id(), "refused by the reader", "", ""))
                .toList();
    }

    private static List<Row> drills(Findings findings) {
        List<Row> rows = new ArrayList<>();
        findings.drills()
                .forEach(it -> rows.add(new Row(
                        it.failed() == 0,
                        it.id(),
                        it.noisy() ? "healthy, under noise: PASS" : "healthy: PASS",
                        it.passed() + "/" + it.trials(),
                        more(it.seconds(), it.otherwise()))));
        return rows;
    }

    private static String more(double seconds, Map<String, Integer> otherwise) {
        String mean = String.format(Locale.ROOT, "%5.1f s", seconds);
        return otherwise.isEmpty() ? mean : mean + "  otherwise " + otherwise;
    }

    /** Says the outcome of all, and why it is no proof where it is none. */
    static String verdict(Findings findings) {
        int all = findings.defects().size() + findings.refused().size();
        String counted = findings.proven() + " of " + all + " defects caught every time; "
                + findings.healthyTrials() + " drills of the healthy bank, "
                + findings.failed() + " FAIL, "
                + findings.inconclusive()
                + " INCONCLUSIVE; tried again, since they could not tell: "
                + findings.facts().getOrDefault(ProofRun.TRIED_AGAIN, "0");
        return Stream.concat(Stream.of(counted), findings.faults().stream())
                .collect(Collectors.joining("\n"));
    }
}
