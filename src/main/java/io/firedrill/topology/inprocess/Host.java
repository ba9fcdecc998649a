package io.firedrill.topology.inprocess;

/**
 * The machine of one component, as its program sees it. All that a program does outside of its own
 * memory goes through here, so that the program can be frozen, killed or lost without its help.
 */
public final class Host {
    private final Life life;
    private final Network network;
    private final Work work;
    private final Disk disk;
    private final Console console;

    Host(Life life, Network network, Disk disk, Console console) {
        this.life = life;
        this.network = network;
        this.work = new Work(life);
        this.disk = disk;
        this.console = console;
    }

    /** Names the component. */
    public String name() {
        return life.name();
    }

    /** Gives its sockets: those that listen, and those that dial. */
    public Network network() {
        return network;
    }

    /** Gives its threads and its clock. */
    public Work work() {
        return work;
    }

    /** Gives what outlives its process. */
    public Disk disk() {
        return disk;
    }

    /** Gives its log, its health and the commands that it answers. */
    public Console console() {
        return console;
    }
}
