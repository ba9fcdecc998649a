package io.firedrill.evidence.archive;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.History;
import io.firedrill.evidence.Run;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.seal.Digests;
import io.firedrill.evidence.seal.Seal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run whose intent lies in the archive and whose end does not yet. */
public final class BegunRun {
    static final String FORMAT = "firedrill-archived-run/1";

    private final Archive archive;
    private final Path folder;
    private final List<Path> earlier;

    BegunRun(Archive archive, Path folder, List<Path> earlier) {
        this.archive = archive;
        this.folder = folder;
        this.earlier = earlier;
    }

    /** Gives the history of all runs of the archive; what is added to it is of this run. */
    public History history() {
        return new History(earlier, folder.resolve(History.FILE));
    }

    /**
     * Takes in what the run left and closes it.
     *
     * @param latest the folder of the run, with its packs
     * @throws io.firedrill.evidence.EvidenceException where it can not be written
     */
    public void end(Run run, Path latest) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("intent", Digests.of(Disk.read(folder.resolve(ArchivedRun.INTENT))));
        map.put("ended", run.ended().toString());
        map.put("verdict", run.word());
        map.put("planned", run.planned());
        map.put(
                "packs",
                run.drilled().stream()
                        .flatMap(Drilled::each)
                        .map(drill -> pack(drill, latest))
                        .toList());
        Path history = folder.resolve(History.FILE);
        map.put("history", Files.exists(history) ? Digests.of(Disk.read(history)) : null);
        Disk.write(folder.resolve(ArchivedRun.END), SummaryFile.json(map) + "\n");
        archive.publish("End " + folder.getFileName());
    }

    private Map<String, @Nullable Object> pack(Drilled drill, Path latest) {
        Path from = latest.resolve(drill.pack());
        Path to = folder.resolve(ArchivedRun.PACKS).resolve(drill.pack().toString());
        Disk.files(from)
                .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("drill", drill.scenario().id());
        map.put("verdict", drill.word());
        map.put("pack", folder.relativize(to).toString().replace('\\', '/'));
        map.put("digest", Seal.digest(to).orElse(null));
        return map;
    }

    private static void copy(Path from, Path to) {
        Disk.on(to, () -> {
            Files.createDirectories(to.getParent());
            return Files.copy(from, to);
        });
    }
}
