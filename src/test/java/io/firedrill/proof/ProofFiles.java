package io.firedrill.proof;

import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The scenario files of the proof: those of {@code scenarios/pocket}, and over them those of
 * {@code src/proof}. They are put together in a folder of their own, so that nothing is written
 * twice, and read as any others.
 */
final class ProofFiles {
    static final Path OWN = Path.of("src", "proof");
    static final Path POCKET = Path.of("scenarios", "pocket");

    private ProofFiles() {}

    /** Puts drills and twins together; what an earlier build put there is deleted. */
    static Path assemble(Path root) throws IOException {
        clear(root);
        Path system = root.resolve("pocket");
        copy(POCKET, system);
        copy(OWN.resolve("drills"), system);
        copy(OWN.resolve("twins"), system.resolve("twins"));
        Files.writeString(
                system.resolve("system.yaml"),
                over(POCKET.resolve("system.yaml"), OWN.resolve("system.yaml")));
        return root;
    }

    /** Deletes a folder with all that is in it. */
    static void clear(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies a folder with all that is in it; what is there already is replaced. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String over(Path base, Path more) throws IOException {
        Map<String, Object> merged = merged(load(base), load(more));
        return new Dump(DumpSettings.builder().build()).dumpToString(merged);
    }

    @SuppressWarnings("unchecked") // a mapping at the top, as in every system.yaml
    private static Map<String, Object> load(Path file) throws IOException {
        Load load = new Load(LoadSettings.builder().build());
        return (Map<String, Object>) load.loadFromString(Files.readString(file));
    }

    @SuppressWarnings("unchecked") // what is a mapping on one side is one on the other
    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> more) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        more.forEach((key, value) -> merged.merge(key, value, (one, other) -> {
            if (one instanceof Map && other instanceof Map) {
                return merged((Map<String, Object>) one, (Map<String, Object>) other);
            }
            List<Object> all = new ArrayList<>((Collection<Object>) one);
            all.addAll((Collection<Object>) other);
            return all;
        }));
        return merged;
    }

    /** Reads them as any run does. */
    static Reading read(Path root) {
        Judge judge = Judge.withAllChecks();
        Vocabulary vocabulary = judge.vocabulary(
                FaultCatalog.load().kinds(), InprocessProvisioner.CAPABILITIES, List.of());
        return new ScenarioReader().read(List.of(root), vocabulary);
    }
}
