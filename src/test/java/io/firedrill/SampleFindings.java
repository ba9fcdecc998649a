package io.firedrill;

import io.firedrill.scenario.Finding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Findings for tests. */
public final class SampleFindings {
    private SampleFindings() {}

    public static Finding on(String drill, String objective, LocalDate found, LocalDate due) {
        return new Finding(
                Path.of("scenarios/findings.yaml"),
                2,
                "F-1",
                new Finding.About(drill, objective, "Transfers stay away too long."),
                "design",
                "critical",
                "the payments team",
                found,
                due,
                "",
                Optional.empty(),
                Optional.empty());
    }

    public static Finding accepted(Finding it, LocalDate until) {
        Finding.Accepted risk = new Finding.Accepted("the board", until, "It is replaced.");
        return with(it, Optional.of(risk), it.closing());
    }

    public static Finding closed(Finding it, LocalDate on) {
        Finding.Closing closing = new Finding.Closing(on, "recovery 21 s on that day");
        return with(it, it.accepted(), Optional.of(closing));
    }

    private static Finding with(
            Finding it, Optional<Finding.Accepted> risk, Optional<Finding.Closing> closing) {
        return new Finding(
                it.file(),
                it.line(),
                it.id(),
                it.about(),
                it.kind(),
                it.severity(),
                it.owner(),
                it.found(),
                it.due(),
                it.cause(),
                risk,
                closing);
    }
}
