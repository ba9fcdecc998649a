package io.firedrill.junit;

import io.firedrill.scenario.Problem;

import java.nio.file.Path;
import java.util.List;

/** A file that should hold a drill, or the twin of one. */
record DrillFile(Path path) {

    /** Gives the folder of its system, in which other drills are as well. */
    Path system() {
        Path folder = path.resolveSibling("");
        Path twins = folder.resolveSibling("");
        return twins.endsWith("twins") ? twins.resolveSibling("") : folder;
    }

    boolean is(Path other) {
        return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Says that there is no drill in it. */
    List<Problem> none() {
        return List.of(new Problem(path, 0, 0, "is no drill", "needed: <system>/<drill>.yaml", ""));
    }
}
