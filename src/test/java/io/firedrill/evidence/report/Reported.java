package io.firedrill.evidence.report;

import io.firedrill.check.DrillFacts;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Price;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Drills as they are reported on, and their reports as a reader finds them. */
final class Reported {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    private Reported() {}

    static Drilled drilled(Scenario scenario, Journal journal, Verdict... verdicts) {
        return drilled(new DrillResult(scenario, List.of(verdicts)), journal);
    }

    static Drilled drilled(DrillResult result, Journal journal) {
        return new Drilled(
                result,
                journal,
                Path.of("drills", "bank", "primary-lost"),
                START,
                START.plusSeconds(51),
                List.of(),
                List.of());
    }

    /** Gives the same drill as part of a programme, with prices. */
    static Scenario with(Scenario it, Optional<Programme> programme, Map<String, Price> prices) {
        Scenario.About about = it.about();
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                new Scenario.About(
                        about.function(),
                        about.plan(),
                        about.level(),
                        about.repeat(),
                        about.severity(),
                        about.why(),
                        about.predict(),
                        Optional.of("host lost"),
                        Optional.empty(),
                        prices,
                        programme),
                it.system(),
                it.customers(),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }

    /** Gives the material without pictures. */
    static Material material(Drilled drill) {
        return new Material(
                drill,
                DrillFacts.of(drill.scenario(), drill.journal()),
                new Material.Pictures("<svg></svg>", "<svg></svg>"),
                "");
    }

    /** Seals a pack and gives the page that is in it. */
    static Document page(Path folder, Drilled drill) throws Exception {
        return Jsoup.parse(source(folder, drill));
    }

    /** The same as text. */
    static String source(Path folder, Drilled drill) throws Exception {
        Path pack = folder.resolve("pack");
        PackFolder.begin(pack).seal(drill, Seal.plain());
        return Files.readString(pack.resolve(Report.PAGE));
    }

    /** Gives what stands below a heading of the second level; before all of them: "First page". */
    static String part(Document page, String heading) {
        StringBuilder text = new StringBuilder();
        String at = "First page";
        for (Element child : page.selectFirst("main").children()) {
            if (child.tagName().equals("h2") && child.hasAttr("id")) {
                at = child.text();
            }
            if (at.equals(heading)) {
                text.append(child.text()).append('\n');
            }
        }
        return text.toString();
    }

    /** Gives what a table of facts says of something, in the first table that names it. */
    static String says(Document page, String what) {
        return page.select("table.r-facts tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(what))
                .map(row -> row.select("td").text())
                .findFirst()
                .orElse("(nothing)");
    }
}
