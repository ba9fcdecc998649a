package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and opens the Compose files that a file names under {@code compose}. */
final class ComposeFiles {
    private final Confined confined;
    private final Gathering gathering;

    ComposeFiles(Confined confined, Gathering gathering) {
        this.confined = confined;
        this.gathering = gathering;
    }

    /**
     * Files that were opened.
     *
     * @param files each after those that it includes
     * @param complete false where one of them could not be read or followed
     */
    record Opened(List<Value> files, boolean complete) {}

    /** Gives the names of the files as they are written. */
    static List<Value> names(Fields fields) {
        return fields.find("compose").map(it -> it.notEmpty().oneOrMore()).orElse(List.of());
    }

    /** Finds the files; relative ones start at the base. */
    List<Path> paths(List<Value> names, Path base) {
        return names.stream()
                .flatMap(value -> confined.existing(value, base).stream())
                .toList();
    }

    /** Opens the files that can be read, and those that they include. */
    Opened open(List<Path> paths) {
        List<Value> files = new ArrayList<>();
        boolean complete = true;
        for (Path path : paths) {
            complete &= open(path, confined.folder(), List.of(path), files);
        }
        return new Opened(List.copyOf(files), complete);
    }

    /** Says whether the file, and each that it includes, could be read. */
    private boolean open(Path path, Path base, List<Path> above, List<Value> into) {
        Problems problems = new Problems(path);
        boolean complete = YamlFile.foreign(problems)
                .map(file -> take(file, base, above, into))
                .orElse(false);
        gathering.close(problems);
        return complete;
    }

    private boolean take(Value file, Path base, List<Path> above, List<Value> into) {
        ComposeRules.check(file);
        int before = file.problems().count();
        boolean complete = true;
        for (Includes.Included one : new Includes(confined).of(file, base, above)) {
            complete &= open(one.file(), one.base(), join(above, one.file()), into);
        }
        into.add(file);
        return complete && file.problems().count() == before;
    }

    private static List<Path> join(List<Path> above, Path path) {
        return Stream.concat(above.stream(), Stream.of(path)).toList();
    }
}
