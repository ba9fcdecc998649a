package io.firedrill.topology;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes a greeting longer, so that what is done to requests on a link shows: only HTTP has room for
 * bytes that mean nothing, in a header.
 */
public final class Burden {
    /** What servers take in a header without complaint: Apache and nginx allow 8 KB in all. */
    public static final int MOST = 4000;

    private static final String END = "\r\n\r\n";
    private static final String HEADER = "\r\nX-Firedrill: ";

    private Burden() {}

    /**
     * Makes a greeting at least that long, up to {@link #MOST}.
     *
     * @param hello as hexadecimal digits, as is what comes back
     */
    public static String on(String hello, int bytes) {
        String text = new String(HexFormat.of().parseHex(hello), StandardCharsets.ISO_8859_1);
        int missing = Math.min(bytes, MOST) - text.length() - HEADER.length();
        if (missing <= 0 || !text.startsWith("GET ") || !text.endsWith(END)) {
            return hello;
        }
        String head = text.substring(0, text.length() - END.length());
        String longer = head + HEADER + "x".repeat(missing) + END;
        return HexFormat.of().formatHex(longer.getBytes(StandardCharsets.ISO_8859_1));
    }
}
