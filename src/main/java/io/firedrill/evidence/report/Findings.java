package io.firedrill.evidence.report;

import io.firedrill.check.Verdict;
import io.firedrill.check.Verdict.Status;
import io.firedrill.evidence.report.Block.Look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding for each objective that was missed, as it is proposed: what only people can say stays
 * open. On a sabotaged system a miss is wanted and no finding.
 */
final class Findings {
    private Findings() {}

    /** Says in lines what was found. */
    static List<String> inShort(Material material) {
        if (material.twin()) {
            return List.of("no finding: on a sabotaged system a miss is wanted");
        }
        List<String> lines = new ArrayList<>();
        missed(material)
                .forEach(verdict -> lines.add(
                        "proposed finding: " + verdict.id() + " missed" + reason(verdict)));
        int open = material.objectives(Status.INCONCLUSIVE::equals).size();
        if (open > 0) {
            lines.add(Words.counted(open, "objective") + " not measured, see below");
        }
        return lines.isEmpty() ? List.of("nothing that was asked for was missed") : lines;
    }

    private static List<Verdict> missed(Material material) {
        return material.objectives(Status.FAIL::equals);
    }

    private static String reason(Verdict verdict) {
        return verdict.reason().map(code -> " (" + code + ")").orElse("");
    }

    /** Writes them. */
    static List<Block> of(Material material) {
        Text text = new Text().section("findings", "Findings");
        List<Verdict> missed = missed(material);
        if (material.twin()) {
            text.line("None is proposed: this system was sabotaged on purpose, so a miss is"
                    + " wanted.");
        } else if (missed.isEmpty()) {
            text.line("None is proposed: no objective was missed. What was not measured is listed"
                    + " above; it is no finding, and no proof either.");
        } else {
            text.line(
                    Look.SOFT,
                    "Proposed from what was measured. Owner, due date, root cause and whether the"
                            + " risk is accepted are for people to say.");
            missed.forEach(verdict -> finding(text, material, verdict));
        }
        return text.blocks();
    }

    private static void finding(Text text, Material material, Verdict verdict) {
        String id = material.scenario().id() + "/" + verdict.id();
        text.under("Finding " + id);
        text.table(Rows.facts("Proposed finding " + id)
                .add("What", Words.sentence(verdict))
                .add("Class", verdict.reason().map(Enum::name).orElse(Words.NOT_STATED))
                .add("Severity", material.scenario().about().severity())
                .add("Found", Words.utc(material.drill().ended()))
                .add("Owner", owner(material))
                .add("Due", Words.NOT_STATED)
                .add("Root cause", Words.NOT_STATED)
                .add("Accepted risk", Words.NOT_STATED)
                .add(
                        "Retest",
                        "run drill " + material.scenario().id() + " again; " + verdict.id()
                                + " must then be PASS")
                .add("To record it", command(material, verdict)));
    }

    /** What only people know stands in angle brackets. */
    private static String command(Material material, Verdict verdict) {
        return "findings add --drill " + material.scenario().id() + " --objective " + verdict.id()
                + " --severity " + material.scenario().about().severity()
                + " --class <class> --owner <who closes it> --due <until when> --what <in one"
                + " sentence>";
    }

    private static String owner(Material material) {
        Optional<String> owner = material.function().map(function -> function.owner());
        return owner.filter(name -> !name.isBlank())
                .map(name -> Words.NOT_STATED + " (owner of the function: " + name + ")")
                .orElse(Words.NOT_STATED);
    }
}
