package io.firedrill.evidence;

import io.firedrill.check.Prediction;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A draft of the report that NIST SP 800-84 asks for after an exercise: what was expected and what
 * happened, out of the journal; why, and what next, for people to fill in.
 */
final class AfterAction {
    /** Name of its file in a pack. */
    static final String FILE = "after-action.md";

    private static final int MOST = 80;
    private static final String OPEN = "_to be filled in_";

    private final Drilled drill;
    private final StringBuilder text = new StringBuilder();

    private AfterAction(Drilled drill) {
        this.drill = drill;
    }

    /** Writes it; empty for a drill that passed, a dry run, and a twin, which is to fail. */
    static Optional<String> of(Drilled drill) {
        boolean wanted = drill.result().status() != Verdict.Status.PASS
                && !drill.result().dry()
                && drill.scenario().twin().isEmpty();
        return wanted ? Optional.of(new AfterAction(drill).write()) : Optional.empty();
    }

    private String write() {
        head();
        expected();
        happened();
        why();
        next();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void item(String name, String value) {
        line("- " + name + ": " + (value.isEmpty() ? "not stated" : Markdown.of(value)));
    }

    private void head() {
        Scenario scenario = drill.scenario();
        Scenario.About about = scenario.about();
        line("# After-action report (draft): " + Markdown.of(scenario.title()));
        line("");
        line("Drafted by Firedrill from the journal of this pack. What stands in _italics_ is for"
                + " people. The verdict is computed and is not to be edited here.");
        line("");
        item("Drill", scenario.id());
        item("Verdict", drill.word());
        item("Begun (UTC)", drill.started().truncatedTo(ChronoUnit.SECONDS).toString());
        item("Critical function", about.function().orElse(""));
        item("Threat", about.threat().orElse(""));
        item(
                "Plan",
                about.plan().map(it -> it.id() + ", version " + it.version()).orElse(""));
        Optional<Programme.Roles> roles = about.whoDidWhat();
        item("Designed by", roles.map(Programme.Roles::designed).orElse(""));
        item("Run by", roles.map(Programme.Roles::ran).orElse(""));
        item("Evaluated by", roles.map(Programme.Roles::evaluated).orElse(""));
        item("Approved by", roles.map(Programme.Roles::approved).orElse(""));
        item("Independence", roles.map(Programme.Roles::independence).orElse(""));
    }

    private void expected() {
        heading("1. What was expected");
        item("Why this outage", drill.scenario().about().why());
        for (Verdict verdict : drill.objectives()) {
            item(Markdown.of(verdict.id()), verdict.target());
        }
        for (Prediction prediction : Prediction.of(drill.result())) {
            item("Predicted " + Markdown.of(prediction.name()), prediction.predicted());
        }
    }

    private void happened() {
        heading("2. What happened");
        line("| Objective | Verdict | What was measured |");
        line("|---|---|---|");
        Stream.concat(drill.objectives().stream(), drill.doubts().stream())
                .forEach(verdict -> line("| " + Markdown.of(verdict.id()) + " | " + verdict.status()
                        + " | " + Markdown.of(verdict.headline()) + " |"));
        line("");
        line("In order (UTC):");
        line("");
        List<Entry> told = ToldLines.of(drill.journal().entries()).stream()
                .filter(entry -> EventText.of(entry.event()).isPresent())
                .toList();
        told.stream().limit(MOST).forEach(this::event);
        if (told.size() > MOST) {
            line("- and " + (told.size() - MOST) + " more; the journal has them all");
        }
    }

    private void event(Entry entry) {
        String when = entry.wall().truncatedTo(ChronoUnit.MILLIS).toString();
        String what = EventText.of(entry.event()).map(Markdown::of).orElse("");
        line("- " + when.substring(when.indexOf('T') + 1) + " " + what);
    }

    private void why() {
        heading("3. Why");
        for (Verdict verdict : drill.result().causes()) {
            line("- " + Markdown.of(Leaf.sentence(verdict)));
            line("  - Root cause: " + OPEN);
            line("  - What of the plan did not work as written: " + OPEN);
        }
    }

    private void next() {
        heading("4. What next");
        line("| Finding | Severity | Action | Owner | Due | Drilled again |");
        line("|---|---|---|---|---|---|");
        for (Verdict verdict : drill.result().causes()) {
            String reason =
                    verdict.reason().map(Enum::name).orElse(verdict.status().name());
            line("| " + Markdown.of(verdict.id() + ", " + reason) + " | " + OPEN + " | " + OPEN
                    + " | " + OPEN + " | " + OPEN + " | " + OPEN + " |");
        }
        line("");
        line("What worked and is to be kept: " + OPEN);
        line("");
        line("Reviewed by, on: " + OPEN);
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }
}
