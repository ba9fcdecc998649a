package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one service of an outline. */
final class PartReader {
    private static final Pattern SHORT_PORT =
            Pattern.compile("(?:.*:)?([0-9]{1,5})(?:-[0-9]{1,5})?(?:/(tcp|udp|sctp))?");
    private static final int HIGHEST_PORT = 65_535;

    private final Interpolation variables;
    private final Path folder;
    private final Consumer<Path> unread;

    /** Prepares to read services of a folder; files that are not there are reported. */
    PartReader(Map<String, String> variables, Path folder, Consumer<Path> unread) {
        this.variables = new Interpolation(variables);
        this.folder = folder;
        this.unread = unread;
    }

    /** Reads one. */
    ComposeOutline.Part read(String name, Map<String, Object> service, Services.Service known) {
        return new ComposeOutline.Part(
                name,
                known.started(),
                known.replicas(),
                known.networkMode(),
                text(service, "image"),
                ports(service.getOrDefault("ports", List.of())),
                ports(service.getOrDefault("expose", List.of())),
                environment(service),
                needs(service),
                health(service),
                command(service),
                new MountedFiles(folder, variables).of(service),
                text(service, "restart"),
                names(service),
                networks(service));
    }

    private String text(Map<String, Object> service, String key) {
        return service.get(key) instanceof String text ? variables.fill(text) : "";
    }

    private List<Integer> ports(Object written) {
        List<?> list = written instanceof List<?> there ? there : List.of();
        return list.stream()
                .flatMap(item -> port(item).stream())
                .filter(port -> port >= 1 && port <= HIGHEST_PORT)
                .distinct()
                .toList();
    }

    private Optional<Integer> port(Object written) {
        if (written instanceof Map<?, ?> map) {
            Map<String, Object> fields = PlainYaml.asMap(map);
            String protocol = String.valueOf(fields.getOrDefault("protocol", "tcp"));
            String target = String.valueOf(fields.getOrDefault("target", ""));
            return port(target + "/" + protocol);
        }
        Matcher matcher = SHORT_PORT.matcher(variables.fill(String.valueOf(written)));
        boolean tcp = matcher.matches() && !"udp".equals(matcher.group(2));
        return tcp ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private Map<String, String> environment(Map<String, Object> service) {
        Map<String, String> values = new LinkedHashMap<>();
        envFiles(service.getOrDefault("env_file", List.of())).forEach(file -> {
            if (Files.isRegularFile(file)) {
                values.putAll(EnvFile.read(file, new Problems(file)));
            } else {
                unread.accept(file);
            }
        });
        PlainYaml.asMap(service.getOrDefault("environment", Map.of()))
                .forEach((key, value) -> values.put(key, variables.fill(String.valueOf(value))));
        return values;
    }

    private List<Path> envFiles(Object written) {
        List<?> list = written instanceof List<?> there ? there : List.of(written);
        return list.stream()
                .map(item -> item instanceof Map<?, ?> map
                        ? String.valueOf(PlainYaml.asMap(map).getOrDefault("path", ""))
                        : String.valueOf(item))
                .filter(text -> !text.isEmpty())
                .map(text -> folder.resolve(variables.fill(text)))
                .toList();
    }

    private static Map<String, String> needs(Map<String, Object> service) {
        Map<String, String> needs = new LinkedHashMap<>();
        PlainYaml.asMap(service.getOrDefault("depends_on", Map.of()))
                .forEach((name, how) -> needs.put(
                        name,
                        String.valueOf(PlainYaml.asMap(how)
                                .getOrDefault("condition", "service_started"))));
        PlainYaml.texts(service.getOrDefault("links", List.of()))
                .forEach(link -> needs.putIfAbsent(link.split(":", 2)[0], "service_started"));
        return needs;
    }

    private List<String> health(Map<String, Object> service) {
        Map<String, Object> check = PlainYaml.asMap(service.getOrDefault("healthcheck", Map.of()));
        return PlainYaml.texts(check.getOrDefault("test", "")).stream()
                .map(variables::fill)
                .toList();
    }

    private List<String> command(Map<String, Object> service) {
        return Stream.of("entrypoint", "command")
                .flatMap(key -> PlainYaml.texts(service.getOrDefault(key, "")).stream())
                .map(variables::fill)
                .toList();
    }

    private Set<String> names(Map<String, Object> service) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of("container_name", "hostname")
                .map(key -> text(service, key))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        PlainYaml.asMap(service.getOrDefault("networks", Map.of()))
                .values()
                .forEach(network -> names.addAll(PlainYaml.texts(
                        PlainYaml.asMap(network).getOrDefault("aliases", List.of()))));
        return names;
    }

    private static Set<String> networks(Map<String, Object> service) {
        Set<String> networks = new LinkedHashSet<>(
                PlainYaml.asMap(service.getOrDefault("networks", Map.of())).keySet());
        return networks.isEmpty() ? Set.of("default") : networks;
    }
}
