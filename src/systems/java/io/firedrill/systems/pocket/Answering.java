package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;

/** Answers one question of another part of the bank. */
@FunctionalInterface
interface Answering {

    /**
     * Gives what is to be said, as an object that JSON can hold.
     *
     * @throws Refusal where it can not be done at all
     * @throws IOException where it can not be done now
     */
    Object answer(JsonNode question) throws IOException;

    /** What a part answers, in another manner than its own. */
    @FunctionalInterface
    interface Manner {
        /** Puts the manner around the answers of a part; the same answers where it has none. */
        Answering around(Seat seat, Answering own);
    }
}
