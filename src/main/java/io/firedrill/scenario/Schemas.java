package io.firedrill.scenario;

import io.firedrill.DrillException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of the files, for editors: {@code system}, {@code drill}, {@code twin}. */
public final class Schemas {
    private static final List<String> KINDS = List.of("system", "drill", "twin");

    private Schemas() {}

    /** Gives the name of each schema's file and its text. */
    public static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        KINDS.forEach(kind -> texts.put(kind + ".schema.json", text(kind + ".schema.json")));
        return texts;
    }

    private static String text(String name) {
        try (InputStream stream = Schemas.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new DrillException("the schema " + name + " is missing in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DrillException("the schema " + name + " cannot be read", e);
        }
    }
}
