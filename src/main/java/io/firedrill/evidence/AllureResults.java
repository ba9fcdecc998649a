package io.firedrill.evidence;

import io.firedrill.check.Prediction;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.report.Report;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the results that an Allure report is made of: one for each leaf that JUnit shows, its
 * steps rendered from the journal. Every call to Allure is in this class and {@link AllureSteps},
 * since its next version changes them. Safe for use by several threads.
 */
public final class AllureResults {
    private final Path folder;
    private final KnownGaps gaps;
    private final AllureResultsWriter writer;

    /**
     * Writes into a folder, which is made where it is missing.
     *
     * @param gaps what is known to fail: shown as skipped while it is in time, as JUnit does
     */
    public AllureResults(Path folder, KnownGaps gaps) {
        this.folder = folder;
        this.gaps = gaps;
        this.writer = new FileSystemResultsWriter(folder);
    }

    /** Adds the leaves of a drill or a twin whose pack is in its place. */
    public void add(Drilled drill, Path pack) {
        List<Attachment> files = attachments(pack);
        for (Leaf leaf : Leaf.of(drill)) {
            TestResult result = result(drill, leaf);
            result.setSteps(AllureSteps.of(ToldLines.of(drill.journal().entries())));
            result.setAttachments(files);
            writer.write(result);
        }
    }

    /** Adds a scenario file that can not be run, with everything that is wrong with it. */
    public void addBroken(Path file, List<Problem> problems, Instant when) {
        String text = String.join("\n", problems.stream().map(Problem::toString).toList());
        String id = "scenario-file/" + file;
        TestResult result = base(id, file + " is broken")
                .setStatus(Status.BROKEN)
                .setStatusDetails(new StatusDetails().setMessage(text))
                .setStart(when.toEpochMilli())
                .setStop(when.toEpochMilli());
        result.setLabels(List.of(label("suite", "scenario files")));
        writer.write(result);
    }

    /**
     * Adds what the report says once: environment, categories, who ran it.
     *
     * @param over the verdict over all, also over what this run did before
     */
    public void finish(Run run, String over) {
        StringBuilder properties = new StringBuilder();
        properties.append("mode=").append(run.mode()).append('\n');
        properties.append("dry=").append(run.dry()).append('\n');
        run.notes().forEach(note -> properties.append("note=").append(note).append('\n'));
        run.machine()
                .forEach((name, value) -> properties
                        .append(name.replace(' ', '.'))
                        .append('=')
                        .append(value.replace("\\", "\\\\").replace('\n', ' '))
                        .append('\n'));
        Disk.write(folder.resolve("environment.properties"), properties.toString());
        Disk.write(folder.resolve("categories.json"), SummaryFile.json(categories()));
        Map<String, String> executor = Map.of(
                "name", "Firedrill", "type", "firedrill", "buildName", run.started() + " " + over);
        Disk.write(folder.resolve("executor.json"), SummaryFile.json(executor));
    }

    private static List<Map<String, Object>> categories() {
        return List.of(
                category("A known finding, owned and in time", "skipped", "(?s)finding .*"),
                category("A finding that is overdue, or to be closed", "failed", "(?s)finding .*"),
                category("The system failed the drill", "failed", "(?s)(?!not caught|finding ).*"),
                category("The drill does not tell (INCONCLUSIVE)", "broken", "(?s).*"),
                category(
                        "A twin was not caught: its drill proves nothing",
                        "failed",
                        "(?s)not caught.*"));
    }

    private static Map<String, Object> category(String name, String status, String message) {
        return Map.of("name", name, "matchedStatuses", List.of(status), "messageRegex", message);
    }

    private static TestResult base(String id, String name) {
        return new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setHistoryId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setTestCaseId(id)
                .setFullName(id)
                .setName(name)
                .setStage(Stage.FINISHED);
    }

    private TestResult result(Drilled drill, Leaf leaf) {
        Scenario scenario = drill.scenario();
        Optional<KnownGaps.Ruled> ruled =
                leaf.verdict().flatMap(verdict -> gaps.of(scenario, verdict));
        TestResult result = base(leaf.id(), leaf.title())
                .setDescription(description(drill, leaf))
                .setStatus(ruled.map(AllureResults::status).orElse(status(drill, leaf)))
                .setStart(drill.started().toEpochMilli())
                .setStop(drill.ended().toEpochMilli());
        if (ruled.isPresent() || leaf.status() != Verdict.Status.PASS) {
            String known = ruled.map(it -> it.sentence() + ". ").orElse("");
            result.setStatusDetails(new StatusDetails().setMessage(known + leaf.message()));
        }
        result.setTitlePath(List.of("drills", scenario.system().title(), scenario.name()));
        result.setLabels(labels(scenario));
        result.setParameters(parameters(drill, leaf));
        return result;
    }

    /** What was rehearsed is neither passed nor failed. */
    private static Status status(Drilled drill, Leaf leaf) {
        return drill.result().rehearsed() ? Status.SKIPPED : status(leaf.status());
    }

    /** A finding to be closed, or overdue, fails the build, whatever the verdict. */
    private static Status status(KnownGaps.Ruled ruled) {
        return ruled.ruling() == KnownGaps.Ruling.KNOWN ? Status.SKIPPED : Status.FAILED;
    }

    private static Status status(Verdict.Status status) {
        return switch (status) {
            case PASS -> Status.PASSED;
            case FAIL -> Status.FAILED;
            case INCONCLUSIVE -> Status.BROKEN;
        };
    }

    private static String description(Drilled drill, Leaf leaf) {
        Scenario scenario = drill.scenario();
        StringBuilder text = new StringBuilder(scenario.title()).append(".\n\n");
        text.append(leaf.message()).append("\n\nWhy: ").append(scenario.about().why());
        for (Prediction prediction : Prediction.of(drill.result())) {
            text.append("\n\nIt was ").append(RunsInWords.said(drill, prediction));
        }
        ToldChecks.asked(drill).forEach(line -> text.append("\n\n").append(line).append('.'));
        PeopleAsked.of(drill)
                .ifPresent(
                        people -> text.append("\n\n").append(people.sentence()).append('.'));
        repeated(drill, leaf).forEach(line -> text.append("\n\n").append(line));
        String report = "../" + drill.pack().toString().replace('\\', '/') + "/" + Report.PAGE;
        return harmless(text) + "\n\n[" + Report.PAGE + "](" + report + ")\n\nEvidence pack: "
                + drill.pack();
    }

    /** A description is Markdown: what others wrote must neither be markup in it nor a link. */
    private static String harmless(CharSequence text) {
        return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace("](", "]\\(");
    }

    /** Says what the runs of a drill gave, where there was more than one. */
    private static List<String> repeated(Drilled drill, Leaf leaf) {
        List<String> lines = new ArrayList<>(RunsInWords.reruns(drill));
        leaf.verdict()
                .flatMap(verdict -> RunsInWords.spread(drill, verdict))
                .map(spread -> RunsInWords.spread(spread, drill.runs().size()))
                .ifPresent(measured -> lines.add(
                        "Over " + drill.runs().size() + " runs: " + String.join(", ", measured)));
        if (!drill.runs().isEmpty()) {
            lines.add("The worst verdict counts. Steps, pictures and files are those of the run"
                    + " that decides.");
        }
        lines.addAll(RunsInWords.runs(drill));
        return lines;
    }

    private static List<Label> labels(Scenario scenario) {
        List<Label> labels = new ArrayList<>();
        labels.add(label("framework", "firedrill"));
        labels.add(label("parentSuite", scenario.twin().isPresent() ? "twins" : "drills"));
        labels.add(label("suite", scenario.system().title()));
        labels.add(label("subSuite", scenario.name()));
        labels.add(label("epic", scenario.about().function().orElse("(no function stated)")));
        labels.add(label("feature", scenario.about().threat().orElse("(no threat stated)")));
        labels.add(label("story", scenario.title()));
        labels.add(label("severity", scenario.about().severity()));
        labels.add(label("tag", scenario.about().level().word()));
        labels.add(label("thread", scenario.id()));
        labels.add(label("host", Machine.host()));
        scenario.about().plan().ifPresent(plan -> {
            labels.add(label("plan", plan.id() + " v" + plan.version()));
            labels.add(label("owner", plan.id()));
        });
        return labels;
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static List<Parameter> parameters(Drilled drill, Leaf leaf) {
        List<Parameter> parameters = new ArrayList<>();
        drill.scenario()
                .customers()
                .forEach((journey, rate) -> parameters.add(
                        parameter("customers: " + journey, Figures.plain(rate) + "/s")));
        leaf.verdict().ifPresent(verdict -> {
            parameters.add(parameter("target", verdict.target()));
            verdict.measured()
                    .map(Figures::measured)
                    .ifPresent(value -> parameters.add(
                            parameter("measured", value + PlanTime.mark(drill, verdict))));
            verdict.details().forEach((name, value) -> parameters.add(parameter(name, value)));
        });
        // What differs from run to run must not make another test of it.
        parameters.forEach(parameter -> parameter.setExcluded(true));
        return parameters;
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }

    private List<Attachment> attachments(Path pack) {
        return PackFile.in(pack).stream().map(this::attach).toList();
    }

    private Attachment attach(PackFile file) {
        String source = UUID.randomUUID() + "-attachment." + file.kind();
        byte[] bytes = Disk.on(file.path(), () -> Files.readAllBytes(file.path()));
        InputStream content = new ByteArrayInputStream(bytes);
        writer.write(source, content);
        return new Attachment().setName(file.name()).setSource(source).setType(file.type());
    }
}
