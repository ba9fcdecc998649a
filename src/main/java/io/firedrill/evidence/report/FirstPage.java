package io.firedrill.evidence.report;

import io.firedrill.check.FaultFacts;
import io.firedrill.check.Interval;
import io.firedrill.check.JourneyFacts;
import io.firedrill.check.Outage;
import io.firedrill.check.Verdict;
import io.firedrill.check.Verdict.Status;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.evidence.Leaf;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.evidence.TwinCatch;
import io.firedrill.evidence.report.Block.Heading;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first page, for those who read no other: what was tried, whether it held, what customers felt
 * and were told, what was found, when it is due again.
 */
final class FirstPage {
    private final Material material;
    private final Text text = new Text();

    private FirstPage(Material material) {
        this.material = material;
    }

    /** Writes it. */
    static List<Block> of(Material material) {
        return new FirstPage(material).blocks();
    }

    private List<Block> blocks() {
        Scenario scenario = material.scenario();
        text.add(new Heading(1, "", scenario.title()));
        text.line(
                Look.SOFT,
                "Drill " + scenario.id() + " on " + scenario.system().title() + ", "
                        + Words.utc(material.drill().started()) + ", "
                        + Words.minutes(material.drill().lasted()));
        verdict();
        for (String line : ToldChecks.sentences(material.drill())) {
            text.line(Look.NOTE, Words.asSentence(line));
        }
        text.table(answers());
        text.section("", "Objectives against results");
        text.table(objectives());
        return text.add(new Block.FirstPageEnds()).blocks();
    }

    private void verdict() {
        if (material.drill().result().dry()) {
            text.line(Look.UNSURE, Leaf.DRY + ".");
        } else if (material.twin()) {
            twin(TwinCatch.of(
                    material.scenario().twin().orElseThrow(), material.drill().result()));
        } else {
            drill(material.drill().result().status());
        }
    }

    private void drill(Status status) {
        int all = material.drill().objectives().size();
        int missed = material.objectives(Status.FAIL::equals).size();
        switch (status) {
            case PASS ->
                text.line(Look.PASS, "PASS: every objective was met, " + all + " of " + all + ".");
            case FAIL ->
                text.line(
                        Look.FAIL,
                        "FAIL: the system missed " + missed + " of "
                                + Words.counted(all, "objective")
                                + ".");
            case INCONCLUSIVE ->
                text.line(
                        Look.UNSURE,
                        "INCONCLUSIVE: this run does not tell. It is neither a pass nor a failure"
                                + " of the system.");
        }
        if (status != Status.PASS) {
            text.points(
                    material.drill().result().causes().stream()
                            .map(Leaf::sentence)
                            .map(Words::said)
                            .toList(),
                    "No reason was given.");
        }
    }

    private void twin(TwinCatch found) {
        text.line(
                found.caught() ? Look.UNSURE : Look.FAIL,
                found.caught()
                        ? "CONTROL RUN, as it must be: the sabotage was found out."
                        : "CONTROL RUN, NOT as it must be: the sabotage was not found out, so the"
                                + " drill proves nothing.");
        text.line(
                Look.NOTE,
                "This system was sabotaged on purpose ("
                        + Words.stated(found.twin().title())
                        + "), to show that the drill " + found.twin().of()
                        + " can fail. It says nothing about the real system. Expected: "
                        + found.twin().objective() + " " + found.twin().status() + " ("
                        + found.twin().reason() + "). Verdict of this run: "
                        + material.drill().word() + ".");
        if (!found.caught()) {
            text.points(found.faults(), "");
        }
    }

    private Rows answers() {
        return Rows.facts("The drill in short")
                .many("What was tried", tried())
                .add("Did it hold", held())
                .many("What customers felt", felt())
                .add("What they were told", told())
                .many("What was found", Findings.inShort(material))
                .add("Due again", Due.of(material));
    }

    private List<String> tried() {
        List<String> lines = new ArrayList<>();
        for (FaultFacts fault : material.faults()) {
            String on = fault.target().equals(fault.resolved())
                    ? fault.target()
                    : fault.target() + " (then " + fault.resolved() + ")";
            lines.add(fault.called() + ": " + fault.fault() + " on " + on + ", " + lasted(fault));
            Gaps.meaning(fault.fault())
                    .ifPresent(meaning -> lines.add("This stands for: " + meaning));
        }
        if (lines.isEmpty()) {
            lines.add("nothing was broken, so nothing was tried");
        }
        String why = material.scenario().about().why();
        lines.add("Why: " + Words.stated(why));
        return lines;
    }

    private static String lasted(FaultFacts fault) {
        Interval applied = fault.applied().orElseThrow();
        return fault.healed()
                .map(healed -> "undone after " + Words.duration(healed.since(applied)))
                .orElse("never undone");
    }

    private String held() {
        List<Verdict> all = material.drill().objectives();
        int met = material.objectives(Status.PASS::equals).size();
        int missed = material.objectives(Status.FAIL::equals).size();
        int open = all.size() - met - missed;
        String answer = missed > 0 ? "no: " : open > 0 || all.isEmpty() ? "not known: " : "yes: ";
        return answer + met + " of " + Words.counted(all.size(), "objective") + " met, " + missed
                + " missed, " + open + " not measured";
    }

    private List<String> felt() {
        if (material.firstFault().isEmpty()) {
            return List.of("nothing that a fault caused: none was applied");
        }
        List<String> lines = new ArrayList<>();
        for (Harm harm : Harm.of(material)) {
            lines.add(harm.journey() + ": " + harm.turnedAway() + " of " + harm.setOut()
                    + " who set out since the first fault were not served, " + harm.delayed()
                    + " waited longer than when all was well" + longest(harm));
        }
        return lines;
    }

    private String longest(Harm harm) {
        Optional<Outage> longest = material.journeys().stream()
                .filter(journey -> journey.name().equals(harm.journey()))
                .map(JourneyFacts::outages)
                .flatMap(List::stream)
                .filter(outage -> outage.impact().hi() >= material.firstFault().orElse(0))
                .max(Comparator.comparingLong(
                        outage -> outage.duration().map(Interval::hi).orElse(Long.MAX_VALUE)));
        return longest.map(outage -> outage.duration()
                        .map(time -> "; the longest outage lasted " + Words.duration(time))
                        .orElse("; an outage lasted until the end"))
                .orElse("; no outage");
    }

    private String told() {
        if (material.scenario().system().channels().isEmpty()) {
            return "not measured: this system has no channel on which people are told";
        }
        long notices = material.events(Event.NoticeReceived.class).stream()
                .filter(notice ->
                        !notice.facts().getOrDefault(Fact.INCIDENT, "").isEmpty())
                .filter(notice -> !"yes".equals(notice.facts().get(Fact.TEST)))
                .count();
        List<Verdict> checks = material.told();
        long met =
                checks.stream().filter(check -> check.status() == Status.PASS).count();
        String arrived = Words.counted(notices, "message") + " of the incident arrived; ";
        return checks.isEmpty()
                ? arrived + "not judged: this drill sets no check on what people are told"
                : arrived + met + " of " + Words.counted(checks.size(), "check")
                        + " on what people were told held";
    }

    private Rows objectives() {
        Rows rows = Rows.of(
                "Each objective and what came of it",
                "Objective",
                "Target",
                "Measured",
                "Verdict",
                "In a sentence");
        for (Verdict verdict : material.drill().objectives()) {
            rows.add(List.of(
                    Cell.of(verdict.id()),
                    Rows.cell(verdict.target()),
                    Cell.of(Words.measured(material.drill(), verdict)),
                    new Cell(List.of()).plus(Words.style(verdict), Words.status(verdict)),
                    Rows.cell(Words.sentence(verdict))));
        }
        return rows;
    }
}
