package io.firedrill.cli;

import io.firedrill.DrillException;
import io.firedrill.evidence.Terminal;
import io.firedrill.journal.SystemClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands, and what they are called with. Exit codes: {@link Exit}. */
@Command(
        name = "firedrill",
        description =
                "Drills for outages: write them, check them, have them explained, verify and judge"
                        + " what they left behind. They are run by Maven; the README says how.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:there are problems, or the command refused; the text says why",
            "2:the command was called wrongly",
            "3:it could not be told (verify, judge, gate)",
            "4:there is no evidence (gate)"
        })
public final class Firedrill {
    private static final String PACKS = "folders of packs, or folders with packs somewhere below";
    private static final String JSON = "answer in JSON";

    private final Terminal terminal;
    private final Map<String, String> environment;

    Firedrill(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Runs a command and ends this JVM with its exit code. */
    public static void main(String[] args) {
        // The libraries' log facade would complain that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Map<String, String> environment = System.getenv();
        System.exit(new Firedrill(Terminal.open(true, environment), environment).run(args));
    }

    /** Runs a command and gives its exit code. */
    int run(String... args) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        CommandLine line = new CommandLine(this)
                .addSubcommand(new FindingsCommand(terminal, new SystemClock()))
                .addSubcommand(new GateCommand(terminal, new SystemClock()))
                .setOut(out)
                .setErr(out)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((error, command, parsed) -> refused(error));
        int exit = args.length == 0 ? Exit.USAGE : line.execute(args);
        if (args.length == 0) {
            line.usage(out);
        }
        text.toString().lines().forEach(terminal::line);
        return exit;
    }

    private int refused(Exception error) throws Exception {
        if (error instanceof DrillException) {
            terminal.line(String.valueOf(error.getMessage()));
            return Exit.PROBLEMS;
        }
        throw error;
    }

    @Command(
            name = "init",
            description = "Reads Compose files, without Docker, and writes the first files of a"
                    + " system beside them: system.yaml, one drill, and schemas for your editor."
                    + " What it guessed is marked; what it could not find out it says. It never"
                    + " overwrites.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int init(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "<compose.yaml>",
                            description = "the system's Compose file; several are laid over each"
                                    + " other in that order. A folder stands for the Compose"
                                    + " file in it.")
                    List<Path> files) {
        return new InitCommand(terminal, environment).run(files);
    }

    @Command(
            name = "validate",
            description = "Reads every system, drill and twin, without Docker, and says everything"
                    + " that is wrong with them.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int validate(
            @Parameters(
                            arity = "0..*",
                            defaultValue = "scenarios",
                            paramLabel = "<folder>",
                            description = "folders of systems, or of one system; default:"
                                    + " ${DEFAULT-VALUE}")
                    List<Path> folders) {
        return new ValidateCommand(terminal).run(folders);
    }

    @Command(
            name = "explain",
            description = "Says in plain words, step by step, what a drill does to what, what it"
                    + " measures, and when it ends at the latest. Runs nothing.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int explain(
            @Parameters(
                            paramLabel = "<drill>",
                            description =
                                    "id of a drill or a twin, such as bank/primary-lost, or its"
                                            + " file")
                    String drill,
            @Option(
                            names = "--scenarios",
                            defaultValue = "scenarios",
                            paramLabel = "<folder>",
                            description = "where ids are looked for; default: ${DEFAULT-VALUE}")
                    List<Path> folders) {
        return new ExplainCommand(terminal).run(drill, folders);
    }

    @Command(
            name = "verify",
            description = "Says whether evidence packs are as they were sealed; if not, which file,"
                    + " and which record of the journal. Several packs of one drill are held"
                    + " against one another as well; of an archive, its runs are too. Needs no"
                    + " Docker and no network.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:every pack is intact",
                "1:a pack or a run was changed, or is not in its series; what is said",
                "2:the command was called wrongly",
                "3:none was changed, and of one it could not be told: no pack, never finished, or"
                        + " of a newer format"
            })
    int verify(
            @Parameters(arity = "1..*", paramLabel = "<pack>", description = PACKS)
                    List<Path> packs,
            @Option(
                            names = "--key",
                            paramLabel = "<public.pem>",
                            description = "the public key that every pack must be signed with; from"
                                    + " its owner, not from the pack")
                    @Nullable
                    Path key,
            @Option(
                            names = "--history",
                            paramLabel = "<folder>",
                            description = "a history such as reports/history, of which every pack"
                                    + " must be a part, and the newest of each drill the newest"
                                    + " there")
                    @Nullable
                    Path history,
            @Option(names = "--json", description = JSON) boolean json) {
        VerifyCommand.Given given = new VerifyCommand.Given(key, history, json);
        return new VerifyCommand(terminal, given).run(packs);
    }

    @Command(
            name = "judge",
            description = "Computes every verdict of evidence packs again, from journal.jsonl and"
                    + " scenario.json alone, and says whether verdicts.json says the same. Needs no"
                    + " Docker, no environment and no network. Whether the files are those that"
                    + " were sealed, 'verify' says.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:every verdict of every pack is the one that its journal gives",
                "1:one is not; which is said",
                "2:the command was called wrongly",
                "3:none differs, and one pack could not be judged: no pack, no journal, or of a"
                        + " newer format"
            })
    int judge(
            @Parameters(arity = "1..*", paramLabel = "<pack>", description = PACKS)
                    List<Path> packs,
            @Option(names = "--json", description = JSON) boolean json) {
        return new JudgeCommand(terminal, json).run(packs);
    }
}
