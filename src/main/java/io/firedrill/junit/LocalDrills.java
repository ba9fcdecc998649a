package io.firedrill.junit;

import io.firedrill.check.Judge;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.archive.ArchivePlace;
import io.firedrill.evidence.seal.PackJudge;
import io.firedrill.evidence.seal.ScenarioJson;
import io.firedrill.evidence.seal.SigningKey;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.people.AnswerTerminal;
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
import io.firedrill.traffic.JourneyCatalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drills of this checkout, run on this machine: in containers, or in this JVM. */
final class LocalDrills implements DrillRuns {
    private static final String SCENARIOS = "firedrill.scenarios";
    private static final String PARALLEL = "firedrill.parallel";
    private static final int POCKETS_TO_ONE = 3;
    private static final Path SWITCHES = Path.of("-Dfiredrill");

    private final FaultCatalog faults = FaultCatalog.load();
    private final Judge judge = Judge.withAllChecks();
    private final JourneyCatalog journeys = JourneyCatalog.load();
    private final Properties properties;
    private final Map<String, String> environment;
    private final Map<Options.Mode, SharedSystems> shared = new EnumMap<>(Options.Mode.class);
    private final WhoAnswers people = new WhoAnswers();

    LocalDrills() {
        this(System.getProperties(), System.getenv());
    }

    LocalDrills(Properties properties) {
        this(properties, Map.of());
    }

    /** Takes switches, and an environment that may hold the key that packs are signed with. */
    LocalDrills(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public Plan plan(List<Path> roots) {
        try {
            return plan(Options.from(properties), roots);
        } catch (OptionsException e) {
            return broken(problems(e.problems().stream()));
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
        List<Scenario> others = found.stream().filter(options::leavesForLevel).toList();
        Found chosen = new Found(selected, others, found.size(), filters(options), reading::drills);
        return plan(options, chosen, problems).with(reading.findings());
    }

    /**
     * What there is to be run.
     *
     * @param others what only their level leaves out
     * @param by what they were chosen by
     * @param known finds every drill, chosen or not
     */
    private record Found(
            List<Scenario> chosen,
            List<Scenario> others,
            int all,
            String by,
            Supplier<List<Scenario>> known) {}

    private Plan plan(Options options, Found found, List<Problem> problems) {
        List<Scenario> chosen = found.chosen().stream().map(options::repeated).toList();
        Choice choice = Choice.of(
                        options.mode(), chosen, () -> RunFacts.docker().isPresent())
                .leaving(found.others());
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(problems(RunPapers.misplaced(options).stream()));
        if (problems.isEmpty()) {
            all.addAll(problems(choice.problems().stream()));
            all.addAll(OutsideChannels.unreachable(choice));
            all.addAll(problems(
                    WhoAnswers.missing(options, choice.drills(), AnswerTerminal.TTY).stream()));
        }
        Budget budget = budget(options, choice, key(options, all));
        return new Plan(
                choice.drills(), found.all(), found.by(), all, budget, found.known(), List.of());
    }

    /** A key that can not be used is a problem like others: nothing starts. */
    private Optional<SigningKey> key(Options options, List<Problem> problems) {
        try {
            return SigningKey.find(options.signingKey(), environment);
        } catch (EvidenceException e) {
            problems.addAll(problems(Stream.of(String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    /** Plans a run of the one drill, or twin, that a file holds; other files do not matter. */
    Plan plan(Path file) {
        DrillFile drills = new DrillFile(file);
        Reading reading = new ScenarioReader().read(List.of(drills.system()), vocabulary());
        return Stream.concat(reading.drills().stream(), reading.twins().stream())
                .filter(drill -> drills.is(drill.file()))
                .findFirst()
                .map(drill -> plan(drill).with(reading.findings()))
                .orElseGet(() ->
                        broken(reading.problems().isEmpty() ? drills.none() : reading.problems()));
    }

    private static Plan broken(List<Problem> problems) {
        return new Plan(List.of(), 0, "", problems, Budget.NOTHING);
    }

    /** Plans a run of one drill, whatever the switches choose among files. */
    Plan plan(Scenario drill) {
        try {
            Options options = Options.from(properties);
            List<Problem> problems = problems(options.strangers(known(options, drill)).stream());
            Found one = new Found(List.of(drill), List.of(), 1, drill.id(), () -> written(options));
            return plan(options, one, problems);
        } catch (OptionsException e) {
            return broken(problems(e.problems().stream()));
        }
    }

    /** With those of the files, whose components a switch may name as well. */
    private List<Scenario> known(Options options, Scenario drill) {
        List<Scenario> known = new ArrayList<>(List.of(drill));
        if (!options.images().isEmpty()) {
            known.addAll(written(options));
        }
        return known;
    }

    private List<Scenario> written(Options options) {
        List<Path> folders =
                options.scenarios().stream().filter(Files::isDirectory).toList();
        return new ScenarioReader().read(folders, vocabulary()).drills();
    }

    /** Pocket systems start in milliseconds and mostly wait, so more of them fit side by side. */
    private Budget budget(Options options, Choice choice, Optional<SigningKey> key) {
        boolean pocket = choice.mode() == Options.Mode.INPROCESS;
        int more = pocket && !properties.containsKey(PARALLEL) ? POCKETS_TO_ONE : 1;
        return new Budget(
                choice.modeName(),
                options.parallel() * more,
                pocket ? options.parallel() : 1,
                options.plain() || options.people() == Options.Answers.TERMINAL,
                options.reports(),
                options.dry() ? 0 : options.rerun(),
                notes(options, choice),
                options.dry(),
                key,
                options.dry() ? Optional.empty() : options.archive().map(ArchivePlace::of));
    }

    private static List<String> notes(Options options, Choice choice) {
        List<String> notes = new ArrayList<>(choice.notes());
        options.images()
                .forEach((component, image) ->
                        notes.add("Release under test: " + component + " runs " + image));
        return List.copyOf(notes);
    }

    /** Gives the words that drills may use here. */
    Vocabulary vocabulary() {
        return judge.vocabulary(faults.kinds(), capabilities(), journeys.kinds());
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
        Map<String, String> facts = new HashMap<>(systems.facts());
        facts.putAll(order.run().facts());
        facts.put(PackJudge.SCENARIO_FACT, ScenarioJson.digest(order.scenario()));
        Tools tools = new Tools(
                systems.provisioner(),
                faults,
                order.gate(),
                order.stop(),
                clock,
                facts,
                order.run().seed(),
                journeys,
                InboxCatalog.load(),
                people.of(order.scenario(), Options.from(properties), clock, order.say()));
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            order.watch().accept(journal);
            Scenario played = order.run().play(order.scenario());
            keep(runner(tools).run(played, journal), order.folder());
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
        people.close();
    }
}
