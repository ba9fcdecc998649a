package io.firedrill.observe;

/**
 * Where the messages of one channel arrive: it takes the provider's place, or looks at a page. Runs
 * from when it was opened until it is closed, and hands everything it sees to the recorder it was
 * opened with.
 */
public interface Inbox extends AutoCloseable {

    /** Gives the port on 127.0.0.1 on which it takes the provider's place; 0 for one that looks. */
    int port();

    /** Stops; nothing of it is left, no thread and no socket. Safe to call twice. */
    @Override
    void close();
}
