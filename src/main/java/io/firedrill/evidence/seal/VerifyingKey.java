package io.firedrill.evidence.seal;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.EvidenceException;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * The public key that a pack can be verified with.
 *
 * @param key an Ed25519 key
 */
public record VerifyingKey(PublicKey key) {
    private static final String LABEL = "PUBLIC KEY";

    /**
     * Reads one from a file in PEM.
     *
     * @throws EvidenceException with one line where it is none
     */
    public static VerifyingKey read(Path file) {
        return parse(Disk.read(file))
                .orElseThrow(() -> new EvidenceException(
                        file + " is no Ed25519 public key in PEM. It comes from the private one by:"
                                + " openssl pkey -in key.pem -pubout",
                        null));
    }

    /** Reads one from PEM; empty where it is none. */
    static Optional<VerifyingKey> parse(String pem) {
        return Pem.read(pem, LABEL).flatMap(VerifyingKey::of);
    }

    private static Optional<VerifyingKey> of(byte[] der) {
        try {
            return Optional.of(new VerifyingKey(KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(der))));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // whoever asked says what it is that holds no key
        }
    }

    /** Writes it as OpenSSL does. */
    String pem() {
        return Pem.write(key.getEncoded(), LABEL);
    }

    /** Names it: SHA-256 of its encoding (DER, SubjectPublicKeyInfo), in hex. */
    public String id() {
        return Digests.of(key.getEncoded());
    }

    /** Says whether that is its holder's signature over these bytes. */
    boolean verifies(byte[] bytes, byte[] sealed) {
        try {
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(sealed);
        } catch (GeneralSecurityException e) {
            return false; // no signature at all: of the wrong length, for instance
        }
    }
}
