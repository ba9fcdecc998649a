package io.firedrill.evidence.report;

import io.firedrill.check.Prediction;
import io.firedrill.check.Verdict;
import io.firedrill.check.Verdict.Status;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.evidence.RunsInWords;
import io.firedrill.evidence.SplitPicture;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Programme;

import java.util.List;
import java.util.Optional;

/** Objective by objective: what was asked before the run, what was measured, and why it is so. */
final class Objectives {
    private final Material material;
    private final Text text = new Text();

    private Objectives(Material material) {
        this.material = material;
    }

    /** Writes them. */
    static List<Block> of(Material material) {
        return new Objectives(material).blocks();
    }

    private List<Block> blocks() {
        text.section("objectives", "Objective by objective");
        text.line("Targets were written in the drill's file before the run; verdicts are computed"
                + " from the journal, never typed. A measured value is an interval in which the"
                + " truth lies; where it holds the limit, the verdict is INCONCLUSIVE.");
        material.drill().objectives().forEach(this::objective);
        predictions();
        checks();
        return text.blocks();
    }

    private void objective(Verdict verdict) {
        text.under(verdict.id() + ": " + Words.status(verdict));
        Rows rows = Rows.facts("Objective " + verdict.id())
                .add("In a sentence", Words.sentence(verdict))
                .add("Target", verdict.target())
                .add("Where the target comes from", source(verdict))
                .add("Measured", Words.measured(material.drill(), verdict))
                .add("The truth lies in", Words.between(verdict))
                .add(List.of(
                        Cell.of("Verdict"),
                        new Cell(List.of()).plus(Words.style(verdict), Words.status(verdict))));
        verdict.reason().ifPresent(reason -> rows.add("Reason code", reason.name()));
        verdict.details().forEach((name, value) -> rows.add(Words.said(name), Words.said(value)));
        text.table(rows);
        SplitPicture.draw(material.drill(), verdict)
                .ifPresent(svg -> text.add(new Block.Drawing(
                        svg,
                        "From the moment customers were hit until they were served again; thin"
                                + " lines show how exactly each moment is known, the dashed one"
                                + " the limit.")));
    }

    private String source(Verdict verdict) {
        String kind = material.objective(verdict).map(Objective::kind).orElse("");
        Optional<Programme.Target> target =
                material.function().map(Programme.Function::targets).stream()
                        .flatMap(List::stream)
                        .filter(it -> it.value().equals(kind))
                        .findFirst();
        String because = material.objective(verdict)
                .flatMap(it -> it.settings().find("because", Object.class))
                .map(why -> "; other than the plan, because: " + why)
                .orElse("");
        return target.map(it -> "the programme's " + it.limit() + "; source: "
                                + Words.stated(it.source()) + "; approved by: "
                                + Words.stated(it.approver()))
                        .orElse(Words.NOT_STATED)
                + because;
    }

    private void predictions() {
        text.under("What its authors predicted");
        text.points(
                Prediction.of(material.drill().result()).stream()
                        .map(it -> Words.asSentence(RunsInWords.said(material.drill(), it)))
                        .toList(),
                "Nothing was predicted.");
    }

    private void checks() {
        text.under("Checks of the drill itself");
        text.line("These are always on: a drill that broke nothing, or in which nobody was there"
                + " to feel it, proves nothing.");
        Rows rows =
                Rows.of("Checks of the drill itself", "Check", "Asked", "Verdict", "In a sentence");
        material.drill().result().verdicts().stream()
                .filter(Verdict::implicit)
                .forEach(verdict -> rows.add(List.of(
                        Cell.of(verdict.id()),
                        Rows.cell(verdict.target()),
                        new Cell(List.of()).plus(Words.style(verdict), Words.status(verdict)),
                        Rows.cell(Words.sentence(verdict)))));
        text.table(rows);
    }

    /** Lists what was not measured, and why. */
    static List<Block> notMeasured(Material material) {
        Text text = new Text().section("not-measured", "Not measured, and why");
        Rows rows = Rows.of("What was not measured", "What", "Why");
        material.objectives(Status.INCONCLUSIVE::equals)
                .forEach(verdict -> rows.add(verdict.id(), Words.sentence(verdict)));
        material.drill()
                .doubts()
                .forEach(verdict -> rows.add("check " + verdict.id(), Words.sentence(verdict)));
        Gaps.of(material).forEach((what, why) -> rows.add(what, why));
        return text.table(rows).blocks();
    }
}
