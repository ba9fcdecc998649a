package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads one system with its drills and their twins. */
final class SystemReader {
    private final Path folder;
    private final Vocabulary vocabulary;
    private final Gathering gathering;
    private final Confined confined;
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, DrillDraft> drills = new TreeMap<>();

    SystemReader(Path folder, Vocabulary vocabulary, Gathering gathering) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.gathering = gathering;
        this.confined = new Confined(folder);
    }

    /**
     * Reads the system with its plan of how people are told and the programme behind it, without
     * its drills; what is wrong with them is gathered.
     */
    Optional<SystemDraft> system(Map<String, String> environment) {
        SystemBinder.Given given = new SystemBinder.Given(environment, vocabulary.journeys());
        SystemBinder binder = new SystemBinder(folder, given, gathering);
        Problems problems = new Problems(folder.resolve(Folders.SYSTEM_FILE));
        Optional<SystemDraft> draft = open(problems).map(binder::bind);
        gathering.close(problems);
        return draft.map(this::planned).map(this::behind);
    }

    private SystemDraft planned(SystemDraft draft) {
        Path file = folder.resolve(Folders.COMMUNICATION_FILE);
        if (!Files.exists(file)) {
            return draft;
        }
        Problems problems = new Problems(file);
        CommunicationPlan plan = open(problems)
                .map(it -> it.fields(Shapes.COMMUNICATION))
                .map(fields -> new PlanBinder(vocabulary, draft).bind(file, fields))
                .orElseGet(() -> PlanBinder.unread(file));
        gathering.close(problems);
        return draft.with(plan);
    }

    /** The programme is read with each system, whose components it knows; problems stand once. */
    private SystemDraft behind(SystemDraft draft) {
        Path file = Folders.programme(folder);
        if (!Files.exists(file)) {
            return draft;
        }
        Problems problems = new Problems(file);
        List<String> systems = Folders.systemNames(file.resolveSibling(""));
        Programme programme = opened(file, problems)
                .map(it -> it.fields(Shapes.PROGRAMME))
                .map(fields ->
                        new ProgrammeBinder(vocabulary, draft.spec(), systems).bind(file, fields))
                .orElseGet(() -> ProgrammeBinder.unread(file));
        gathering.close(problems);
        return draft.with(programme);
    }

    /** Opens a file beside the systems. */
    static Optional<Value> opened(Path programme, Problems problems) {
        Path root = programme.toAbsolutePath().getParent();
        if (root == null || !new Confined(root).holds(programme)) {
            problems.whole(
                    "is a link to a file outside its folder", "allowed: files inside it", "");
            return Optional.empty();
        }
        return YamlFile.plain(problems);
    }

    /** Reads everything of it. */
    void read(Map<String, String> environment) {
        int before = gathering.count();
        Optional<SystemDraft> draft = system(environment);
        List<Path> causes = gathering.brokenSince(before);
        Set<Path> composed = draft.map(SystemReader::composed).orElse(Set.of());
        for (Path file : Folders.drills(folder, composed, gathering)) {
            files.put(Folders.name(folder) + "/" + Folders.stem(file), file);
            reading(file, causes, found -> drill(found, draft));
        }
        for (Path twins : Folders.twinFolders(folder, gathering)) {
            for (Path file : Folders.yamlFiles(twins, gathering)) {
                reading(file, causes, found -> twin(found, draft));
            }
        }
    }

    /** A Compose file is no drill, whatever it is called. */
    private static Set<Path> composed(SystemDraft draft) {
        return draft.spec().blueprint() instanceof Blueprint.Composed made
                ? Set.copyOf(made.files())
                : Set.of();
    }

    /** Opens a file, lets it be bound, and closes its problems. */
    private void reading(Path file, List<Path> causes, Consumer<Problems> bind) {
        Problems problems = new Problems(file);
        cannotRun(problems, causes);
        bind.accept(problems);
        gathering.close(problems);
    }

    private static void cannotRun(Problems problems, List<Path> causes) {
        if (!causes.isEmpty()) {
            String files = causes.stream().map(Path::toString).collect(Collectors.joining(", "));
            problems.whole("cannot be run, for there are problems in " + files, "", "");
        }
    }

    private void drill(Problems problems, Optional<SystemDraft> draft) {
        Optional<Value> value = open(problems);
        if (draft.isEmpty() || value.isEmpty()) {
            return;
        }
        Fields fields = value.get().fields(Shapes.DRILL);
        Scenario drill = new DrillBinder(vocabulary, draft.get()).bind(problems.file(), fields);
        drills.put(drill.id(), new DrillDraft(fields, drill, !problems.any()));
        if (!problems.any()) {
            gathering.drill(drill);
        }
    }

    private void twin(Problems problems, Optional<SystemDraft> draft) {
        Optional<Value> value = open(problems);
        if (draft.isEmpty() || value.isEmpty()) {
            return;
        }
        Fields fields = value.get().fields(Shapes.TWIN);
        ComposeFiles compose = new ComposeFiles(confined, gathering);
        TwinBinder binder = new TwinBinder(vocabulary, draft.get(), compose);
        int before = gathering.count();
        Optional<Scenario> twin =
                drillOf(fields, problems).map(drill -> binder.bind(problems.file(), fields, drill));
        cannotRun(problems, gathering.brokenSince(before));
        twin.filter(it -> !problems.any()).ifPresent(gathering::twin);
    }

    private Optional<DrillDraft> drillOf(Fields fields, Problems problems) {
        Optional<Value> of = fields.find("of");
        String id = of.map(it -> it.oneOf(files.keySet(), "drill")).orElse("");
        DrillDraft drill = drills.get(id);
        if (drill == null) {
            cannotRun(problems, Optional.ofNullable(files.get(id)).map(List::of).orElse(List.of()));
            return Optional.empty();
        }
        String place = Folders.name(folder) + "/" + Folders.name(parent(problems.file()));
        if (!id.equals(place)) {
            of.orElseThrow()
                    .problem(
                            "a twin of '" + id + "' lies among those of '" + place + "'",
                            "its place: twins/" + drill.scenario().name(),
                            "");
        }
        if (!drill.sound() && !problems.any()) {
            cannotRun(problems, List.of(drill.scenario().file()));
        }
        return Optional.of(drill);
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private Optional<Value> open(Problems problems) {
        Path file = problems.file();
        if (Files.exists(file) && !confined.holds(file)) {
            problems.whole(
                    "is a link to a file outside the system's folder",
                    "allowed: files inside it",
                    "");
            return Optional.empty();
        }
        String stem = Folders.stem(file);
        if (Notations.NAME.parse().apply(stem).isEmpty()) {
            problems.whole(
                    "has the name " + Quote.of(stem) + ", which cannot be an id",
                    "allowed: " + Notations.NAME.allowed(),
                    "");
        }
        return YamlFile.plain(problems);
    }
}
