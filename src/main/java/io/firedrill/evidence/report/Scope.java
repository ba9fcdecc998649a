package io.firedrill.evidence.report;

import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the drill is evidence for: scope, plan, targets, assumptions, and who answers for it. */
final class Scope {
    private final Material material;
    private final SystemSpec system;
    private final Scenario.About about;

    private Scope(Material material) {
        this.material = material;
        this.system = material.scenario().system();
        this.about = material.scenario().about();
    }

    /** Writes it. */
    static List<Block> of(Material material) {
        Scope scope = new Scope(material);
        Text text = new Text().section("scope", "Scope, plan and roles");
        return text.table(scope.scope())
                .under("Scenario, assumptions, limits")
                .table(scope.assumptions())
                .under("Targets of the function and where they come from")
                .add(scope.targets())
                .under("Who did what")
                .table(scope.roles())
                .blocks();
    }

    private Rows scope() {
        Optional<Programme.Function> function = material.function();
        return Rows.facts("Scope")
                .add("Critical function", name(function))
                .add("Owner of the function", Words.stated(function.map(Programme.Function::owner)))
                .add("Threat", Words.stated(about.threat()))
                .add("System", system.title() + " (" + system.name() + ")")
                .add("Owner of the system", Words.stated(owner()))
                .add("Redundancy", system.tier())
                .add("Components", list(new TreeSet<>(system.components())))
                .add("Where customers come in", entries())
                .add("Links watched or broken", list(links()))
                .add("Third parties", thirdParties())
                .add("Continuity plan", plan());
    }

    private String name(Optional<Programme.Function> function) {
        String id = Words.stated(about.function());
        return function.map(known -> known.title() + " (" + id + ")").orElse(id);
    }

    private Optional<String> owner() {
        return material.programme()
                .flatMap(all -> Optional.ofNullable(all.systems().get(system.name())))
                .map(Programme.SystemFacts::owner);
    }

    private String plan() {
        return about.plan()
                .map(plan -> plan.id() + ", version " + plan.version())
                .orElse(Words.NOT_STATED);
    }

    private String entries() {
        return new TreeMap<>(system.entries())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " at " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private List<String> links() {
        return system.links().stream().map(Link::toString).sorted().toList();
    }

    /** The providers of channels are outside of the system; inboxes of ours stood in for them. */
    private String thirdParties() {
        String providers = system.channels().values().stream()
                .filter(channel -> channel.at().isPresent())
                .map(channel ->
                        channel.name() + " (" + channel.speaks() + " at " + at(channel) + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        return providers.isEmpty()
                ? Words.NOT_STATED
                : providers + "; inboxes of Firedrill stood in for them";
    }

    private static String at(Channel channel) {
        return channel.at().map(Endpoint::toString).orElse("");
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names);
    }

    private Rows assumptions() {
        Rows rows = Rows.facts("Scenario, assumptions and limits")
                .add("Severe but plausible, because", Words.stated(about.why()))
                .add("Customers", customers())
                .add("Healthy means", baseline())
                .add("Longest time allowed", time(material.scenario().limit()));
        return rows.add(
                "Limits",
                "A copy of the system on one machine, with made-up customers. What each fault does"
                        + " not stand for is listed with the faults; what was not measured has a"
                        + " part of its own.");
    }

    private String customers() {
        return material.scenario().customers().entrySet().stream()
                .map(each -> each.getKey() + " "
                        + io.firedrill.evidence.Figures.plain(each.getValue()) + " a second")
                .collect(Collectors.joining(", "));
    }

    private String baseline() {
        Scenario.Baseline baseline = material.scenario().baseline();
        return "at most " + Words.counted(baseline.atMost(), "failure") + " in "
                + time(baseline.lasting());
    }

    private static String time(Duration time) {
        return io.firedrill.check.Figures.limit(time);
    }

    private Block targets() {
        Rows rows = Rows.of("Targets of the function", "Value", "Limit", "Source", "Approved by");
        material.function().map(Programme.Function::targets).stream()
                .flatMap(List::stream)
                .forEach(target -> rows.add(
                        target.value(),
                        target.limit(),
                        Words.stated(target.source()),
                        Words.stated(target.approver())));
        return rows.isEmpty()
                ? new Block.Line(
                        Block.Look.PLAIN,
                        "Where the targets come from, and who approved them: " + Words.NOT_STATED
                                + ".")
                : rows.grid();
    }

    private Rows roles() {
        Optional<Programme.Roles> roles = about.whoDidWhat();
        return Rows.facts("Roles")
                .add("Designed by", role(roles, Programme.Roles::designed))
                .add("Run by", role(roles, Programme.Roles::ran))
                .add("Evaluated by", role(roles, Programme.Roles::evaluated))
                .add("Approved by", role(roles, Programme.Roles::approved))
                .add("Independence", role(roles, Programme.Roles::independence))
                .add("Verdicts", "computed by Firedrill from the journal, with no person between");
    }

    private static String role(
            Optional<Programme.Roles> roles, Function<Programme.Roles, String> which) {
        return Words.stated(roles.map(which));
    }
}
