package io.firedrill.journal;

/** How an attempt ended for the customer. */
public enum Outcome {
    /** Every step was answered as expected within the deadline. */
    OK,
    /** It failed, and nothing can have been written. */
    FAILED,
    /** It failed, and the write may or may not have happened. */
    UNKNOWN
}
