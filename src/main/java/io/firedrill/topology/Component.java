package io.firedrill.topology;

import java.util.Map;
import java.util.Optional;

/** One part of a system under drill. */
public interface Component {

    /** Names it as the Compose file does. */
    String name();

    /** Gives the power of that kind over it, where it has one. */
    <C extends Capability> Optional<C> as(Class<C> capability);

    /** Gives identity facts for the evidence: image, digest, container id. */
    Map<String, String> facts();
}
