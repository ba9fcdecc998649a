package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Binds the lines of a written procedure, from the drill or from the Markdown file it names. */
final class RunbookLines {
    private static final int MOST = 100;
    private static final List<String> ANSWERS = List.of(Assignment.DONE, Assignment.SKIP);

    private final Scope scope;
    private final Fields fields;
    private final Optional<String> role;
    private final Optional<Duration> takes;

    RunbookLines(Scope scope, Fields fields) {
        this.scope = scope;
        this.fields = fields;
        this.role = fields.find("role").map(it -> it.as(Notations.PHRASE));
        this.takes = fields.find("takes").map(it -> it.as(Notations.DURATION));
    }

    /** Binds them, in order; what is wrong is noted where it stands. */
    List<Assignment.Line> bind() {
        if (fields.has("lines") == fields.has("file")) {
            fields.whole()
                    .problem(
                            fields.has("lines")
                                    ? "a runbook has both lines and a file"
                                    : "a runbook has neither lines nor a file",
                            "exactly one of: lines, file",
                            "");
            return List.of();
        }
        List<Assignment.Line> lines = fields.find("lines")
                .map(it -> it.notEmpty().items().stream().map(this::line).toList())
                .orElseGet(this::ofFile);
        if (lines.size() > MOST) {
            fields.whole()
                    .problem("a runbook of " + lines.size() + " lines", "at most " + MOST, "");
        }
        return lines;
    }

    private Assignment.Line line(Value item) {
        if (item.written().isPresent()) {
            return line(
                    item, new NumberedList.Item(item.text(), Optional.empty(), Optional.empty()));
        }
        Fields line = item.fields(Shapes.RUNBOOK_LINE);
        return line(
                item,
                new NumberedList.Item(
                        line.text("do"),
                        line.find("role").map(it -> it.as(Notations.PHRASE)),
                        line.find("takes").map(it -> it.as(Notations.DURATION))));
    }

    private List<Assignment.Line> ofFile() {
        Value value = fields.find("file").orElse(fields.whole());
        Path folder = scope.system().spec().folder();
        return new Confined(folder)
                .existing(value, folder)
                .map(file -> ofFile(value, file))
                .orElse(List.of());
    }

    private List<Assignment.Line> ofFile(Value value, Path file) {
        Problems unread = new Problems(file);
        Optional<String> text = YamlFile.text(unread);
        unread.list()
                .forEach(it -> value.problem(
                        "file " + Quote.of(value.text()) + " " + it.what(), it.allowed(), ""));
        List<NumberedList.Item> items = text.map(NumberedList::of).orElse(List.of());
        if (text.isPresent() && items.isEmpty()) {
            value.problem(
                    "file " + Quote.of(value.text()) + " holds no numbered list",
                    "needed: lines such as 1. Stop the batch (operator, 30s)",
                    "");
        }
        return items.stream().map(item -> line(value, item)).toList();
    }

    private Assignment.Line line(Value place, NumberedList.Item item) {
        Optional<String> who = item.role().or(() -> role);
        Optional<Duration> planned = item.takes().or(() -> takes);
        if (who.isEmpty()) {
            missing(place, item, "who does it", "role");
        }
        if (planned.isEmpty()) {
            missing(place, item, "how long it takes", "takes");
        }
        return new Assignment.Line(
                who.orElse(""), item.text(), ANSWERS, planned.orElse(Duration.ofSeconds(1)));
    }

    private static void missing(Value place, NumberedList.Item item, String what, String key) {
        place.problem(
                "line " + Quote.of(item.text()) + " does not say " + what,
                "needed: '" + key + "' of the line, or of the runbook",
                "");
    }
}
