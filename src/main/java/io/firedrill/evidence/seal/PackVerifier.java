package io.firedrill.evidence.seal;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.seal.Verification.Facts;
import io.firedrill.evidence.seal.Verification.Finding;
import io.firedrill.evidence.seal.Verification.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells whether packs are as they were sealed, and what of them is not. */
public final class PackVerifier {
    private static final String UNFINISHED = ".partial";

    private final Optional<VerifyingKey> expected;

    /**
     * Makes a verifier.
     *
     * @param expected the key that packs must be signed with; where none is given, a signature must
     *     fit the key that lies beside it
     */
    public PackVerifier(Optional<VerifyingKey> expected) {
        this.expected = expected;
    }

    /** Verifies one pack; whatever lies there, there is an answer. */
    public Verification verify(Path pack) {
        if (!Files.isDirectory(pack)) {
            return Verification.unknown(pack, "there is no such folder");
        }
        try {
            PackContents contents = PackContents.of(pack.toRealPath());
            return refused(pack, contents)
                    .map(why -> Verification.unknown(pack, why))
                    .orElseGet(() -> sealed(pack, contents));
        } catch (EvidenceException | IOException e) {
            return Verification.unknown(pack, "it can not be read: " + e.getMessage());
        }
    }

    private static Optional<String> refused(Path pack, PackContents contents) {
        boolean sealed = PackContents.SEAL.stream().anyMatch(contents::has);
        boolean begun = String.valueOf(pack.getFileName()).endsWith(UNFINISHED);
        if (begun || !sealed && contents.has(PackContents.JOURNAL)) {
            return Optional.of("it was never finished: a run that was killed leaves its folder so."
                    + " Its journal is whole up to its last line");
        }
        return sealed
                ? Optional.empty()
                : Optional.of("it is no pack: there is no " + PackContents.MANIFEST);
    }

    private Verification sealed(Path pack, PackContents contents) {
        Witnesses witnesses = Witnesses.of(contents);
        Optional<String> newer = contents.text(PackContents.MANIFEST)
                .filter(any -> witnesses.vouched())
                .flatMap(text -> PackFormat.newer(text, Manifest.FORMAT));
        if (newer.isPresent()) {
            return Verification.unknown(pack, PackFormat.refused(newer.get()));
        }
        Optional<Manifest> manifest = manifest(contents);
        FileFindings files = new FileFindings(contents, witnesses, manifest);
        List<Finding> findings = files.find();
        if (manifest.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(PackContents.MANIFEST, "is none that can be read"));
        }
        Optional<Manifest> trusted = manifest.filter(any -> witnesses.manifestHolds());
        SealFindings seal = new SealFindings(contents, trusted, expected);
        Verification found = new Verification(
                pack,
                State.INTACT,
                manifest.map(it ->
                        Facts.of(it, contents.digest(PackContents.MANIFEST).orElse(""))),
                List.of(),
                files.notes());
        return found.and(findings).and(seal.find(findings));
    }

    private static Optional<Manifest> manifest(PackContents contents) {
        try {
            return contents.text(PackContents.MANIFEST).map(Manifest::parse);
        } catch (EvidenceException e) {
            return Optional.empty(); // its digest is not the sealed one either, which is said
        }
    }
}
