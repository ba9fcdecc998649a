package io.firedrill.systems.bank;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, as the caller sees it.
 *
 * @param code stable, for programs
 * @param message one sentence, for people
 * @param field the field or query parameter it is about, or null when it is about the whole request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String code, String message, @Nullable String field) {

    Problem(String code, String message) {
        this(code, message, null);
    }
}
