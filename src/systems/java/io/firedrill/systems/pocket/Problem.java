package io.firedrill.systems.pocket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is wrong with a request, as the caller sees it.
 *
 * @param status of HTTP
 * @param code stable, for programs
 * @param message one sentence, for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Problem(int status, String code, String message) {}
