package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds {@code findings.yaml}. */
final class FindingsBinder {
    private final Path file;
    private final Map<String, Scenario> drills;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();

    /**
     * Prepares to bind it.
     *
     * @param drills those that were read, by id; of others only the file is looked for
     */
    FindingsBinder(Path file, Map<String, Scenario> drills) {
        this.file = file;
        this.drills = drills;
    }

    /** Binds it; what is wrong is noted where it stands. */
    List<Finding> bind(Fields fields) {
        return fields.list("findings", item -> finding(item, item.fields(Shapes.FINDING)));
    }

    private Finding finding(Value whole, Fields fields) {
        LocalDate found = fields.as("found", FindingsNotations.DAY, LocalDate.EPOCH);
        Finding finding = new Finding(
                file,
                whole.line(),
                id(fields),
                about(fields),
                fields.find("class").map(it -> it.word(Finding.KINDS)).orElse(""),
                fields.find("severity")
                        .map(it -> it.word(DrillBinder.SEVERITIES))
                        .orElse(""),
                fields.text("owner"),
                found,
                notBefore(found, fields, "due"),
                fields.text("cause"),
                fields.find("accepted").map(it -> accepted(it.fields(Shapes.ACCEPTED), found)),
                closing(fields, found));
        once(fields, finding);
        return finding;
    }

    private String id(Fields fields) {
        Optional<Value> value = fields.find("id");
        String id = value.map(it -> it.as(Notations.NAME)).orElse("");
        Integer first =
                id.isEmpty() ? null : ids.putIfAbsent(id, value.map(Value::line).orElse(0));
        if (first != null) {
            fields.place("id")
                    .problem(
                            "id " + Quote.of(id) + " is given twice",
                            "each once; first on line " + first,
                            "");
        }
        return id;
    }

    private Finding.About about(Fields fields) {
        String drill = fields.find("drill").map(this::drill).orElse("");
        String objective = fields.text("objective");
        Optional.ofNullable(drills.get(drill))
                .ifPresent(known -> fields.find("objective")
                        .ifPresent(value -> value.oneOf(
                                known.objectives().stream().map(Objective::id).toList(),
                                "objective of " + drill)));
        return new Finding.About(drill, objective, fields.text("what"));
    }

    /** A drill of a system that was not asked for is in its file, and not read. */
    private String drill(Value value) {
        String id = value.text();
        boolean name = id.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+");
        if (!id.isEmpty()
                && !drills.containsKey(id)
                && !(name && Files.exists(file.resolveSibling(id + ".yaml")))) {
            value.unknown(id, drills.keySet(), "drill");
        }
        return id;
    }

    private static LocalDate notBefore(LocalDate found, Fields fields, String key) {
        LocalDate day = fields.as(key, FindingsNotations.DAY, LocalDate.EPOCH);
        if (fields.has(key) && day.isBefore(found)) {
            fields.place(key)
                    .problem(
                            "'" + key + "' is " + day + ", before the finding was made",
                            "allowed: " + found + " or later",
                            "");
        }
        return day;
    }

    private static Finding.Accepted accepted(Fields fields, LocalDate found) {
        return new Finding.Accepted(
                fields.text("by"), notBefore(found, fields, "until"), fields.text("why"));
    }

    private static Optional<Finding.Closing> closing(Fields fields, LocalDate found) {
        if (fields.has("closed") != fields.has("retest")) {
            fields.whole()
                    .problem(
                            fields.has("closed")
                                    ? "a finding is closed, and nothing says what showed it"
                                    : "'retest' stands in a finding that is not closed",
                            "'closed' and 'retest' stand together",
                            "");
        }
        return fields.has("closed")
                ? Optional.of(new Finding.Closing(
                        notBefore(found, fields, "closed"), fields.text("retest")))
                : Optional.empty();
    }

    /** Of two open ones nobody could say which is meant. */
    private void once(Fields fields, Finding finding) {
        String about = finding.about().drill() + "/" + finding.about().objective();
        String first =
                finding.closing().isPresent() || finding.about().objective().isEmpty()
                        ? null
                        : open.putIfAbsent(about, finding.id());
        if (first != null) {
            fields.place("objective")
                    .problem(
                            "there is an open finding on " + Quote.of(about) + " already",
                            "one at a time; the first is " + first,
                            "");
        }
    }
}
