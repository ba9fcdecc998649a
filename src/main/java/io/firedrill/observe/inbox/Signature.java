package io.firedrill.observe.inbox;

import io.firedrill.DrillException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with a shared secret, as webhooks carry them. */
final class Signature {
    private Signature() {}

    /** Gives the HMAC-SHA256 in hexadecimal digits. */
    static String sha256(String secret, byte[] signed) {
        return HexFormat.of().formatHex(mac("HmacSHA256", secret, signed));
    }

    /** Gives the HMAC-SHA1 in Base64, as Twilio signs. */
    static String sha1(String secret, String signed) {
        byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac("HmacSHA1", secret, bytes));
    }

    /** Compares two secrets in a time that tells nothing of where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(String algorithm, String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException cause) {
            throw new DrillException(
                    "this Java can not sign with " + algorithm + "; use another one", cause);
        }
    }
}
