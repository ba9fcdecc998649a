package io.firedrill.topology.relay;

import java.util.random.RandomGenerator;

/**
 * The place of one toxic on one lane: the pipe in front of it, and the stage that runs. Whether the
 * toxin works here is thrown each time the stage starts: when the connection begins, when the toxic
 * changes, and when the one behind it comes or goes.
 */
final class Stub {
    private final Pipe in;
    private final Toxin.Tally tally = new Toxin.Tally();
    private final RandomGenerator random;
    private Toxic toxic;
    private Stage stage;
    private boolean orphaned;

    /** Creates it and throws its dice. */
    Stub(Toxic toxic, RandomGenerator random) {
        this.toxic = toxic;
        this.random = random;
        this.in = new Pipe(toxic.toxin().room());
        this.stage = thrown();
    }

    private Stage thrown() {
        boolean works = random.nextFloat() < toxic.toxicity();
        return works ? toxic.toxin().stage(tally, random) : Noop::pass;
    }

    /** Gives the pipe in front. */
    Pipe in() {
        return in;
    }

    /** Says whether this is the place of a toxic that is still there. */
    boolean isOf(String name) {
        return !orphaned && toxic.name().equals(name);
    }

    /** Moves what may move; an ended stub does nothing more. */
    long flow(Pipe out, long now) {
        return out.ended() ? Stage.NEVER : stage.flow(in, out, now);
    }

    /** Lets go of what is held and begins anew, unless it has ended or can not be stopped. */
    void restart(Pipe out) {
        if (!out.ended() && stage.release(out)) {
            stage = thrown();
        }
    }

    /** Takes other values, and begins anew with them. */
    void change(Toxic other, Pipe out) {
        toxic = other;
        restart(out);
    }

    /**
     * Stops for good.
     *
     * @return false where it can not be stopped: then it stays, and belongs to no toxic
     */
    boolean leave(Pipe out) {
        if (!out.ended() && !stage.release(out)) {
            orphaned = true;
            return false;
        }
        if (toxic.toxin().closesWhenRemoved()) {
            out.end();
        } else {
            in.pourInto(out);
        }
        return true;
    }
}
