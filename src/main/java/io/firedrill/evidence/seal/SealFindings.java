package io.firedrill.evidence.seal;

import io.firedrill.evidence.seal.Verification.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the signature of a pack against the key that lies beside it, and the one expected. */
final class SealFindings {
    private final PackContents contents;
    private final Optional<Manifest> manifest;
    private final Optional<String> signer;
    private final Optional<VerifyingKey> expected;

    /**
     * Prepares for one pack.
     *
     * @param manifest its manifest, where it can be gone by
     */
    SealFindings(
            PackContents contents, Optional<Manifest> manifest, Optional<VerifyingKey> expected) {
        this.contents = contents;
        this.manifest = manifest;
        this.signer = manifest.flatMap(Manifest::key);
        this.expected = expected;
    }

    /** Finds what is wrong with the signature; what was found of its files is not said again. */
    List<Finding> find(List<Finding> before) {
        List<Finding> findings = new ArrayList<>();
        Optional<VerifyingKey> key =
                contents.text(PackContents.PUBLIC_KEY).flatMap(VerifyingKey::parse);
        if (signer.isPresent()) {
            signed(key).ifPresent(findings::add);
        } else if (manifest.isPresent()) {
            unsigned().ifPresent(findings::add);
        }
        findings.removeIf(finding -> before.stream()
                .anyMatch(it -> it.file().equals(finding.file()) || about(it, finding)));
        unexpected(key).ifPresent(findings::add);
        return findings;
    }

    /** Where the statement was changed, no signature can fit. */
    private static boolean about(Finding before, Finding finding) {
        return finding.file().equals(PackContents.SIGNATURE)
                && (before.file().equals(PackContents.STATEMENT)
                        || before.file().equals(PackContents.PUBLIC_KEY));
    }

    private Optional<Finding> signed(Optional<VerifyingKey> key) {
        boolean asSealed = key.map(VerifyingKey::id).equals(signer)
                && key.map(VerifyingKey::pem).equals(contents.text(PackContents.PUBLIC_KEY));
        if (!asSealed) {
            return Optional.of(
                    new Finding(PackContents.PUBLIC_KEY, "is not the key that the manifest names"));
        }
        return fits(key.get())
                ? Optional.empty()
                : Optional.of(new Finding(
                        PackContents.SIGNATURE,
                        "the signature is wrong: it does not fit " + PackContents.STATEMENT));
    }

    private boolean fits(VerifyingKey key) {
        return contents.has(PackContents.SIGNATURE)
                && contents.has(PackContents.STATEMENT)
                && key.verifies(
                        contents.bytes(PackContents.STATEMENT),
                        contents.bytes(PackContents.SIGNATURE));
    }

    private Optional<Finding> unsigned() {
        return List.of(PackContents.SIGNATURE, PackContents.PUBLIC_KEY).stream()
                .filter(contents::has)
                .findFirst()
                .map(name -> new Finding(name, "was added: the manifest says unsigned"));
    }

    private Optional<Finding> unexpected(Optional<VerifyingKey> key) {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        String asked = expected.get().id();
        if (!contents.has(PackContents.SIGNATURE)) {
            return Optional.of(new Finding(
                    PackContents.SIGNATURE,
                    "is missing: the pack is unsigned, and must be signed by key " + asked));
        }
        if (!key.map(VerifyingKey::id).equals(Optional.of(asked))) {
            return Optional.of(new Finding(
                    PackContents.PUBLIC_KEY,
                    "is not the expected key " + asked + ", but "
                            + key.map(VerifyingKey::id).orElse("none")));
        }
        return Optional.empty();
    }
}
