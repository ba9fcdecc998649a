package io.firedrill.observe.people;

/** Those who answer what the drills of a run ask of people. Safe for use by many threads. */
public interface People extends AutoCloseable {
    /** The way of those who are not there. */
    String NOBODY = "stand-in";

    /** Names the way in which they answer: {@code terminal}, {@code page}, {@link #NOBODY}. */
    String way();

    /** Puts something before them; they look for themselves whether it is still open. */
    void show(Asking asking);

    /** Asks them nothing more; what was asked stays unanswered. */
    @Override
    void close();

    /** Gives nobody: a stand-in answers as each step says. */
    static People nobody() {
        return new Nobody();
    }
}
