package io.firedrill.junit;

import io.firedrill.evidence.Leaf;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * Hangs a plan under the engine: a container for each drill, a leaf for each thing that can be red.
 */
final class DrillTree {
    private static final String DRILL = "drill";
    private static final String LEAF = "leaf";

    private final DrillRuns.Plan plan;
    private final TestDescriptor root;

    DrillTree(DrillRuns.Plan plan, TestDescriptor root) {
        this.plan = plan;
        this.root = root;
    }

    /** Hangs everything: with any problem, no drill but the problems. */
    void hang() {
        Set<TestTag> all = new LinkedHashSet<>();
        if (!plan.problems().isEmpty()) {
            problems();
        } else if (plan.chosen().isEmpty()) {
            Branch branch = branch("selection", "selection", "what is to be drilled");
            leaf(branch, "not empty", "there is a drill to run").does(session -> nothing());
        } else {
            plan.chosen().forEach(scenario -> all.addAll(drill(scenario)));
        }
        Branch end = branch("run", "run", "the run");
        end.tags().addAll(all);
        leaf(end, "complete", "every planned drill was run and its evidence is written")
                .does(DrillSession::complete);
    }

    private void nothing() {
        String found = plan.found() == 0
                ? "there is no drill in the scenario folders"
                : "no drill of " + plan.found() + " is chosen by " + plan.chosenBy();
        throw new InconclusiveDrillException(found + "; a run without drills proves nothing", null);
    }

    private void problems() {
        Map<Path, List<Problem>> files = plan.problems().stream()
                .collect(Collectors.groupingBy(
                        Problem::file, LinkedHashMap::new, Collectors.toList()));
        Branch branch = branch("files", "files", "scenario files and switches");
        files.forEach((file, problems) -> leaf(branch, file.toString(), file + " can be run")
                .at(source(file, problems.get(0).line()))
                .does(session -> broken(problems)));
    }

    private static void broken(List<Problem> problems) {
        String text = String.join("\n", problems.stream().map(Problem::toString).toList());
        InconclusiveDrillException broken = new InconclusiveDrillException(text, null);
        broken.setStackTrace(
                problems.stream().map(DrillTree::frame).toArray(StackTraceElement[]::new));
        throw broken;
    }

    /** A frame that IDEs turn into a link to the line. */
    private static StackTraceElement frame(Problem problem) {
        return new StackTraceElement(
                "scenario", "line", problem.file().toString(), Math.max(1, problem.line()));
    }

    private Set<TestTag> drill(Scenario scenario) {
        Branch branch = branch(DRILL, scenario.id(), scenario.id() + ": " + scenario.title());
        branch.at(source(scenario.file(), 0));
        branch.tags().addAll(tags(scenario));
        branch.drills(scenario);
        for (Leaf.Name name : names(scenario)) {
            leaf(branch, name.part(), name.title())
                    .at(source(scenario.file(), 0))
                    .does(session -> session.demand(scenario, name.part()));
        }
        return branch.tags();
    }

    private List<Leaf.Name> names(Scenario scenario) {
        return plan.budget().dry() ? List.of(Leaf.dryName(scenario)) : Leaf.names(scenario);
    }

    private static Set<TestTag> tags(Scenario scenario) {
        Set<TestTag> tags = new LinkedHashSet<>();
        tags.add(tag(scenario.about().level().word()));
        tags.add(tag(scenario.system().name()));
        scenario.about().function().ifPresent(function -> tags.add(tag(function)));
        scenario.twin().ifPresent(twin -> tags.add(tag("twin")));
        return tags;
    }

    /** JUnit allows no blanks in tags, nor what its tag expressions are made of. */
    private static TestTag tag(String text) {
        return TestTag.create(text.strip().replaceAll("[\\s,()&|!\\p{Cntrl}]+", "-"));
    }

    private static TestSource source(Path file, int line) {
        return line < 1
                ? FileSource.from(file.toFile())
                : FileSource.from(file.toFile(), FilePosition.from(line));
    }

    private Branch branch(String kind, String id, String title) {
        Branch branch = new Branch(root.getUniqueId().append(kind, id), title);
        root.addChild(branch);
        return branch;
    }

    private static LeafNode leaf(Branch branch, String id, String title) {
        LeafNode leaf = new LeafNode(branch.getUniqueId().append(LEAF, id), title);
        branch.addChild(leaf);
        return leaf;
    }
}
