package io.firedrill.check.told;

/**
 * Whether a statement was true when it was made, as far as the journal shows.
 *
 * @param why what speaks against it, or why it is not known; empty where it was true
 */
record Ruling(Truth truth, String why) {

    /** Yes, no, or not known. */
    enum Truth {
        TRUE,
        UNTRUE,
        UNKNOWN
    }

    static Ruling right() {
        return new Ruling(Truth.TRUE, "");
    }

    static Ruling wrong(String why) {
        return new Ruling(Truth.UNTRUE, why);
    }

    static Ruling open(String why) {
        return new Ruling(Truth.UNKNOWN, why);
    }

    boolean untrue() {
        return truth == Truth.UNTRUE;
    }

    boolean unknown() {
        return truth == Truth.UNKNOWN;
    }
}
