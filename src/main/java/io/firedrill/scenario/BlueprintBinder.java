package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds what a system is made from: Compose files, or a pocket system with its settings. */
final class BlueprintBinder {
    private static final String COMPOSE = "compose";
    private static final String INPROCESS = "inprocess";
    private static final String COMPONENTS = "components";
    private static final String SETTINGS = "settings";

    private final Path folder;
    private final ComposeFiles compose;

    BlueprintBinder(Path folder, ComposeFiles compose) {
        this.folder = folder;
        this.compose = compose;
    }

    /**
     * What a system is made from, and the services that makes.
     *
     * @param composed the Compose files as they were read; none for a pocket system
     */
    record Draft(Blueprint blueprint, Services services, List<Value> composed) {}

    /** Binds the keys of a system's file. */
    Draft bind(Fields fields) {
        if (fields.has(COMPOSE) == fields.has(INPROCESS)) {
            fields.whole()
                    .problem(
                            "'compose' and 'inprocess' are "
                                    + (fields.has(COMPOSE) ? "both given" : "both missing"),
                            "needed: one of them, which says what the system is made from",
                            "");
        }
        return fields.has(INPROCESS) ? inprocess(fields) : composed(fields);
    }

    private Draft composed(Fields fields) {
        fields.given(List.of(COMPONENTS, SETTINGS))
                .forEach(key -> onlyFor(fields, key, INPROCESS, COMPOSE));
        List<Value> names = ComposeFiles.names(fields);
        List<Path> paths = compose.paths(names, folder);
        ComposeFiles.Opened opened = compose.open(paths);
        boolean complete = !names.isEmpty() && paths.size() == names.size() && opened.complete();
        Services services = ComposeReader.read(opened.files(), complete);
        return new Draft(new Blueprint.Composed(paths), services, opened.files());
    }

    private Draft inprocess(Fields fields) {
        Blueprint blueprint = new Blueprint.Inprocess(
                fields.as(INPROCESS, Notations.NAME, ""), settings(fields, Map.of()));
        return new Draft(blueprint, components(fields), List.of());
    }

    private static Services components(Fields fields) {
        Map<String, Services.Service> services = new LinkedHashMap<>();
        if (!fields.has(COMPONENTS)) {
            fields.whole()
                    .problem(
                            "key 'components' is missing in a system that is made 'inprocess'",
                            "needed: the names of its components",
                            "");
        }
        List<Value> names =
                fields.find(COMPONENTS).map(it -> it.notEmpty().items()).orElse(List.of());
        for (Value name : names) {
            String component = name.as(Notations.NAME);
            if (services.putIfAbsent(component, Services.Service.PLAIN) != null) {
                name.problem(
                        "component " + Quote.of(component) + " is listed twice", "each once", "");
            }
        }
        return new Services(Collections.unmodifiableMap(services), fields.has(COMPONENTS));
    }

    /** Lays what a twin changes over the system. */
    SystemDraft over(SystemDraft system, Fields twin) {
        if (system.spec().blueprint() instanceof Blueprint.Inprocess made) {
            twin.given(List.of(COMPOSE)).forEach(key -> onlyFor(twin, key, COMPOSE, INPROCESS));
            Map<String, String> settings = settings(twin, made.settings());
            return system.with(new Blueprint.Inprocess(made.program(), settings));
        }
        twin.given(List.of(SETTINGS)).forEach(key -> onlyFor(twin, key, INPROCESS, COMPOSE));
        List<Path> paths = compose.paths(ComposeFiles.names(twin), folder);
        return system.with(paths, compose.open(paths).files());
    }

    private static Map<String, String> settings(Fields fields, Map<String, String> under) {
        Map<String, String> settings = new LinkedHashMap<>(under);
        for (Entry entry : fields.map(SETTINGS)) {
            settings.put(entry.key().as(Notations.NAME), entry.value().text());
        }
        return Collections.unmodifiableMap(settings);
    }

    private static void onlyFor(Fields fields, String key, String kind, String other) {
        fields.place(key)
                .problem(
                        "key '" + key + "' does not go with a system that is made by '" + other
                                + "'",
                        "it is for one made by '" + kind + "'",
                        "");
    }
}
