package io.firedrill.proof;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page for people: one file, no script, nothing from outside. */
final class ProofPage {
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; color: #1c2430; max-width: 68rem; margin: 2.5rem auto; padding: 0 1rem; }
            h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 2.4rem 0 .5rem; }
            p { max-width: 46rem; } .lead { font-size: 1.1rem; }
            .banner { border-left: .4rem solid #1a7f4b; background: #eef8f2; padding: .8rem 1.1rem; margin: 1.2rem 0; }
            .banner.bad { border-color: #b3261e; background: #fdf0ef; } .banner b { font-size: 1.15rem; }
            table { border-collapse: collapse; width: 100%; font-size: .92rem; }
            th { text-align: left; font-weight: 600; border-bottom: 2px solid #c8d0da; padding: .35rem .6rem; }
            td { border-bottom: 1px solid #e3e8ee; padding: .35rem .6rem; vertical-align: top; }
            td.n, th.n { text-align: right; white-space: nowrap; } small { color: #5a6675; }
            .good { color: #1a7f4b; font-weight: 600; } .bad { color: #b3261e; font-weight: 600; }
            code { font-size: .85rem; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; }
            dt { color: #5a6675; } dd { margin: 0; }
            """;

    private final Findings findings;

    private ProofPage(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        return new ProofPage(findings).page();
    }

    private String page() {
        return String.join(
                "\n",
                "<!doctype html>",
                "<html lang=\"en\"><head><meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<title>Can the verdicts be trusted?</title><style>" + STYLE
                        + "</style></head><body>",
                "<h1>Can the verdicts be trusted?</h1>",
                "<p class=\"lead\">A drill that passes when failover is broken is worse than no drill."
                        + " So a small bank was broken on purpose, in many ways, one at a time. Each"
                        + " defect must be found in every trial, by the objective that it harms and"
                        + " for its reason, and by no other. And the healthy bank was drilled over"
                        + " and over: it must never fail.</p>",
                banner(),
                section("Defects", "What was broken, and what it had to turn red.", defects()),
                section(
                        "Defects that cannot even be run",
                        "Drills that could not show anything. They are refused before anything starts.",
                        refused()),
                section(
                        "The healthy bank",
                        "Nothing was broken but what the drill itself breaks, so every drill had to pass."
                                + " Noise: every core busy half of the time, and a disk that never rests.",
                        drills()),
                "<h2>How it was run</h2>",
                facts(),
                "</body></html>",
                "");
    }

    private String banner() {
        List<String> faults = findings.faults();
        String verdict = faults.isEmpty() ? "Proven" : "Not proven";
        String counted = ProofTable.verdict(findings).lines().findFirst().orElse("");
        String why = faults.stream()
                .map(fault -> "<li>" + escape(fault) + "</li>")
                .collect(Collectors.joining());
        return "<div class=\"banner" + (faults.isEmpty() ? "" : " bad") + "\"><b>" + verdict
                + "</b><br>" + escape(counted) + "." + (why.isEmpty() ? "" : "<ul>" + why + "</ul>")
                + "</div>";
    }

    private static String section(String title, String about, String table) {
        return "<h2>" + title + "</h2><p>" + about + "</p>" + table;
    }

    private String defects() {
        return table(
                "<th>What was broken<th>In the drill<th>Must turn<th class=n>Caught<th class=n>Mean time",
                findings.defects().stream()
                        .map(it -> "<td>" + escape(it.twin().title()) + otherwise(it.otherwise())
                                + "<td>" + escape(drillOf(it.id()))
                                + "<td>" + escape(it.twin().objective()) + " <small>"
                                + escape(it.twin().status()) + "</small><br><code>"
                                + escape(it.twin().reason()) + "</code>"
                                + count(it.proven(), it.caught(), it.trials())
                                + seconds(it.seconds())));
    }

    private static String drillOf(String id) {
        return id.split("/", -1)[1];
    }

    private String refused() {
        return table(
                "<th>What was wrong<th>What was said<th class=n>Refused",
                findings.refused().stream()
                        .map(it -> "<td>" + escape(it.title()) + "<td><small>"
                                + escape(String.join(" \u00b7 ", it.said())) + "</small>"
                                + "<td class=\"n " + (it.caught() ? "good\">yes" : "bad\">no")));
    }

    private String drills() {
        return table(
                "<th>Drill<th>Noise<th class=n>Passed<th class=n>Failed<th class=n>Inconclusive"
                        + "<th class=n>Mean time",
                findings.drills().stream()
                        .map(it -> "<td>" + escape(it.title()) + otherwise(it.otherwise())
                                + "<td>" + (it.noisy() ? "yes" : "no")
                                + count(it.failed() == 0, it.passed(), it.trials())
                                + "<td class=n>" + it.failed()
                                + "<td class=n>" + it.inconclusive()
                                + seconds(it.seconds())));
    }

    private static String table(String head, Stream<String> rows) {
        return rows.collect(Collectors.joining(
                "\n<tr>",
                "<table><thead><tr>" + head + "</thead><tbody>\n<tr>",
                "</tbody></table>"));
    }

    private static String count(boolean good, int some, int all) {
        return "<td class=\"n " + (good ? "good" : "bad") + "\">" + some + " of " + all;
    }

    private static String seconds(double seconds) {
        return "<td class=n>" + String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String otherwise(Map<String, Integer> otherwise) {
        return otherwise.entrySet().stream()
                .map(it -> "<br><small>" + it.getValue() + " \u00d7 " + escape(it.getKey())
                        + "</small>")
                .collect(Collectors.joining());
    }

    private String facts() {
        return findings.facts().entrySet().stream()
                .map(it -> "<dt>" + escape(it.getKey()) + "<dd>" + escape(it.getValue()))
                .collect(Collectors.joining("\n", "<dl>", "</dl>"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
