package io.firedrill.junit;

import io.firedrill.check.Judge;
import io.firedrill.evidence.PackFolder;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.run.Aftermath;
import io.firedrill.run.DrillRunner;
import io.firedrill.run.Tools;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.OptionsException;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drills of this checkout, run on this machine: in containers, or in this JVM. */
final class LocalDrills implements DrillRuns {
    private static final String SCENARIOS = "firedrill.scenarios";
    private static final String PARALLEL = "firedrill.parallel";
    private static final int POCKETS_TO_ONE = 2;
    private static final Path SWITCHES = Path.of("-Dfiredrill");
    private static final Budget NOTHING =
            new Budget("containers", 1, 1, true, Path.of("reports"), 0, List.of(), false);

    private final FaultCatalog faults = FaultCatalog.load();
    private final Judge judge = Judge.withAllChecks();
    private final Properties properties;
    private final Map<Options.Mode, SharedSystems> shared = new EnumMap<>(Options.Mode.class);

    LocalDrills() {
        this(System.getProperties());
    }

    LocalDrills(Properties properties) {
        this.properties = properties;
    }

    @Override
    public Plan plan(List<Path> roots) {
        try {
            return plan(Options.from(properties), roots);
        } catch (OptionsException e) {
            return new Plan(List.of(), 0, "", problems(e.problems().stream()), NOTHING);
        }
    }

    private Plan plan(Options options, List<Path> roots) {
        List<Path> folders = properties.containsKey(SCENARIOS) ? options.scenarios() : roots;
        Reading reading = new ScenarioReader().read(folders, vocabulary());
        List<Scenario> found = new ArrayList<>(reading.drills());
        found.addAll(reading.twins());
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(problems(options.misfits(reading).stream()));
        List<Scenario> selected = found.stream().filter(options::selects).toList();
        Choice choice =
                Choice.of(options.mode(), selected, () -> RunFacts.docker().isPresent());
        if (problems.isEmpty()) {
            problems.addAll(problems(choice.problems().stream()));
        }
        return new Plan(
                choice.drills(), found.size(), filters(options), problems, budget(options, choice));
    }

    /** Pocket systems start in milliseconds and mostly wait, so more of them fit side by side. */
    private Budget budget(Options options, Choice choice) {
        boolean pocket = choice.mode() == Options.Mode.INPROCESS;
        int more = pocket && !properties.containsKey(PARALLEL) ? POCKETS_TO_ONE : 1;
        return new Budget(
                choice.modeName(),
                options.parallel() * more,
                pocket ? options.parallel() : 1,
                options.plain(),
                options.reports(),
                options.dry() ? 0 : options.rerun(),
                choice.notes(),
                options.dry());
    }

    private Vocabulary vocabulary() {
        return judge.vocabulary(faults.kinds(), capabilities());
    }

    /** Both kinds of systems can do the same. */
    private static Set<String> capabilities() {
        return Stream.of(ContainersProvisioner.CAPABILITIES, InprocessProvisioner.CAPABILITIES)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static List<Problem> problems(Stream<String> texts) {
        return texts.map(text -> new Problem(SWITCHES, 0, 0, text, "", "")).toList();
    }

    private static String filters(Options options) {
        return "firedrill.level=" + options.level()
                + (options.drills().isEmpty() ? "" : ", firedrill.drills=" + options.drills());
    }

    @Override
    public Judged run(Order order) throws InterruptedException {
        SharedSystems systems = shared(order.scenario());
        Path file = order.folder().resolve(PackFolder.JOURNAL);
        SystemClock clock = new SystemClock();
        Tools tools = new Tools(
                systems.provisioner(),
                faults,
                order.gate(),
                order.stop(),
                clock,
                systems.facts(),
                order.scenario().id().hashCode());
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            order.watch().accept(journal);
            keep(runner(tools).run(order.scenario(), journal), order.folder());
        }
        JournalFile journal = JournalFile.read(file);
        return new Judged(judge.judge(order.scenario(), journal), journal);
    }

    private DrillRunner runner(Tools tools) {
        return Options.from(properties).dry() ? DrillRunner.dry(tools) : new DrillRunner(tools);
    }

    private synchronized SharedSystems shared(Scenario scenario) {
        Options options = Options.from(properties);
        return scenario.system().blueprint() instanceof Blueprint.Inprocess
                ? shared.computeIfAbsent(
                        Options.Mode.INPROCESS, mode -> SharedSystems.inprocess(options))
                : shared.computeIfAbsent(
                        Options.Mode.CONTAINERS, mode -> SharedSystems.containers(options));
    }

    private static void keep(Aftermath aftermath, Path folder) {
        try {
            Path logs = Files.createDirectories(folder.resolve(PackFolder.LOGS));
            for (Map.Entry<String, String> log : aftermath.logs().entrySet()) {
                Files.writeString(logs.resolve(log.getKey() + ".log"), log.getValue());
            }
            if (!aftermath.definition().isEmpty()) {
                Files.writeString(folder.resolve("compose.yaml"), aftermath.definition());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the logs can not be kept", e);
        }
    }

    @Override
    public synchronized void abandon() {
        shared.values().forEach(systems -> systems.abandon().run());
    }

    @Override
    public synchronized void close() {
        shared.values().forEach(systems -> systems.end().run());
        shared.clear();
    }
}
