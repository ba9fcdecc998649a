package io.firedrill.scenario;

import java.util.List;

/**
 * The resolved target of a fault, read back from the text that the journal holds: {@code db1}, or
 * {@code db1, db2}, or {@code db1 | db2, etcd}.
 */
public final class Struck {
    private static final String BETWEEN_GROUPS = " | ";

    private Struck() {}

    /** Says whether a component is one of those that were broken. */
    public static boolean names(String resolved, String component) {
        return List.of(resolved.split(", | \\| ", -1)).contains(component);
    }

    /**
     * Gives what the name of the fault stands for where a component is asked for: the target, or
     * the first of its groups.
     */
    public static String first(String resolved) {
        int end = resolved.indexOf(BETWEEN_GROUPS);
        return end < 0 ? resolved : resolved.substring(0, end);
    }
}
