package io.firedrill.topology.containers;

import io.firedrill.topology.Capability;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's container.
 *
 * @param name the service
 * @param id the container by its name, the same over restarts and replacements
 * @param engine Docker
 * @param powers what may be done to it, beside asking it and reading its log
 * @param presence whether it can be asked at all
 */
record ContainerComponent(
        String name, String id, Engine engine, List<Capability> powers, Presence presence)
        implements Component {

    @Override
    public <C extends Capability> Optional<C> as(Class<C> capability) {
        Askable askable = (command, atMost) -> presence.ask(() -> engine.exec(id, command, atMost));
        HasLogs hasLogs = lines -> engine.logs(id, lines);
        List<Capability> all = new java.util.ArrayList<>(powers);
        all.add(askable);
        all.add(hasLogs);
        return all.stream().filter(capability::isInstance).map(capability::cast).findFirst();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        engine.inspect(id).ifPresent(seen -> {
            facts.put("container", seen.getId());
            facts.put("image", String.valueOf(seen.getConfig().getImage()));
            facts.put("digest", String.valueOf(seen.getImageId()));
            facts.put("restart policy", String.valueOf(seen.getHostConfig().getRestartPolicy()));
        });
        return facts;
    }
}
