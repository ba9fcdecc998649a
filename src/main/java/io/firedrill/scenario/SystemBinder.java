package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds {@code system.yaml}. */
final class SystemBinder {
    private static final List<String> TIERS = List.of("hot", "warm", "cold");

    private final Path folder;
    private final Given given;
    private final Gathering gathering;
    private final Confined confined;

    /**
     * What a system's file is read against.
     *
     * @param environment where secrets come from
     * @param journeys those that are Java classes
     */
    record Given(Map<String, String> environment, List<JourneyKind> journeys) {}

    SystemBinder(Path folder, Given given, Gathering gathering) {
        this.folder = folder;
        this.given = given;
        this.gathering = gathering;
        this.confined = new Confined(folder);
    }

    /** Binds the file; what was wrong has been noted in the value's problems and the gathering. */
    SystemDraft bind(Value file) {
        Fields fields = file.fields(Shapes.SYSTEM);
        BlueprintBinder.Draft made =
                new BlueprintBinder(folder, new ComposeFiles(confined, gathering)).bind(fields);
        Services services = made.services();
        Map<String, Endpoint> entries = entries(fields, services);
        MeansBinder.Site site = new MeansBinder.Site(
                folder,
                confined,
                given.journeys(),
                made.blueprint() instanceof Blueprint.Inprocess);
        SecretNames secrets = new SecretNames();
        JourneyBinder journeys = new JourneyBinder(site, entries.keySet(), secrets);
        journeys.bind(fields);
        Map<String, Channel> channels =
                new ChannelsBinder(services, entries.keySet(), secrets).bind(fields);
        SystemSpec spec = new SystemSpec(
                name(fields),
                fields.text("title"),
                fields.find("tier").map(it -> it.word(TIERS)).orElse("hot"),
                folder,
                made.blueprint(),
                services.components(),
                entries,
                new LinksBinder(services, new Outside(channels.values())).bind(fields),
                roles(fields, services),
                Collections.unmodifiableMap(journeys.signIns()),
                Collections.unmodifiableMap(journeys.journeys()),
                channels,
                Optional.empty(),
                secrets(fields, secrets.places()));
        return new SystemDraft(spec, services, made.composed(), Optional.empty());
    }

    private String name(Fields fields) {
        String folderName = Folders.name(folder);
        String name = fields.as("system", Notations.NAME, folderName);
        if (!name.isEmpty() && !name.equals(folderName)) {
            fields.find("system")
                    .ifPresent(it -> it.problem(
                            "system " + Quote.of(name) + " lies in folder " + Quote.of(folderName),
                            "both bear the same name",
                            ""));
        }
        return folderName;
    }

    private static Map<String, Endpoint> entries(Fields fields, Services services) {
        fields.find("entries").ifPresent(Value::notEmpty);
        Map<String, Endpoint> entries = new LinkedHashMap<>();
        for (Entry entry : fields.map("entries")) {
            Endpoint endpoint = entry.value().as(Notations.ENDPOINT);
            services.relayable(List.of(endpoint.component()), entry.value());
            entries.put(entry.key().as(Notations.NAME), endpoint);
        }
        return Collections.unmodifiableMap(entries);
    }

    private static Map<String, SystemSpec.Role> roles(Fields fields, Services services) {
        Map<String, SystemSpec.Role> roles = new LinkedHashMap<>();
        for (Entry entry : fields.map("roles")) {
            String name = entry.key().as(Notations.NAME);
            if (services.has(name)) {
                entry.key()
                        .problem(
                                "role " + Quote.of(name) + " has the name of a component",
                                "",
                                "Choose another name");
            }
            roles.put(name, role(name, entry.value().fields(Shapes.ROLE), services));
        }
        return Collections.unmodifiableMap(roles);
    }

    private static SystemSpec.Role role(String name, Fields fields, Services services) {
        List<Value> among = words(fields, "among");
        among.forEach(it -> services.known(it.text(), it));
        List<Value> ask = words(fields, "ask");
        return new SystemSpec.Role(
                name,
                among.stream()
                        .flatMap(it -> services.containers(it.text()).stream())
                        .distinct()
                        .toList(),
                ask.stream().map(Value::text).toList());
    }

    private static List<Value> words(Fields fields, String key) {
        return fields.find(key).map(it -> it.notEmpty().items()).orElse(List.of());
    }

    private Map<String, String> secrets(Fields fields, Map<String, Value> needed) {
        Optional<Path> file = fields.find("env-file").flatMap(it -> confined.inside(it, folder));
        Map<String, String> values = new LinkedHashMap<>(file.map(this::envFile).orElse(Map.of()));
        values.replaceAll((name, value) -> given.environment().getOrDefault(name, value));
        needed.forEach((name, place) -> {
            String value = given.environment().getOrDefault(name, values.getOrDefault(name, ""));
            if (value.isEmpty()) {
                unset(name, place, file);
            }
            values.put(name, value);
        });
        return Collections.unmodifiableMap(values);
    }

    private Map<String, String> envFile(Path file) {
        Problems problems = new Problems(file);
        Map<String, String> values = EnvFile.read(file, problems);
        gathering.close(problems);
        return values;
    }

    private void unset(String name, Value place, Optional<Path> file) {
        Path maker = folder.resolve("make-env");
        place.problem(
                "secret '" + name + "' is not set",
                "looked for in the environment"
                        + file.map(it -> " and in " + it).orElse(""),
                Files.isRegularFile(maker) ? "Run " + maker : "");
    }
}
