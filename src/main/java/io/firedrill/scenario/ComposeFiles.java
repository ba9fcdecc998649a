package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and opens the Compose files that a file names under {@code compose}. */
final class ComposeFiles {
    private final Confined confined;
    private final Gathering gathering;

    ComposeFiles(Confined confined, Gathering gathering) {
        this.confined = confined;
        this.gathering = gathering;
    }

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

    /** Opens the files that can be read. */
    List<Value> open(List<Path> paths) {
        return paths.stream().flatMap(path -> open(path).stream()).toList();
    }

    private Optional<Value> open(Path path) {
        Problems problems = new Problems(path);
        Optional<Value> file = YamlFile.foreign(problems);
        file.ifPresent(ComposeRules::check);
        gathering.close(problems);
        return file;
    }
}
