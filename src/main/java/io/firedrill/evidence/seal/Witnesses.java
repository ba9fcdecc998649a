package io.firedrill.evidence.seal;

import io.firedrill.evidence.seal.Verification.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Three files say what the manifest is: itself, the sums and the statement. Two that agree show
 * which one was changed.
 *
 * @param manifest digest of the manifest that is there
 * @param sums the sums that are there
 * @param stated digest of the manifest by the statement; empty where that is broken
 * @param statement whether there is a statement
 */
record Witnesses(
        Optional<String> manifest,
        Optional<Sums> sums,
        Optional<String> stated,
        boolean statement) {

    static Witnesses of(PackContents contents) {
        return new Witnesses(
                contents.digest(PackContents.MANIFEST),
                contents.text(PackContents.SUMS).map(Sums::parse),
                contents.text(PackContents.STATEMENT).flatMap(Statement::manifest),
                contents.has(PackContents.STATEMENT));
    }

    private Optional<String> summed() {
        return sums.flatMap(it -> it.digest(PackContents.MANIFEST));
    }

    /** Says whether another one vouches for the manifest that is there. */
    boolean vouched() {
        return manifest.isPresent() && (manifest.equals(summed()) || manifest.equals(stated));
    }

    /** Says whether the manifest can be gone by: vouched for, or the only one left. */
    boolean manifestHolds() {
        return vouched() || summed().isEmpty() && stated.isEmpty();
    }

    /** Gives what they do not agree on. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (manifest.isPresent() && !manifestHolds()) {
            findings.add(new Finding(
                    PackContents.MANIFEST,
                    "was changed: its SHA-256 is neither the one in " + PackContents.SUMS
                            + " nor the one in " + PackContents.STATEMENT));
        }
        if (vouched() && sums.isPresent() && !manifest.equals(summed())) {
            findings.add(new Finding(
                    PackContents.SUMS, "its line for " + PackContents.MANIFEST + " was changed"));
        }
        if (vouched() && statement && !manifest.equals(stated)) {
            findings.add(new Finding(
                    PackContents.STATEMENT, "was changed: it is about another manifest, or none"));
        }
        return findings;
    }
}
