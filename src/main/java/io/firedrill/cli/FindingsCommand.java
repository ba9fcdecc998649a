package io.firedrill.cli;

import io.firedrill.evidence.KnownGaps;
import io.firedrill.evidence.Terminal;
import io.firedrill.journal.DrillClock;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.FindingsLedger;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the known gaps, adds one, closes one. */
@Command(
        name = "findings",
        description =
                "Lists the known gaps of findings.yaml, adds one, or closes one. A gap that is"
                        + " open, owned and in time fails no build; one that is overdue, or that"
                        + " holds again and is not closed, does.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class FindingsCommand implements Callable<Integer> {
    private static final String FOLDER = "the folder of the systems; default: ${DEFAULT-VALUE}";
    private static final String ROOT = "scenarios";

    private final Terminal terminal;
    private final LocalDate today;

    FindingsCommand(Terminal terminal, DrillClock clock) {
        this.terminal = terminal;
        this.today = LocalDate.ofInstant(clock.wall(), ZoneOffset.UTC);
    }

    @Override
    public Integer call() {
        return list(Path.of(ROOT));
    }

    @Command(
            name = "list",
            description = "Lists every finding, with how it stands today.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int list(
            @Option(
                            names = "--scenarios",
                            defaultValue = ROOT,
                            paramLabel = "<folder>",
                            description = FOLDER)
                    Path folder) {
        return on(folder, this::list);
    }

    private int list(Reading reading) {
        reading.findings().forEach(finding -> terminal.line(line(finding)));
        if (reading.findings().isEmpty()) {
            terminal.line("No findings");
        }
        return Exit.FINE;
    }

    private String line(Finding finding) {
        Finding.State state = finding.on(today);
        return finding.id() + "  " + state + when(finding, state) + "  "
                + finding.about().drill()
                + "/" + finding.about().objective() + "  " + finding.severity() + ", "
                + finding.owner() + ": " + finding.about().what();
    }

    private String when(Finding finding, Finding.State state) {
        return switch (state) {
            case CLOSED -> " on " + finding.closing().orElseThrow().on();
            case OVERDUE ->
                " since " + finding.last() + ", "
                        + KnownGaps.days(ChronoUnit.DAYS.between(finding.last(), today));
            case OPEN, ACCEPTED ->
                " until " + finding.last() + ", "
                        + KnownGaps.days(ChronoUnit.DAYS.between(today, finding.last())) + " left";
        };
    }

    /** What a finding says, as options. */
    static final class Entry {
        @Option(
                names = "--drill",
                required = true,
                paramLabel = "<drill>",
                description = "the id of the drill that showed it, such as bank/primary-lost")
        String drill = "";

        @Option(
                names = "--objective",
                required = true,
                paramLabel = "<objective>",
                description = "the id of the objective that is not held")
        String objective = "";

        @Option(
                names = "--what",
                required = true,
                paramLabel = "<sentence>",
                description = "the gap in a sentence")
        String what = "";

        @Option(
                names = "--class",
                required = true,
                paramLabel = "<class>",
                description = "design, configuration, capacity, software, procedure, communication,"
                        + " provider or drill")
        String kind = "";

        @Option(
                names = "--severity",
                required = true,
                paramLabel = "<severity>",
                description = "blocker, critical, normal, minor or trivial")
        String severity = "";

        @Option(
                names = "--owner",
                required = true,
                paramLabel = "<owner>",
                description = "who closes it: a role or a name")
        String owner = "";

        @Option(
                names = "--due",
                required = true,
                paramLabel = "<day>",
                description = "the day by which it is to be closed, such as 2026-12-31")
        String due = "";

        @Option(
                names = "--cause",
                paramLabel = "<sentence>",
                description = "the root cause, where it is known")
        @Nullable
        String cause;

        @Option(names = "--id", paramLabel = "<id>", description = "default: the next free one")
        @Nullable
        String id;

        private Map<String, String> values(FindingsLedger ledger, LocalDate today) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("id", Optional.ofNullable(id).orElseGet(() -> ledger.nextId(today)));
            values.put("drill", drill);
            values.put("objective", objective);
            values.put("what", what);
            values.put("class", kind);
            values.put("severity", severity);
            values.put("owner", owner);
            values.put("found", today.toString());
            values.put("due", due);
            Optional.ofNullable(cause).ifPresent(it -> values.put("cause", it));
            return values;
        }
    }

    @Command(
            name = "add",
            description =
                    "Adds a finding, found today, to findings.yaml; makes the file where there"
                            + " is none.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int add(
            @Mixin Entry entry,
            @Option(
                            names = "--scenarios",
                            defaultValue = ROOT,
                            paramLabel = "<folder>",
                            description = FOLDER)
                    Path folder) {
        return on(folder, reading -> add(entry, new FindingsLedger(folder, reading)));
    }

    private int add(Entry entry, FindingsLedger ledger) {
        Map<String, String> values = entry.values(ledger, today);
        List<Problem> problems = ledger.add(values);
        return problems.isEmpty()
                ? said("Added " + values.get("id") + " to " + ledger.file())
                : refused(problems);
    }

    @Command(
            name = "close",
            description = "Closes a finding today: from now on its objective must hold.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int close(
            @Parameters(paramLabel = "<id>", description = "the finding's id") String id,
            @Option(
                            names = "--retest",
                            required = true,
                            paramLabel = "<sentence>",
                            description = "what showed that it is closed, such as the drill's run"
                                    + " and its value")
                    String retest,
            @Option(
                            names = "--scenarios",
                            defaultValue = ROOT,
                            paramLabel = "<folder>",
                            description = FOLDER)
                    Path folder) {
        return on(folder, reading -> {
            FindingsLedger ledger = new FindingsLedger(folder, reading);
            return ledger.find(id)
                    .filter(finding -> finding.closing().isEmpty())
                    .map(finding -> close(ledger, finding, retest))
                    .orElseGet(() -> notOpen(ledger, id, reading));
        });
    }

    private int close(FindingsLedger ledger, Finding finding, String retest) {
        List<Problem> problems = ledger.close(finding, today, retest);
        return problems.isEmpty() ? said("Closed " + finding.id()) : refused(problems);
    }

    private int notOpen(FindingsLedger ledger, String id, Reading reading) {
        String why = ledger.find(id).isEmpty() ? "there is no finding '" : "closed already is '";
        terminal.line(ledger.file() + ": " + why + id + "'; open: " + open(reading));
        return Exit.PROBLEMS;
    }

    private static String open(Reading reading) {
        List<String> open = reading.findings().stream()
                .filter(finding -> finding.closing().isEmpty())
                .map(Finding::id)
                .toList();
        return open.isEmpty() ? "none" : String.join(", ", open);
    }

    /** Nothing is listed or changed where something is wrong with the files. */
    private int on(Path folder, ToIntFunction<Reading> work) {
        Reading reading = new ScenarioReader().read(List.of(folder), AtHand.vocabulary());
        return reading.problems().isEmpty()
                ? work.applyAsInt(reading)
                : refused(reading.problems());
    }

    private int said(String line) {
        terminal.line(line);
        return Exit.FINE;
    }

    private int refused(List<Problem> problems) {
        problems.forEach(problem -> terminal.line(problem.toString()));
        terminal.line(ValidateCommand.counted(problems) + "; nothing was changed");
        return Exit.PROBLEMS;
    }
}
