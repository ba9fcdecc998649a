package io.firedrill.topology.relay;

/**
 * Finds the words in which Go's JSON decoder refuses a body. Walks a body that was found to be no
 * JSON, up to the first byte that can not be; what it does not object to ended too early.
 */
final class GoSyntax {
    private static final int PRINTABLE = 0x20;
    private static final int HEX_DIGITS = 4;

    private final byte[] body;
    private int at;

    private GoSyntax(byte[] body) {
        this.body = body;
    }

    /** Says what is wrong with a body that is not JSON. */
    static String complaint(byte[] body) {
        try {
            new GoSyntax(body).value();
            return "invalid UTF-8 in string";
        } catch (Refused e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Carries the complaint out of the depth. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    private void value() throws Refused {
        skipSpace();
        char next = peek();
        switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number(next);
        }
    }

    private void object() throws Refused {
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            skipSpace();
            expect('"', "looking for beginning of object key string");
            at--;
            string();
            skipSpace();
            expect(':', "after object key");
            value();
            skipSpace();
        } while (another('}', "after object key:value pair"));
    }

    private void array() throws Refused {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            value();
            skipSpace();
        } while (another(']', "after array element"));
    }

    private boolean another(char end, String where) throws Refused {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end, where);
        return false;
    }

    private void string() throws Refused {
        at++;
        while (peek() != '"') {
            if (peek() < PRINTABLE) {
                throw invalid("in string literal");
            }
            if (peek() == '\\') {
                at++;
                escape();
            }
            at++;
        }
        at++;
    }

    private void escape() throws Refused {
        if (peek() == 'u') {
            for (int i = 0; i < HEX_DIGITS; i++) {
                at++;
                if (Character.digit(peek(), 16) < 0) {
                    throw invalid("in \\u hexadecimal character escape");
                }
            }
        } else if ("bfnrt\\/\"".indexOf(peek()) < 0) {
            throw invalid("in string escape code");
        }
    }

    private void literal(String word) throws Refused {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i), "in literal " + word + " (expecting '" + word.charAt(i) + "')");
        }
    }

    private void number(char first) throws Refused {
        if (first == '-') {
            at++;
            digits("in numeric literal");
        } else {
            digits("looking for beginning of value");
        }
        if (at < body.length && body[at] == '.') {
            at++;
            digits("after decimal point in numeric literal");
        }
        if (at < body.length && (body[at] | ' ') == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits("in exponent of numeric literal");
        }
    }

    /** At least one; a number that begins with 0 ends there. */
    private void digits(String where) throws Refused {
        boolean zero = peek() == '0' && !where.startsWith("after") && !where.contains("exponent");
        if (!isDigit(peek())) {
            throw invalid(where);
        }
        at++;
        while (!zero && at < body.length && isDigit((char) body[at])) {
            at++;
        }
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private void expect(char wanted, String where) throws Refused {
        if (peek() != wanted) {
            throw invalid(where);
        }
        at++;
    }

    private void skipSpace() {
        while (at < body.length && " \t\r\n".indexOf(body[at]) >= 0) {
            at++;
        }
    }

    private char peek() throws Refused {
        if (at >= body.length) {
            throw new Refused("unexpected EOF");
        }
        return (char) (body[at] & 0xff);
    }

    private Refused invalid(String where) throws Refused {
        return new Refused("invalid character " + quoted(peek()) + " " + where);
    }

    private static String quoted(char one) {
        return switch (one) {
            case '\'' -> "'\\''";
            case '\\' -> "'\\\\'";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            default -> one < PRINTABLE ? String.format("'\\x%02x'", (int) one) : "'" + one + "'";
        };
    }
}
