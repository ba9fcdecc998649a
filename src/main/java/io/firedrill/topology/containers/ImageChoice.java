package io.firedrill.topology.containers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which image each service runs. What the system builds gets a tag of this checkout and these
 * files, so that two checkouts on one machine never run each other's build; what the run replaces
 * is replaced.
 *
 * @param built service to the tag that its build gets
 * @param run service to the image it runs, where that is not the Compose file's own
 * @param replaced services whose image the run replaces
 */
record ImageChoice(Map<String, String> built, Map<String, String> run, Set<String> replaced) {

    /**
     * Chooses.
     *
     * @param system name of the system
     * @param key tells the checkout and the Compose files apart
     * @param replacements service to image reference; services that the system lacks do not matter
     */
    static ImageChoice of(
            ComposeModel model, String system, String key, Map<String, String> replacements) {
        Map<String, String> tags = tags(model, system, key);
        Map<String, String> run = new LinkedHashMap<>();
        Set<String> replaced = new TreeSet<>();
        Set<String> wanted = new TreeSet<>();
        model.services().forEach((name, service) -> {
            String tag = tags.get(service.image().orElse(name));
            if (replacements.containsKey(name)) {
                run.put(name, replacements.get(name));
                replaced.add(name);
            } else if (tag != null) {
                run.put(name, tag);
                wanted.add(tag);
            }
        });
        return new ImageChoice(builders(model, tags, wanted), run, replaced);
    }

    /**
     * Maps the image name of each built service, or the service's own name where it has none, to
     * its tag.
     */
    private static Map<String, String> tags(ComposeModel model, String system, String key) {
        Map<String, String> tags = new TreeMap<>();
        model.services().forEach((name, service) -> {
            if (service.built()) {
                String tag = "firedrill-built/" + Names.safe(system) + "-" + Names.safe(name) + ":"
                        + Names.hash(key);
                tags.putIfAbsent(service.image().orElse(name), tag);
            }
        });
        return tags;
    }

    private static Map<String, String> builders(
            ComposeModel model, Map<String, String> tags, Set<String> wanted) {
        Map<String, String> builders = new TreeMap<>();
        model.services().forEach((name, service) -> {
            String tag = service.built() ? tags.get(service.image().orElse(name)) : null;
            if (tag != null && wanted.contains(tag) && !builders.containsValue(tag)) {
                builders.put(name, tag);
            }
        });
        return builders;
    }
}
