package io.firedrill.systems.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read one by one. Collects what is wrong with them, so that a caller
 * hears of every problem at once; a field with a problem is read as an empty text or as zero.
 */
final class RequestFields {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final JsonNode json;
    private final List<Problem> problems = new ArrayList<>();
    private final TreeSet<String> unread = new TreeSet<>();

    RequestFields(JsonNode json) {
        this.json = json;
        json.fieldNames().forEachRemaining(unread::add);
        if (!json.isObject()) {
            problems.add(new Problem("NOT_AN_OBJECT", "The request's body must be a JSON object."));
        }
    }

    /** Tells whether a text can name an account or a transfer. */
    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    String identifier(String field) {
        String value = text(field, 64);
        if (!value.isEmpty() && !isIdentifier(value)) {
            return problem("BAD_IDENTIFIER", "takes letters, digits and . _ : - only", field);
        }
        return value;
    }

    String text(String field, int longest) {
        JsonNode value = read(field);
        if (value == null) {
            return problem("MISSING", "is missing", field);
        }
        return text(value, field, longest);
    }

    @Nullable
    String optionalText(String field, int longest) {
        JsonNode value = read(field);
        return value == null ? null : text(value, field, longest);
    }

    long wholeNumber(String field, long least, long most) {
        JsonNode value = read(field);
        if (value == null) {
            problem("MISSING", "is missing", field);
        } else if (!value.isIntegralNumber()) {
            problem("NOT_A_WHOLE_NUMBER", "must be a whole number, not " + value, field);
        } else if (!value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            problem("OUT_OF_RANGE", "must be from " + least + " to " + most, field);
        } else {
            return value.longValue();
        }
        return 0;
    }

    /** Notes a problem; returns the empty text that stands for the value. */
    String problem(String code, String what, String field) {
        problems.add(new Problem(code, "'" + field + "' " + what + ".", field));
        return "";
    }

    void refuseProblems() {
        unread.forEach(field -> problem("UNKNOWN_FIELD", "is not known here", field));
        unread.clear();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private @Nullable JsonNode read(String field) {
        unread.remove(field);
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private String text(JsonNode value, String field, int longest) {
        if (!value.isTextual()) {
            return problem("NOT_A_TEXT", "must be a text, not " + value, field);
        }
        String text = value.textValue();
        if (text.isBlank() || text.length() > longest) {
            return problem("BAD_LENGTH", "must have 1 to " + longest + " characters", field);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return problem("CONTROL_CHARACTER", "must not have control characters", field);
        }
        return text;
    }
}
