package io.firedrill.topology.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists what a run left, with Docker's own command: none of the code under test. */
final class Leftovers {
    private Leftovers() {}

    /** Gives ids and names of everything of a run. */
    static List<String> of(String runId) throws IOException, InterruptedException {
        String filter = "label=io.firedrill.run=" + runId;
        List<String> found = new ArrayList<>();
        found.addAll(docker("ps", "-aq", "--filter", filter));
        found.addAll(docker("network", "ls", "-q", "--filter", filter));
        found.addAll(docker("volume", "ls", "-q", "--filter", filter));
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            temporary
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("firedrill-" + runId + "-"))
                    .forEach(found::add);
        }
        return found;
    }

    /** Runs a command of Docker and gives its lines. */
    static List<String> docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output.lines().toList();
    }
}
