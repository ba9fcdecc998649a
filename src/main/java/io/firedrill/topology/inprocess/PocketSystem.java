package io.firedrill.topology.inprocess;

import java.util.List;
import java.util.Map;

/**
 * A system whose components are small programs in this JVM; found through
 * {@link java.util.ServiceLoader}.
 */
public interface PocketSystem {

    /** Names it as {@code inprocess:} in a {@code system.yaml} does. */
    String name();

    /**
     * Gives its components; made anew for each drill.
     *
     * @param settings what {@code system.yaml}, or a twin, sets; name to value
     * @throws io.firedrill.DrillException naming a setting, or a value, that it does not know
     */
    List<Part> parts(Map<String, String> settings);
}
