package io.firedrill.evidence.report;

import io.firedrill.check.FaultFacts;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.EventText;
import io.firedrill.evidence.RunsInWords;
import io.firedrill.evidence.ToldLines;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened: pictures first, then event by event, then where it went otherwise than planned.
 */
final class Story {
    private static final int MOST = 400;

    private Story() {}

    /** Puts the pictures in. */
    static List<Block> pictures(Material material) {
        return new Text()
                .section("pictures", "What happened, in pictures")
                .add(new Block.Drawing(
                        material.pictures().timeline(),
                        "Time runs from left to right; 0 is the moment at which the first fault had"
                                + " been injected. Dots on a fault are what independent witnesses"
                                + " saw of it. The same as a table: \"Event by event\"."))
                .add(new Block.Drawing(
                        material.pictures().curve(),
                        "How many customers were served in each second, and how long those waited."
                                + " The same in numbers: \"The customers' side\"."))
                .blocks();
    }

    /** Lists the faults with their proofs, then the events. */
    static List<Block> events(Material material) {
        Text text = new Text().section("events", "Event by event");
        faults(material, text);
        Rows rows = Rows.of("Events in order", "Seconds since the first fault", "What");
        List<Entry> told = ToldLines.of(material.drill().journal().entries()).stream()
                .filter(entry -> said(entry.event()).isPresent())
                .toList();
        long zero = zero(material);
        told.stream()
                .limit(MOST)
                .forEach(entry -> rows.add(
                        seconds(entry.nanos() - zero), said(entry.event()).orElse("")));
        text.under("Events");
        text.table(rows);
        if (told.size() > MOST) {
            text.line(
                    Look.SOFT, "and " + (told.size() - MOST) + " more; the journal has them all.");
        }
        return text.blocks();
    }

    private static void faults(Material material, Text text) {
        Rows rows = Rows.of(
                "Faults and who saw them",
                "Fault",
                "Stands for",
                "Does not stand for",
                "What witnesses saw");
        for (FaultFacts fault : material.faults()) {
            rows.add(
                    fault.called() + ": " + fault.fault() + " on " + fault.resolved(),
                    Gaps.meaning(fault.fault()).orElse(Words.NOT_STATED),
                    Gaps.limit(fault.fault()).orElse(Words.NOT_STATED),
                    seen(fault));
        }
        text.under("Faults and their proof");
        if (rows.isEmpty()) {
            text.line("No fault was applied.");
        }
        text.table(rows);
    }

    private static String seen(FaultFacts fault) {
        List<String> seen = new ArrayList<>();
        for (Event.Moment moment : Event.Moment.values()) {
            List<Event.EffectSeen> proofs = fault.seen(moment);
            proofs.stream()
                    .reduce((earlier, later) -> later)
                    .ifPresent(proof -> seen.add(lower(moment) + ": "
                            + (proof.inEffect() == Event.Ternary.YES
                                    ? "in effect"
                                    : proof.inEffect() == Event.Ternary.NO
                                            ? "not in effect"
                                            : "could not tell")
                            + " (" + proof.witness() + ")"));
        }
        return seen.isEmpty() ? "nobody was asked" : String.join("; ", seen);
    }

    private static String lower(Event.Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> said(Event event) {
        if (event instanceof Event.PhaseEntered entered) {
            String why = entered.why().isEmpty() ? "" : " (" + entered.why() + ")";
            return Optional.of("phase " + entered.phase().name().toLowerCase(Locale.ROOT) + why);
        }
        return EventText.of(event).map(Words::said);
    }

    private static long zero(Material material) {
        return material.faults().stream()
                .mapToLong(fault -> fault.applied().orElseThrow().hi())
                .min()
                .orElse(material.facts().begin());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }

    /** Lists where it went otherwise than planned. */
    static List<Block> deviations(Material material) {
        List<String> lines = new ArrayList<>();
        Drilled drill = material.drill();
        drill.journal().entries().stream()
                .map(Entry::event)
                .filter(Story::deviates)
                .flatMap(event -> EventText.of(event).stream())
                .map(Words::said)
                .distinct()
                .limit(MOST)
                .forEach(lines::add);
        RunsInWords.reruns(drill).forEach(lines::add);
        material.scenario().objectives().forEach(it -> because(it).forEach(lines::add));
        drill.journal()
                .all(Event.EnvironmentRecorded.class)
                .flatMap(event -> event.facts().entrySet().stream())
                .filter(fact -> fact.getKey().startsWith("release of "))
                .map(fact -> fact.getKey() + " overridden: " + fact.getValue())
                .sorted()
                .forEach(lines::add);
        material.faults().stream()
                .flatMap(fault -> fault.healError().stream()
                        .map(error -> "heal of " + fault.called() + " failed: " + error))
                .forEach(lines::add);
        return new Text()
                .section("deviations", "Otherwise than planned")
                .points(
                        lines.stream().map(Words::asSentence).distinct().toList(),
                        "None: every step was carried out, nothing was overridden, broken off or"
                                + " run again.")
                .blocks();
    }

    private static boolean deviates(Event event) {
        return EventText.wrong(event)
                || event instanceof Event.HarnessStalled
                || event instanceof Event.StepDue due && due.gaveUp();
    }

    private static Stream<String> because(Objective objective) {
        return objective.settings().find("because", Object.class).stream()
                .map(why ->
                        "other target than the plan's for " + objective.id() + ", because: " + why);
    }

    /** Says what became of the data. */
    static List<Block> data(Material material) {
        Text text = new Text().section("data", "Data after recovery");
        Rows rows = Rows.facts("Reconciliation of recovered data");
        for (Verdict verdict : material.drill().objectives()) {
            String kind = material.objective(verdict).map(Objective::kind).orElse("");
            if (kind.equals("data-loss") || kind.equals("invariant") || kind.equals("restored")) {
                rows.add(verdict.id(), Words.status(verdict) + ": " + Words.sentence(verdict));
            }
        }
        material.events(Event.InvariantRead.class)
                .forEach(read -> rows.add(
                        read.objective() + ", " + lower(read.moment()) + " the faults",
                        "expected " + read.expected() + ", was " + read.actual()
                                + (read.read() ? "" : " (could not be read)")));
        if (rows.isEmpty()) {
            text.line("Not measured: the drill asks neither for lost writes nor for an invariant.");
        }
        return text.table(rows).blocks();
    }
}
