package io.firedrill.evidence.seal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the verification of one pack found.
 *
 * @param pack its folder, as it was named
 * @param facts what its manifest says; empty where that could not be read
 * @param findings what is not as it was sealed, the first file first
 * @param notes what a reader should know besides
 */
public record Verification(
        Path pack, State state, Optional<Facts> facts, List<Finding> findings, List<String> notes) {

    /** What is known of a pack. */
    public enum State {
        /** Everything is as it was sealed. */
        INTACT,
        /** Something is not as it was sealed. */
        CHANGED,
        /** It could not be told: it is no pack, or of a newer format. */
        UNKNOWN
    }

    /**
     * What a manifest says of its pack.
     *
     * @param drill id of its drill
     * @param verdict the verdict that it was sealed with, in a word
     * @param dry whether it is that of a dry run, which is no part of a series
     * @param started when its drill began, ISO 8601
     * @param digest the digest of the pack
     * @param earlier the digest that it names as that of the pack before it
     * @param signer SHA-256 of the public key that it is signed with; empty where it is unsigned
     * @param files how many files were sealed
     * @param records how many records its journal has
     */
    public record Facts(
            String drill,
            String verdict,
            boolean dry,
            String started,
            String digest,
            Optional<String> earlier,
            Optional<String> signer,
            int files,
            long records) {

        static Facts of(Manifest manifest, String digest) {
            return new Facts(
                    manifest.drill(),
                    manifest.verdict(),
                    manifest.dry(),
                    manifest.started(),
                    digest,
                    manifest.earlier(),
                    manifest.key(),
                    manifest.files().size(),
                    manifest.journal().map(Manifest.End::records).orElse(0L));
        }
    }

    /**
     * One thing that is not as it was sealed.
     *
     * @param file its path in the pack
     * @param line the line of the journal, from 1; 0 where it is not about one
     * @param what what is wrong with it, a sentence
     */
    public record Finding(String file, long line, String what) {
        /** A finding about a whole file. */
        Finding(String file, String what) {
            this(file, 0, what);
        }

        /** Says it in one line. */
        public String text() {
            return file + (line > 0 ? ":" + line : "") + ": " + what;
        }
    }

    /** Makes one for what could not be told. */
    static Verification unknown(Path pack, String why) {
        return new Verification(pack, State.UNKNOWN, Optional.empty(), List.of(), List.of(why));
    }

    /** Gives the same with further findings: with any, it was changed. */
    Verification and(List<Finding> more) {
        List<Finding> all = Stream.concat(findings.stream(), more.stream()).toList();
        State now = more.isEmpty() ? state : State.CHANGED;
        return new Verification(pack, now, facts, all, notes);
    }
}
