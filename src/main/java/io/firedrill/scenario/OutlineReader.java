package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the outline of a system from its Compose files. */
final class OutlineReader {
    private static final int DEEPEST = 10;

    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> unread = new LinkedHashSet<>();
    private final List<Value> opened = new ArrayList<>();
    private final Map<String, Path> homes = new LinkedHashMap<>();
    private Object laid = Map.of();

    OutlineReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Reads the files. */
    ComposeOutline read(List<Path> files) {
        Path folder = files.isEmpty() ? Path.of("") : parent(files.get(0));
        Includes includes = new Includes(new Confined(folder));
        files.forEach(file -> lay(new Includes.Included(file, folder), includes, List.of(file)));
        Map<String, Object> file = PlainYaml.asMap(laid);
        Services known = ComposeReader.read(opened, true);
        Map<String, ComposeOutline.Part> parts = new LinkedHashMap<>();
        PlainYaml.asMap(file.getOrDefault("services", Map.of()))
                .forEach((name, service) -> parts.put(
                        name,
                        new PartReader(
                                        variables(folder, homes.getOrDefault(name, folder)),
                                        homes.getOrDefault(name, folder),
                                        unread::add)
                                .read(
                                        name,
                                        PlainYaml.asMap(service),
                                        known.byName()
                                                .getOrDefault(name, Services.Service.PLAIN))));
        return new ComposeOutline(parts, outside(file), List.copyOf(problems), List.copyOf(unread));
    }

    /** Lays a file over those before it, after those that it includes. */
    private void lay(Includes.Included file, Includes includes, List<Path> above) {
        Problems found = new Problems(file.file());
        Optional<Value> value = YamlFile.foreign(found);
        value.ifPresent(it -> {
            ComposeRules.check(it);
            includes.of(it, file.base(), above)
                    .forEach(one -> lay(
                            one,
                            includes,
                            Stream.concat(above.stream(), Stream.of(one.file())).toList()));
            opened.add(it);
        });
        problems.addAll(found.list());
        Object plain = value.map(it -> PlainYaml.of(it.node())).orElse(Map.of());
        Map<String, Object> written = normal(plain, file.file());
        PlainYaml.asMap(written.getOrDefault("services", Map.of()))
                .keySet()
                .forEach(name -> homes.putIfAbsent(name, file.base()));
        laid = PlainYaml.over(laid, written);
    }

    private Optional<Value> open(Path file) {
        Problems found = new Problems(file);
        Optional<Value> value = YamlFile.foreign(found);
        value.ifPresent(ComposeRules::check);
        problems.addAll(found.list());
        return value;
    }

    /** Those beside an included file count where the system's own folder says nothing else. */
    private Map<String, String> variables(Path folder, Path home) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Path file : List.of(home.resolve(".env"), folder.resolve(".env"))) {
            if (Files.isRegularFile(file)) {
                values.putAll(EnvFile.read(file, new Problems(file)));
            }
        }
        values.putAll(environment);
        return values;
    }

    private static List<String> outside(Map<String, Object> file) {
        return Stream.of("networks", "volumes")
                .flatMap(kind ->
                        PlainYaml.asMap(file.getOrDefault(kind, Map.of())).entrySet().stream())
                .filter(entry -> PlainYaml.asMap(entry.getValue()).containsKey("external"))
                .filter(entry ->
                        !"false".equals(PlainYaml.asMap(entry.getValue()).get("external")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Writes out what services extend, and lists that others write as maps. */
    private Map<String, Object> normal(Object plain, Path file) {
        Map<String, Object> whole = PlainYaml.asMap(plain);
        Map<String, Object> services = PlainYaml.asMap(whole.getOrDefault("services", Map.of()));
        Map<String, Object> written = new LinkedHashMap<>();
        services.forEach((name, service) -> {
            if (service instanceof PlainYaml.Override instead) {
                Map<String, Object> own = PlainYaml.asMap(instead.value());
                written.put(name, new PlainYaml.Override(extended(own, services, file, 0)));
            } else {
                boolean reset = service == PlainYaml.Reset.NOTHING;
                Map<String, Object> own = PlainYaml.asMap(service);
                written.put(name, reset ? service : extended(own, services, file, 0));
            }
        });
        whole.put("services", written);
        return whole;
    }

    private Object extended(
            Map<String, Object> service, Map<String, Object> beside, Path file, int depth) {
        Map<String, Object> own = keyed(service);
        Object from = own.remove("extends");
        if (from == null || depth > DEEPEST) {
            return own;
        }
        String name = from instanceof Map<?, ?> map
                ? String.valueOf(PlainYaml.asMap(map).getOrDefault("service", ""))
                : String.valueOf(from);
        String other = String.valueOf(PlainYaml.asMap(from).getOrDefault("file", ""));
        Path source = other.isEmpty() ? file : parent(file).resolve(other);
        Map<String, Object> around = other.isEmpty() ? beside : elsewhere(source);
        Object base = extended(
                PlainYaml.asMap(around.getOrDefault(name, Map.of())), around, source, depth + 1);
        Map<String, Object> under = PlainYaml.asMap(base);
        under.remove("depends_on"); // Compose does not take it along
        return PlainYaml.over(under, own);
    }

    private Map<String, Object> elsewhere(Path source) {
        if (!Files.isRegularFile(source)) {
            unread.add(source);
            return Map.of();
        }
        Object plain = open(source).map(it -> PlainYaml.of(it.node())).orElse(Map.of());
        return PlainYaml.asMap(PlainYaml.asMap(plain).getOrDefault("services", Map.of()));
    }

    private static Map<String, Object> keyed(Map<String, Object> service) {
        Map<String, Object> keyed = new LinkedHashMap<>(service);
        keyed.computeIfPresent("environment", (key, it) -> asKeys(it, "="));
        keyed.computeIfPresent("depends_on", (key, it) -> asKeys(it, "\0"));
        keyed.computeIfPresent("networks", (key, it) -> asKeys(it, "\0"));
        return keyed;
    }

    /** Turns {@code [A=b]} or {@code [a]} into {@code {A: b}} or {@code {a: ""}}. */
    private static Object asKeys(Object value, String separator) {
        if (value instanceof PlainYaml.Override instead) {
            return new PlainYaml.Override(asKeys(instead.value(), separator));
        }
        if (!(value instanceof List<?>)) {
            return value;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String text : PlainYaml.texts(value)) {
            int at = text.indexOf(separator);
            map.put(at < 0 ? text : text.substring(0, at), at < 0 ? "" : text.substring(at + 1));
        }
        return map;
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }
}
