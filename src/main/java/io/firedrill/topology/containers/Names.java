package io.firedrill.topology.containers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the names that Docker, Compose and DNS take. */
final class Names {
    /** The longest label of a DNS name; {@code db.<network>} must resolve. */
    static final int DNS_LABEL = 63;

    /** How the names of networks begin on which a consumer meets its relays. */
    static final String MEETING = "00-";

    private static final int SHORT_DRILL = 16;
    private static final int HASH = 6;

    private Names() {}

    /**
     * Names the Compose project of a drill: {@code fd-<run>-<drill>-<hash>}, where the hash keeps
     * drills of equal beginnings apart, and the count the repetitions of one drill.
     */
    static String project(String run, String drillId, int count) {
        String drill = safe(drillId.substring(drillId.indexOf('/') + 1));
        String stem = drill.substring(0, Math.min(SHORT_DRILL, drill.length()));
        return "fd-" + safe(run) + "-" + stem + "-" + hash(drillId + "#" + count);
    }

    /** Names a network or a volume of a project. */
    static String within(String project, String key) {
        return bounded(project + "_" + key);
    }

    /** Names the network on which only a consumer meets its relays; sorts before all others. */
    static String meeting(String project, String consumer) {
        return bounded(MEETING + project + "-" + consumer);
    }

    /** Cuts a name to what fits into a DNS label; a hash of the whole keeps it unique. */
    static String bounded(String name) {
        if (name.length() <= DNS_LABEL) {
            return name;
        }
        return name.substring(0, DNS_LABEL - HASH - 1) + "-" + hash(name);
    }

    /** Gives lower-case letters, digits and dashes only. */
    static String safe(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Gives a short stable hash. */
    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
