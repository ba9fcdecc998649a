package io.firedrill.evidence.archive;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.seal.Digests;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An archive of runs. Each has a folder of its own, {@code runs/<time>-<digest>}, in which
 * {@code intent.json} lies before anything starts, and packs, history and {@code end.json} once it
 * is over; nothing in it is ever changed. Each intent names the newest runs that it found, with the
 * digests of their files: a run that was taken out, or changed later, is missed by the next one.
 */
public final class Archive {
    private static final String RUNS = "runs";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String README = """
            An archive of drills, written by Firedrill; nothing here is ever changed or removed.
            Each folder under runs/ is one run: intent.json says what it was about to do and was
            written before anything started; packs/ is the evidence, drills.jsonl a line for each
            drill, end.json what came of it. A run without end.json was killed or thrown away.
            To check all of it: java -jar firedrill-cli.jar verify <this folder>
            """;

    private final Path folder;
    private final Optional<GitBranch> branch;

    private Archive(Path folder, Optional<GitBranch> branch) {
        this.folder = folder;
        this.branch = branch;
    }

    /**
     * Opens it, and makes it where there is none.
     *
     * @param scratch folder for a working copy of a branch; what is there is removed
     * @throws EvidenceException where it can not be reached or written
     */
    public static Archive open(ArchivePlace place, Path scratch) {
        Archive archive;
        if (place instanceof ArchivePlace.Branch onBranch) {
            Disk.remove(scratch);
            Path tree = scratch.resolve("tree");
            archive = new Archive(tree, Optional.of(GitBranch.checkOut(onBranch, tree)));
        } else {
            archive = new Archive(((ArchivePlace.Folder) place).folder(), Optional.empty());
        }
        Path readme = archive.folder.resolve("README.txt");
        if (!Files.exists(readme)) {
            Disk.write(readme, README);
        }
        return archive;
    }

    /** Says whether a folder is one. */
    public static boolean is(Path folder) {
        return !runs(folder).isEmpty();
    }

    /** Gives every run, the earliest first. */
    static List<ArchivedRun> runs(Path folder) {
        Path runs = folder.resolve(RUNS);
        if (!Files.isDirectory(runs, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        return Disk.on(runs, () -> {
            try (Stream<Path> all = Files.list(runs)) {
                return all.filter(Files::isDirectory)
                        .map(ArchivedRun::read)
                        .sorted(Comparator.comparing(ArchivedRun::name))
                        .toList();
            }
        });
    }

    /** Gives a sentence for each run that was begun and has no end. */
    public List<String> thrownAway() {
        return runs(folder).stream()
                .filter(ArchivedRun::open)
                .map(run -> "Archive: " + ArchiveCheck.inWords(run))
                .toList();
    }

    /**
     * Writes down what is about to be run, before any of it is.
     *
     * @throws EvidenceException where that can not be done: then nothing may start
     */
    public BegunRun begin(Intent intent) {
        List<ArchivedRun> all = runs(folder);
        String text = intent.text(newest(all));
        Path run = folder.resolve(RUNS)
                .resolve(NAME.format(intent.started()) + "-" + Digests.inShort(Digests.of(text)));
        Path file = run.resolve(ArchivedRun.INTENT);
        if (Files.exists(run)) {
            throw new EvidenceException(run + " is there already: two runs of one name", null);
        }
        Disk.write(file, text);
        publish("Begin " + run.getFileName());
        return new BegunRun(this, run, all.stream().map(ArchivedRun::history).toList());
    }

    /** Those that no other run names: usually one, more where several ran side by side. */
    private static List<ArchivedRun> newest(List<ArchivedRun> all) {
        Set<String> named = new HashSet<>();
        all.forEach(run -> run.intent()
                .ifPresent(intent -> ArchivedRun.elements(intent.path("before"))
                        .forEach(it -> named.add(it.path("run").asText()))));
        return all.stream().filter(run -> !named.contains(run.name())).toList();
    }

    void publish(String message) {
        branch.ifPresent(it -> it.publish(message));
    }
}
