package io.firedrill.evidence;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * the system wrote, and puts the pack in its place.
     *
     * @throws EvidenceException where anything of it can not be written
     */
    public void seal(Drilled drill) {
        Scenario scenario = drill.scenario();
        Masking masking = new Masking(scenario.system().secrets().values());
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
        add("verdicts.json", SummaryFile.json(verdicts(drill)), masking);
        add("environment.json", SummaryFile.json(environment(drill)), masking);
        Course course = Course.of(drill);
        add("timeline.svg", TimelinePicture.draw(course), masking);
        add("curve.svg", CurvePicture.draw(course), masking);
        Told.of(course)
                .ifPresent(told -> add(NoticesPage.FILE, NoticesPage.of(drill, told), masking));
        PeoplePage.of(drill).ifPresent(page -> add(PeoplePage.FILE, page, masking));
        Disk.remove(target);
        Disk.move(work, target);
    }

    /**
     * Bytes that are no UTF-8 stay as they are: each byte is one character while the text is
     * masked.
     */
    private static void mask(Path file, Masking masking) {
        Disk.on(file, () -> {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String masked = masking.apply(text);
            return text.equals(masked)
                    ? file
                    : Files.writeString(file, masked, StandardCharsets.ISO_8859_1);
        });
    }

    private void copy(Path from, String name, Masking masking) {
        if (Files.isRegularFile(from) && !Files.exists(work.resolve(name))) {
            add(name, Disk.read(from), masking);
        }
    }

    private void add(String name, String text, Masking masking) {
        Disk.write(work.resolve(name), masking.apply(text));
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
