package io.firedrill.evidence.seal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packs of each drill as one series: each names the digest of the one before, so that a pack
 * that was taken out, or put in the place of another, is missed by the next one. Safe for use by
 * several drills at once.
 */
public final class Series {
    private final Map<String, String> newest;

    private Series(Map<String, String> newest) {
        this.newest = new ConcurrentHashMap<>(newest);
    }

    /**
     * Goes on from earlier runs.
     *
     * @param newest id of a drill to the digest of its newest pack
     */
    public static Series after(Map<String, String> newest) {
        return new Series(newest);
    }

    /** Gives the digest of the newest pack of a drill; empty where there is none. */
    Optional<String> newest(String drill) {
        return Optional.ofNullable(newest.get(drill));
    }

    /** Takes in a pack that is in its place. */
    void add(String drill, String digest) {
        newest.put(drill, digest);
    }
}
