package io.firedrill.evidence.seal;

import io.firedrill.evidence.EvidenceException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower case hex, as {@code sha256sum} writes it. */
public final class Digests {
    /** What such a digest looks like. */
    static final String PATTERN = "[0-9a-f]{64}";

    private static final int SHORT = 12;

    private Digests() {}

    /** Gives that of bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new EvidenceException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    /** Gives that of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives its beginning, by which people tell digests apart. */
    public static String inShort(String digest) {
        return digest.length() <= SHORT ? digest : digest.substring(0, SHORT);
    }
}
