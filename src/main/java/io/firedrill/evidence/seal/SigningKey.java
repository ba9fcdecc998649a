package io.firedrill.evidence.seal;

import io.firedrill.evidence.EvidenceException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.Optional;

/** The private key that packs are signed with: Ed25519, PKCS#8 in PEM. Never printed. */
public final class SigningKey {
    /** Names the kind of signature. */
    public static final String ALGORITHM = "Ed25519";

    /** The switch that names its file. */
    public static final String SWITCH = "firedrill.signing-key";

    /** The variable of the environment that holds it as a whole. */
    public static final String VARIABLE = "FIREDRILL_SIGNING_KEY";

    private static final String HOW = "needed: an Ed25519 private key, PKCS#8 in PEM, without a"
            + " passphrase. Make one: openssl genpkey -algorithm ed25519 -out key.pem";
    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey secret;
    private final VerifyingKey open;

    private SigningKey(PrivateKey secret, VerifyingKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Reads the key: from the file, else from {@value #VARIABLE}; none where neither is given.
     *
     * @throws EvidenceException with one line where it is no such key; it never repeats the key
     */
    public static Optional<SigningKey> find(Optional<Path> file, Map<String, String> environment) {
        if (file.isPresent()) {
            return Optional.of(of(text(file.get()), SWITCH + " is '" + file.get() + "'"));
        }
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> of(text, "the variable " + VARIABLE));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new EvidenceException(
                    SWITCH + " is '" + file + "', which can not be read; " + HOW, e);
        }
    }

    private static SigningKey of(String pem, String where) {
        byte[] der = Pem.read(pem, LABEL)
                .orElseThrow(() -> new EvidenceException(where + ": no such key; " + HOW, null));
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            SigningKey key = new SigningKey(secret, open(secret));
            byte[] probe = {1, 2, 3};
            if (!key.open.verifies(probe, key.sign(probe))) {
                throw new EvidenceException(where + ": its public key can not be found", null);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new EvidenceException(where + ": another kind of key; " + HOW, null);
        }
    }

    /**
     * The JDK derives a public key only while it makes a pair: it makes this one from the seed that
     * the private key is.
     */
    private static VerifyingKey open(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) secret)
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("a key without bytes"));
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(ALGORITHM);
        pairs.initialize(NamedParameterSpec.ED25519, new Known(seed));
        return new VerifyingKey(pairs.generateKeyPair().getPublic());
    }

    /** Gives the bytes that it was made with where others give random ones. */
    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;

        Known(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, Math.min(bytes.length, out.length));
        }
    }

    /** Signs. */
    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new EvidenceException("the pack can not be signed: " + e.getMessage(), e);
        }
    }

    /** Gives the key that what it signs can be verified with. */
    VerifyingKey open() {
        return open;
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "SigningKey[" + open.id() + "]";
    }
}
