package io.firedrill.evidence;

import io.firedrill.evidence.report.Report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of a pack as a report shows it.
 *
 * @param name what it is, or its path in the pack
 * @param kind its ending, without the dot; {@code txt} where it has none
 */
record PackFile(Path path, String name, String kind) {
    private static final Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "html", "text/html",
            "pdf", "application/pdf",
            "jsonl", "text/plain",
            "json", "application/json",
            "yaml", "text/yaml",
            "md", "text/markdown",
            "log", "text/plain",
            "sig", "application/octet-stream");

    /** Lists those of a pack: what people look at first, then the rest in order. */
    static List<PackFile> in(Path pack) {
        List<PackFile> first = new ArrayList<>();
        first.add(of(pack.resolve(Report.PAGE), "Report"));
        first.add(of(pack.resolve(Report.PAPER), "Report as PDF"));
        first.add(of(pack.resolve("timeline.svg"), "What happened"));
        first.add(of(pack.resolve("curve.svg"), "What customers felt"));
        first.add(of(pack.resolve(NoticesPage.FILE), "What people were told"));
        first.add(of(pack.resolve(PeoplePage.FILE), "What people were asked"));
        List<PackFile> files = new ArrayList<>(first);
        files.removeIf(file -> !Files.isRegularFile(file.path()));
        for (Path path : Disk.files(pack)) {
            if (first.stream().noneMatch(file -> file.path().equals(path))) {
                files.add(of(path, pack.relativize(path).toString()));
            }
        }
        return files;
    }

    private static PackFile of(Path path, String name) {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        return new PackFile(path, name, dot < 0 ? "txt" : file.substring(dot + 1));
    }

    /** Gives its media type. */
    String type() {
        return TYPES.getOrDefault(kind, "text/plain");
    }
}
