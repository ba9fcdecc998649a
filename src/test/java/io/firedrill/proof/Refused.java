package io.firedrill.proof;

import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Defects of drills that never run, for the reader finds them: a twin in {@code src/proof/refused},
 * and beside it what the reader must say.
 *
 * @param id as that of a twin
 * @param title what is wrong with it
 * @param expected what the reader must say, without the name of the file
 * @param said what it said
 */
record Refused(String id, String title, List<String> expected, List<String> said) {
    private static final Path FILES = ProofFiles.OWN.resolve("refused");

    boolean caught() {
        return !expected.isEmpty() && expected.equals(said);
    }

    /** Reads all of them, beside the scenarios of the proof. */
    static List<Refused> readAll(Path root) throws IOException {
        ProofFiles.assemble(root);
        Path twins = root.resolve("pocket").resolve("twins");
        ProofFiles.copy(FILES, twins);
        Reading reading = ProofFiles.read(root);
        List<Refused> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(read(file, twins, reading.problems()));
        }
        return all;
    }

    /** Gives the files, in the order of their names. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Refused read(Path file, Path twins, List<Problem> problems) throws IOException {
        Path copied = twins.resolve(FILES.relativize(file).toString());
        List<String> said = problems.stream()
                .filter(problem -> problem.file().equals(copied))
                .map(problem -> withoutFolder(problem.toString(), twins, copied))
                .toList();
        String name = FILES.relativize(file).toString().replace(".yaml", "");
        Path expected = FILES.resolve(name + ".expected");
        String first = Files.readAllLines(file).get(0);
        return new Refused(
                "pocket/" + name, first.replace("twin: ", ""), Files.readAllLines(expected), said);
    }

    private static String withoutFolder(String text, Path twins, Path file) {
        String folder = twins.getParent().getParent() + "/";
        return text.substring((file + ":").length()).strip().replace(folder, "");
    }
}
