package io.firedrill.junit;

import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.OptionsException;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.containers.ContainersProvisioner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drills of this checkout, read and run as the {@code firedrill.*} switches say. */
final class LocalDrills implements DrillRuns {
    private static final Path SWITCHES = Path.of("-Dfiredrill.*");
    private static final String SCENARIOS = "firedrill.scenarios";
    private static final Budget USUAL = new Budget("auto", 1, true, Path.of("reports"));

    private final Properties properties;
    private final FaultCatalog faults = FaultCatalog.load();
    private final Judge judge = Judge.withAllChecks();

    LocalDrills() {
        this(System.getProperties());
    }

    LocalDrills(Properties properties) {
        this.properties = properties;
    }

    @Override
    public Plan plan(List<Path> roots) {
        try {
            return plan(roots, Options.from(properties));
        } catch (OptionsException e) {
            List<Problem> problems = switches(e.problems());
            return new Plan(List.of(), 0, "", problems, USUAL);
        }
    }

    private Plan plan(List<Path> roots, Options options) {
        boolean named = properties.getProperty(SCENARIOS) != null;
        Reading reading =
                new ScenarioReader().read(named ? options.scenarios() : roots, vocabulary());
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<Scenario> all = Stream.concat(reading.drills().stream(), reading.twins().stream())
                .sorted(Comparator.comparing(Scenario::id))
                .toList();
        List<Scenario> chosen = all.stream().filter(options::selects).toList();
        if (!chosen.isEmpty()) {
            problems.addAll(switches(options.misfits(reading)));
        }
        Budget budget = new Budget(
                options.mode().name().toLowerCase(Locale.ROOT),
                options.parallel(),
                options.plain(),
                options.reports());
        return new Plan(chosen, all.size(), chosenBy(), List.copyOf(problems), budget);
    }

    private Vocabulary vocabulary() {
        return new Vocabulary(
                faults.kinds(),
                judge.kinds(),
                ContainersProvisioner.CAPABILITIES,
                judge.implicitIds(),
                Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet()));
    }

    private static List<Problem> switches(List<String> texts) {
        return texts.stream()
                .map(text -> new Problem(SWITCHES, 0, 0, text, "", ""))
                .toList();
    }

    private String chosenBy() {
        String given = Stream.of("firedrill.drills", "firedrill.level", "firedrill.twins")
                .filter(name -> properties.getProperty(name) != null)
                .map(name -> name + "=" + properties.getProperty(name))
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "firedrill.level=gate" : given;
    }

    @Override
    public Judged run(Order order) {
        throw new InconclusiveDrillException("no runner is wired to the engine yet", null);
    }
}
