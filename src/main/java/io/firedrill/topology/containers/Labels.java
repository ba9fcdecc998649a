package io.firedrill.topology.containers;

import java.util.Map;
import java.util.TreeMap;

/**
 * The labels on everything we create.
 *
 * @param owner who answers for it
 * @param run the run
 * @param project the system, which is the name of its Compose project
 * @param keep true where a later run must not sweep it either
 */
record Labels(Owner owner, String run, String project, boolean keep) {
    static final String OWNER = "io.firedrill.owner";
    static final String RUN = "io.firedrill.run";
    static final String SYSTEM = "io.firedrill.system";
    static final String KEPT = "io.firedrill.kept";
    static final String SERVICE = "com.docker.compose.service";
    static final String NUMBER = "com.docker.compose.container-number";

    /** Gives them as Docker takes them. */
    Map<String, String> asMap() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(OWNER, owner.toString());
        labels.put(RUN, run);
        labels.put(SYSTEM, project);
        if (keep) {
            labels.put(KEPT, "true");
        }
        return labels;
    }
}
