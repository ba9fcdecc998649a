package io.firedrill.cli;

import io.firedrill.DrillException;
import io.firedrill.evidence.Machine;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.Terminal;
import io.firedrill.evidence.archive.Archive;
import io.firedrill.evidence.archive.ArchiveCheck;
import io.firedrill.evidence.seal.EvidenceGate;
import io.firedrill.evidence.seal.EvidenceGate.Answer;
import io.firedrill.evidence.seal.EvidenceGate.Line;
import io.firedrill.evidence.seal.PackVerifier;
import io.firedrill.evidence.seal.Packs;
import io.firedrill.evidence.seal.VerifyingKey;
import io.firedrill.journal.DrillClock;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers from stored packs whether a release may go. */
@Command(
        name = "gate",
        description = "Answers from evidence packs, without running anything, whether drills held:"
                + " the newest intact pack of each counts. With --scenarios each drill that is"
                + " asked for must have evidence made with its files as they are now; what must"
                + " run again is named.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:held: every drill that is asked for",
            "1:broke: a system failed one of them",
            "2:the command was called wrongly",
            "3:it could not be told: a last run does not tell, or a pack was changed",
            "4:no evidence: not drilled as it is now, or too long ago"
        })
final class GateCommand implements Callable<Integer> {
    private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,3})([dh])");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Terminal terminal;
    private final DrillClock clock;

    @Parameters(
            arity = "1..*",
            paramLabel = "<pack>",
            description = "folders of packs, or folders with packs somewhere below, such as an"
                    + " archive")
    private List<Path> packs = List.of();

    @Option(
            names = "--max-age",
            required = true,
            paramLabel = "<age>",
            description = "how old evidence may be, in days or hours, such as 30d or 12h")
    private String maxAge = "";

    @Option(
            names = "--function",
            paramLabel = "<function>",
            description = "only drills for this critical function")
    private @Nullable String function;

    @Option(names = "--drill", paramLabel = "<drill>", description = "only this drill")
    private @Nullable String drill;

    @Option(
            names = "--subject",
            paramLabel = "<digest>",
            description = "only packs in which this image was drilled: sha256:...")
    private @Nullable String subject;

    @Option(
            names = "--image",
            paramLabel = "<component>=<image>",
            description = "only packs in which this component ran this image, as the Docker of this"
                    + " machine knows it now; packs of systems without such a component count")
    private Map<String, String> images = Map.of();

    @Option(
            names = "--scenarios",
            paramLabel = "<folder>",
            description = "the drills as they are now: each must have evidence made with them")
    private @Nullable Path scenarios;

    @Option(
            names = "--key",
            paramLabel = "<public.pem>",
            description = "the public key that every pack must be signed with")
    private @Nullable Path key;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    GateCommand(Terminal terminal, DrillClock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Matcher age = AGE.matcher(maxAge);
        if (!age.matches()) {
            return wrong("--max-age '" + maxAge + "'", "days or hours, such as 30d or 12h");
        }
        if (subject != null && !DIGEST.matcher(subject).matches()) {
            return wrong("--subject '" + subject + "'", "sha256: and 64 hexadecimal digits");
        }
        try {
            return answer(duration(age));
        } catch (DrillException e) {
            terminal.line(String.valueOf(e.getMessage()));
            return Exit.USAGE;
        }
    }

    private int wrong(String what, String allowed) {
        terminal.line(what + " is none; allowed: " + allowed);
        return Exit.USAGE;
    }

    private static Duration duration(Matcher age) {
        long number = Long.parseLong(age.group(1));
        return age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private int answer(Duration most) {
        Optional<VerifyingKey> expected = Optional.ofNullable(key).map(VerifyingKey::read);
        Optional<List<Scenario>> drills = drills();
        Optional<Map<String, String>> digests = digests();
        if (drills.isEmpty() || digests.isEmpty()) {
            return Exit.USAGE;
        }
        EvidenceGate.Question question = new EvidenceGate.Question(
                Optional.ofNullable(function),
                Optional.ofNullable(drill),
                Optional.ofNullable(subject),
                digests.get(),
                clock.wall().minus(most),
                drills.get(),
                begun());
        List<Line> lines =
                new EvidenceGate(new PackVerifier(expected), question).answer(Packs.of(packs));
        Answer answer = lines.stream().map(Line::answer).sorted().findFirst().orElseThrow();
        if (json) {
            json(answer, lines).lines().forEach(terminal::line);
        } else {
            tell(answer, lines);
        }
        return exit(answer);
    }

    /** Gives the digest of each image that is named; empty where one can not be told. */
    private Optional<Map<String, String>> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        images.forEach((component, image) -> Machine.answer(
                        "docker", "image", "inspect", "--format", "{{.Id}}", image)
                .map(String::strip)
                .ifPresentOrElse(
                        id -> digests.put(component, id),
                        () -> terminal.line("--image " + component + "=" + image
                                + ": the Docker of this machine knows no such image, or does not"
                                + " answer; pull or build it, or name its digest by --subject")));
        return digests.size() == images.size() ? Optional.of(digests) : Optional.empty();
    }

    private Map<String, Instant> begun() {
        Map<String, Instant> begun = new LinkedHashMap<>();
        packs.stream()
                .filter(Archive::is)
                .forEach(archive -> ArchiveCheck.begun(archive)
                        .forEach((id, at) -> begun.merge(
                                id, at, (one, other) -> one.isAfter(other) ? one : other)));
        return begun;
    }

    /** Gives the drills as they are now; empty where they can not be read. */
    private Optional<List<Scenario>> drills() {
        if (scenarios == null) {
            return Optional.of(List.of());
        }
        Reading reading = new ScenarioReader().read(List.of(scenarios), AtHand.vocabulary());
        reading.problems().forEach(problem -> terminal.line(problem.toString()));
        return reading.problems().isEmpty() ? Optional.of(reading.drills()) : Optional.empty();
    }

    private void tell(Answer answer, List<Line> lines) {
        for (Line line : lines) {
            String pack = line.pack().map(it -> " (" + it + ")").orElse("");
            String drill = line.drill().isEmpty() ? "" : line.drill() + ": ";
            terminal.line(word(line.answer()) + ": " + drill + line.why() + pack);
        }
        terminal.line("Over all: " + word(answer));
        String again = again(lines);
        if (!again.isEmpty()) {
            terminal.line("To run: -Dfiredrill.drills=" + again);
        }
    }

    private static String again(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.answer() != Answer.HELD && !line.drill().isEmpty())
                .map(Line::drill)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int exit(Answer answer) {
        return switch (answer) {
            case HELD -> Exit.FINE;
            case BROKE -> Exit.PROBLEMS;
            case COULD_NOT_TELL -> Exit.UNKNOWN;
            case NO_EVIDENCE -> Exit.NONE;
        };
    }

    private static String json(Answer answer, List<Line> lines) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", "firedrill-gate/1");
        map.put("answer", word(answer));
        map.put("drills", lines.stream().map(GateCommand::json).toList());
        map.put("run", again(lines));
        return SummaryFile.json(map);
    }

    private static Map<String, @Nullable Object> json(Line line) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("drill", line.drill());
        map.put("answer", word(line.answer()));
        map.put("why", line.why());
        map.put("pack", line.pack().map(it -> it.toString().replace('\\', '/')).orElse(null));
        return map;
    }
}
