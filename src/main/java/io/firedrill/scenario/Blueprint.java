package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a system under drill is made from. */
public sealed interface Blueprint {

    /**
     * Containers, from Compose files.
     *
     * @param files in the order in which they are laid over each other
     */
    record Composed(List<Path> files) implements Blueprint {}

    /**
     * Small servers in this JVM.
     *
     * @param program the name of a pocket system, found through ServiceLoader
     * @param settings what it is told, name to value
     */
    record Inprocess(String program, Map<String, String> settings) implements Blueprint {}
}
