package io.firedrill.observe.inbox;

/** How one provider answers. Used by many threads at once. */
interface Provider {

    /** Answers a request that came whole and within the rate. */
    Reply answer(Request request);

    /** Says whether a request brings a message: those are counted, and written down if refused. */
    default boolean bringsMessage(Request request) {
        return request.sends();
    }

    /** Answers one that brings a message and came beyond the rate. */
    Reply tooMany(Request request);
}
