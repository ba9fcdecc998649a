package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a system's folder that are mounted into a service. */
final class MountedFiles {
    private final Path folder;
    private final Interpolation variables;

    MountedFiles(Path folder, Interpolation variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** Gives name and text of each; those that are no text within bounds are left out. */
    Map<String, String> of(Map<String, Object> service) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object written = service.getOrDefault("volumes", List.of());
        for (Object volume : written instanceof List<?> list ? list : List.of()) {
            String source = variables.fill(source(volume));
            if (source.startsWith(".")) {
                read(source, texts);
            }
        }
        return texts;
    }

    private static String source(Object volume) {
        return volume instanceof Map<?, ?> map
                ? String.valueOf(PlainYaml.asMap(map).getOrDefault("source", ""))
                : String.valueOf(volume).split(":", 2)[0];
    }

    private void read(String source, Map<String, String> texts) {
        try {
            Path file = folder.resolve(source).normalize();
            if (new Confined(folder).holds(file) && Files.isRegularFile(file)) {
                YamlFile.text(new Problems(file))
                        .ifPresent(text -> texts.put(Folders.name(file), text));
            }
        } catch (InvalidPathException e) {
            // No file of this system has such a name, so there is nothing to read.
        }
    }
}
