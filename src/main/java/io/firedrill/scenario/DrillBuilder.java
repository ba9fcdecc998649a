package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Builds a drill in Java. Keys, values and rules are those of drill files, and the same binders
 * hold them: what a file may say can be built, what it may not is refused, with the line of the
 * Java source. Values are texts as in files ({@code "50/s"}, {@code "95%"}), numbers,
 * {@link java.time.Duration}, or lists and maps of these.
 *
 * <pre>{@code
 * new DrillBuilder(Path.of("scenarios/shop"), "way-lost", vocabulary)
 *         .title("The front loses its way to a web server")
 *         .customers("visit", "50/s")
 *         .inject("cut", "front -> web-1:8080", Map.of("called", "lost way"))
 *         .when(Map.of("recovered", "visit", "held", Duration.ofSeconds(3)))
 *         .heal("lost way")
 *         .objective("recovery", Map.of("of", "visit", "within", Duration.ofSeconds(2)))
 *         .build();
 * }</pre>
 */
public final class DrillBuilder {
    private final Path folder;
    private final String name;
    private final Vocabulary vocabulary;
    private final JavaNodes nodes;
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final List<NodeTuple> customers = new ArrayList<>();
    private final List<Object> steps = new ArrayList<>();
    private final List<Object> objectives = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private Optional<Node> when = Optional.empty();

    /**
     * Begins a drill.
     *
     * @param folder the folder of the system, with its {@code system.yaml}
     * @param name the drill's part of its id, which no file of the folder bears
     * @param vocabulary the faults and objectives at hand
     */
    public DrillBuilder(Path folder, String name, Vocabulary vocabulary) {
        this.folder = folder;
        this.name = name;
        this.vocabulary = vocabulary;
        this.nodes = JavaNodes.ofCaller();
    }

    /** Says in one sentence what happens: the key {@code drill}. */
    public DrillBuilder title(String sentence) {
        return with("drill", sentence);
    }

    /** Lets so many customers set out, for instance {@code 50/s}. */
    public DrillBuilder customers(String journey, String rate) {
        customers.add(new NodeTuple(nodes.node(journey), nodes.node(rate)));
        return this;
    }

    /** Says when the next step is due, as under {@code when} in a file; without it, at once. */
    public DrillBuilder when(Map<String, ?> trigger) {
        when = Optional.of(nodes.node(trigger));
        return this;
    }

    /** Breaks a component, the holder of a role, or a link. */
    public DrillBuilder inject(String fault, String target) {
        return inject(fault, target, Map.of());
    }

    /** Breaks something, with settings of the fault or a name ({@code called}). */
    public DrillBuilder inject(String fault, String target, Map<String, ?> settings) {
        Map<String, Object> inject = new LinkedHashMap<>();
        inject.put(fault, target);
        inject.putAll(JavaNodes.inOrder(settings));
        return step("inject", inject);
    }

    /** Undoes a fault that was injected before. */
    public DrillBuilder heal(String called) {
        return step("heal", called);
    }

    /** Asks a person, with the keys of {@code person} in a file. */
    public DrillBuilder person(Map<String, ?> keys) {
        return step("person", JavaNodes.inOrder(keys));
    }

    /** Has people work off a written procedure, with the keys of {@code runbook} in a file. */
    public DrillBuilder runbook(Map<String, ?> keys) {
        return step("runbook", JavaNodes.inOrder(keys));
    }

    private DrillBuilder step(String verb, Object what) {
        Map<String, Object> step = new LinkedHashMap<>();
        when.ifPresent(trigger -> step.put("when", trigger));
        when = Optional.empty();
        step.put(verb, nodes.node(what));
        steps.add(nodes.node(step));
        return this;
    }

    /** Demands that an objective holds. */
    public DrillBuilder objective(String kind, Map<String, ?> settings) {
        objectives.add(nodes.node(Map.of(kind, nodes.node(settings))));
        return this;
    }

    /**
     * Demands that people are told: a check with what the plan sets for it, or with other settings
     * and {@code because}.
     */
    public DrillBuilder told(String check, Map<String, ?> settings) {
        told.add(nodes.node(Map.of(check, nodes.node(settings))));
        return this;
    }

    /** Sets any other key of a drill, such as {@code limit} or {@code baseline}. */
    public DrillBuilder with(String key, Object value) {
        keys.put(key, nodes.node(value));
        return this;
    }

    /**
     * Gives the drill.
     *
     * @throws ScenarioException with everything that is wrong with it, or with its system
     */
    public WrittenDrill build() {
        Gathering gathering = new Gathering();
        Problems problems = new Problems(nodes.source());
        Path file = folder.resolve(name + ".yaml");
        if (Files.exists(file)) {
            problems.whole("has the name of the drill in " + file, "each id once", "");
        }
        Value whole = new Value(nodes.node(whole()), "the drill", problems);
        new Value(nodes.node(name), "the name", problems).as(Notations.NAME);
        Optional<Scenario> drill = new SystemReader(folder, vocabulary, gathering)
                .system(System.getenv())
                .map(draft -> bound(whole, file, draft));
        gathering.close(problems);
        List<Problem> all = gathering.reading().problems();
        if (!all.isEmpty()) {
            throw new ScenarioException(all);
        }
        return new WrittenDrill(drill.orElseThrow(), JavaNodes.text(whole.node()));
    }

    private Scenario bound(Value whole, Path file, SystemDraft draft) {
        return new DrillBinder(vocabulary, draft).bind(file, whole.fields(Shapes.DRILL));
    }

    private Map<String, Object> whole() {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional.ofNullable(keys.get("drill")).ifPresent(title -> all.put("drill", title));
        if (!customers.isEmpty()) {
            all.put("customers", nodes.mapping(customers));
        }
        if (!steps.isEmpty()) {
            all.put("steps", steps);
        }
        if (!objectives.isEmpty()) {
            all.put("objectives", objectives);
        }
        if (!told.isEmpty()) {
            all.put("told", told);
        }
        keys.forEach(all::putIfAbsent);
        return all;
    }
}
