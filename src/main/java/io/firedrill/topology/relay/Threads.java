package io.firedrill.topology.relay;

/** The relay's threads: daemons with a name. */
final class Threads {
    private Threads() {}

    /** Creates one that does not keep the JVM alive. */
    static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "firedrill-relay-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
