package io.firedrill.scenario.draft;

import io.firedrill.DrillException;
import io.firedrill.scenario.Schemas;
import io.firedrill.scenario.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a first draft into its folder; what is there already is never touched. */
public final class FirstFiles {
    private static final String SCHEMAS = ".firedrill";

    private FirstFiles() {}

    /**
     * Writes the files: all of them, or none where one is there already. Schemas that are there
     * stay.
     *
     * @param words those that scenarios may use, for the schemas
     * @return what was written
     * @throws DrillException where a file is there already, or cannot be written
     */
    public static List<Path> write(Path folder, FirstDraft draft, Vocabulary words) {
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(folder.resolve("system.yaml"), draft.system());
        if (!draft.drillName().isEmpty()) {
            texts.put(folder.resolve(draft.drillName() + ".yaml"), draft.drill());
        }
        List<Path> there = texts.keySet().stream().filter(Files::exists).toList();
        if (!there.isEmpty()) {
            throw new DrillException(there.get(0) + " is there already, and nothing is overwritten;"
                    + " nothing was written. Remove it first, or go on editing it");
        }
        Schemas.texts(words).forEach((name, text) -> {
            Path file = folder.resolve(SCHEMAS).resolve(name);
            if (!Files.exists(file)) {
                texts.put(file, text);
            }
        });
        List<Path> written = new ArrayList<>();
        texts.forEach((file, text) -> {
            put(file, text);
            written.add(file);
        });
        return List.copyOf(written);
    }

    private static void put(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new DrillException(file + " cannot be written: " + e, e);
        }
    }
}
