package io.firedrill.proof;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A system in which every question for a role is answered with yes, by nobody in particular. */
record EverybodyLeads(SystemUnderDrill system) implements SystemUnderDrill {

    private record YesSayer(Component component) implements Component {
        @Override
        public String name() {
            return component.name();
        }

        @Override
        public <C extends Capability> Optional<C> as(Class<C> capability) {
            Capability.Askable yes = (command, atMost) -> new Capability.Answer(0, "");
            return capability.isInstance(yes)
                    ? Optional.of(capability.cast(yes))
                    : component.as(capability);
        }

        @Override
        public Map<String, String> facts() {
            return component.facts();
        }
    }

    @Override
    public List<Component> components() {
        return system.components().stream().<Component>map(YesSayer::new).toList();
    }

    @Override
    public InetSocketAddress entry(String name) {
        return system.entry(name);
    }

    @Override
    public Relay relay(Link link) {
        return system.relay(link);
    }

    @Override
    public Witness witness() {
        return system.witness();
    }

    @Override
    public void watch(Consumer<Sighting> listener) {
        system.watch(listener);
    }

    @Override
    public void close() {
        system.close();
    }
}
