package io.firedrill.observe.inbox;

/** How one provider answers. Used by many threads at once. */
interface Provider {

    /** Answers a request that came whole and within the rate. */
    Reply answer(Request request);

    /** Answers one that came beyond the rate. */
    Reply tooMany(Request request);
}
