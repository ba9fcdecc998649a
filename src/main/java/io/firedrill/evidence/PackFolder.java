package io.firedrill.evidence;

import io.firedrill.evidence.report.Material;
import io.firedrill.evidence.report.Material.Pictures;
import io.firedrill.evidence.report.Report;
import io.firedrill.evidence.seal.ScenarioJson;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The evidence pack of one drill while it is filled. It is filled under a name that starts with a
 * dot and moved to its place in one step, so that a pack that is there is whole; what a killed run
 * leaves is still there, under the other name.
 */
public final class PackFolder {
    /** Name of the journal's file in a pack. */
    public static final String JOURNAL = "journal.jsonl";

    /** Name of the folder of component logs in a pack. */
    public static final String LOGS = "logs";

    /** Name of the drill's file in a pack. */
    public static final String SCENARIO = "scenario.yaml";

    private static final Pattern LAST_HASH = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"}$");

    private final Path target;
    private final Path work;

    private PackFolder(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    /** Makes the folder in which a pack is filled. */
    public static PackFolder begin(Path target) {
        Path work = target.resolveSibling("." + target.getFileName() + ".partial");
        Disk.remove(work);
        Disk.on(work, () -> Files.createDirectories(work));
        return new PackFolder(target, work);
    }

    /** Gives the folder to put journal, logs and files as run into. */
    public Path work() {
        return work;
    }

    /**
     * Adds verdicts, pictures, the files as written and the environment, takes secrets out of what
     * the system wrote, seals the pack and puts it in its place.
     *
     * @throws EvidenceException where anything of it can not be written
     */
    public void seal(Drilled drill, Seal seal) {
        Scenario scenario = drill.scenario();
        Masking masking = Masking.of(scenario);
        for (Path file : Disk.files(work)) {
            if (!file.getFileName().toString().equals(JOURNAL)) {
                mask(file, masking);
            }
        }
        copy(scenario.file(), SCENARIO, masking);
        copy(scenario.system().folder().resolve("system.yaml"), "system.yaml", masking);
        scenario.system()
                .communication()
                .ifPresent(plan -> copy(plan.file(), "communication.yaml", masking));
        Disk.write(work.resolve("scenario.json"), ScenarioJson.text(scenario));
        addJson("verdicts.json", verdicts(drill), masking);
        addJson("environment.json", environment(drill), masking);
        Course course = Course.of(drill);
        Pictures pictures = new Pictures(TimelinePicture.draw(course), CurvePicture.draw(course));
        add("timeline.svg", pictures.timeline(), masking);
        add("curve.svg", pictures.curve(), masking);
        Told.of(course)
                .ifPresent(told -> add(NoticesPage.FILE, NoticesPage.of(drill, told), masking));
        PeoplePage.of(drill).ifPresent(page -> add(PeoplePage.FILE, page, masking));
        AfterAction.of(drill).ifPresent(draft -> add(AfterAction.FILE, draft, masking));
        Report report = Report.of(
                new Material(drill, course.facts(), pictures, lastHash()), masking::apply);
        add(Report.PAGE, report.html(), masking);
        Path paper = work.resolve(Report.PAPER);
        Disk.on(paper, () -> Files.write(paper, report.pdf()));
        String digest = seal.close(work, drill);
        Disk.remove(target);
        Disk.move(work, target);
        seal.placed(drill, digest);
    }

    /** The journal's last line ends in its hash. */
    private String lastHash() {
        Path journal = work.resolve(JOURNAL);
        String text = Files.isRegularFile(journal) ? Disk.read(journal).stripTrailing() : "";
        Matcher hash = LAST_HASH.matcher(text.substring(text.lastIndexOf('\n') + 1));
        return hash.find() ? hash.group(1) : "";
    }

    /**
     * Bytes that are no UTF-8 stay as they are: each byte is one character while the text is
     * masked.
     */
    private void mask(Path file, Masking masking) {
        Disk.on(file, () -> {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String masked = inLogs(file) ? masking.log(text) : masking.apply(text);
            return text.equals(masked)
                    ? file
                    : Files.writeString(file, masked, StandardCharsets.ISO_8859_1);
        });
    }

    private boolean inLogs(Path file) {
        return file.startsWith(work.resolve(LOGS));
    }

    private void copy(Path from, String name, Masking masking) {
        if (Files.isRegularFile(from) && !Files.exists(work.resolve(name))) {
            add(name, Disk.read(from), masking);
        }
    }

    private void add(String name, String text, Masking masking) {
        Disk.write(work.resolve(name), masking.apply(text));
    }

    /** Masks texts, and not the names that programs read. */
    private void addJson(String name, Map<String, ?> content, Masking masking) {
        Object masked = masking.over(content);
        Disk.write(work.resolve(name), SummaryFile.json(masked == null ? content : masked));
    }

    private static Map<String, @Nullable Object> verdicts(Drilled drill) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", "firedrill-verdicts/1");
        map.put("id", drill.scenario().id());
        map.put("verdict", drill.word());
        map.put("dry", drill.result().dry());
        map.put("started", drill.started().toString());
        map.put("finished", drill.ended().toString());
        map.put("earlier", SummaryFile.earlier(drill));
        ToldChecks.of(drill).ifPresent(told -> map.put("told", told.json()));
        PeopleAsked.of(drill).ifPresent(people -> map.put("people", people.json()));
        map.put("verdicts", SummaryFile.verdicts(drill.result().verdicts()));
        return map;
    }

    private static Map<String, String> environment(Drilled drill) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<Event.EnvironmentRecorded> recorded =
                drill.journal().all(Event.EnvironmentRecorded.class).toList();
        recorded.forEach(event -> facts.putAll(event.facts()));
        return facts;
    }
}
