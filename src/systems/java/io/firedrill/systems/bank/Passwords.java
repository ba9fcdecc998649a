package io.firedrill.systems.bank;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Stores passwords salted and stretched (PBKDF2, RFC 8018).
 *
 * <p>The rounds are few: a drill signs in hundreds of customers a minute on a small machine. They
 * are kept beside each hash, so that they can be raised without locking anybody out.
 */
final class Passwords {

    private static final int ROUNDS = 2_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final SecureRandom random = new SecureRandom();

    /** Returns what to store: {@code rounds$salt$hash}. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return ROUNDS + "$" + encode(salt) + "$" + encode(stretch(password, salt, ROUNDS));
    }

    /** Compares in a time that does not depend on where the difference is. */
    boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        byte[] given = stretch(password, salt, Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(given, Base64.getDecoder().decode(parts[2]));
    }

    private static byte[] stretch(String password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2.", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
