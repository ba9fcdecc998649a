package io.firedrill.cli;

/** The exit codes of every command. */
final class Exit {
    /** All is well. */
    static final int FINE = 0;
    /** There are problems, or the command refused; a pack was changed, or says another verdict. */
    static final int PROBLEMS = 1;
    /** The command was called wrongly. */
    static final int USAGE = 2;
    /** It could not be told: no pack, or one of a newer format. */
    static final int UNKNOWN = 3;

    /** There is no evidence. */
    static final int NONE = 4;

    private Exit() {}
}
