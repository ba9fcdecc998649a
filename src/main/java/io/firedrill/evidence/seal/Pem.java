package io.firedrill.evidence.seal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as OpenSSL writes them: Base64 between two lines that say what it is. */
final class Pem {
    private static final int COLUMNS = 64;

    private Pem() {}

    /** Gives the bytes of the first part of that label; empty where there is none. */
    static Optional<byte[]> read(String text, String label) {
        Matcher matcher = Pattern.compile("-----BEGIN " + label
                        + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            String base64 = matcher.group(1).replaceAll("\\s", "");
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64, so no key
        }
    }

    static String write(byte[] bytes, String label) {
        String base64 = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
