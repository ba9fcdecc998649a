package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sender asked of a provider, whole.
 *
 * @param path without the query
 * @param query the fields of the query
 * @param headers names in lower case; the first of a name counts
 * @param begin when its first byte was read, in nanoseconds of the drill's clock
 * @param end when its body was complete
 */
record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        long begin,
        long end) {
    private static final Pattern CHARSET =
            Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /** Who says that he is asking. */
    record Credentials(String user, String password) {}

    /** Gives it as if it had come at another time. */
    Request at(long otherBegin, long otherEnd) {
        return new Request(method, path, query, headers, body, otherBegin, otherEnd);
    }

    /** Says whether it asks to take something. */
    boolean sends() {
        return method.equals("POST") || method.equals("PUT");
    }

    /** Gives a header by its name in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Says whether it names a type such as {@code application/json}. */
    boolean isOfType(String type) {
        return header("content-type").orElse("").toLowerCase(Locale.ROOT).contains(type);
    }

    /** Gives the body as text; what does not fit its charset becomes the replacement character. */
    String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(header("content-type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8; // nearly always right, and a wrong guess shows
        }
    }

    /** Gives the fields of a form. */
    Map<String, String> form() {
        return Form.read(text());
    }

    /** Gives the body as a JSON object; empty where it is none. */
    Optional<JsonNode> object() {
        return Json.readObject(text());
    }

    /** Gives the token of {@code Authorization: Bearer}. */
    Optional<String> bearer() {
        return after(BEARER);
    }

    /** Gives user and password of {@code Authorization: Basic}. */
    Optional<Credentials> basic() {
        return after(BASIC).flatMap(Request::credentials);
    }

    private Optional<String> after(String scheme) {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static Optional<Credentials> credentials(String encoded) {
        try {
            String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials(plain.substring(0, colon), plain.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty(); // answered as every wrong sign-in
        }
    }
}
