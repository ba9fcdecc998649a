package io.firedrill.topology.relay;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: what is read from one end goes through the stubs of the toxics, in
 * their order, to the other end. When it ends, the other end is closed as a whole: there are no
 * half-closed connections behind a Toxiproxy.
 */
final class Lane {
    /** Reads in a row, so that one busy connection does not hold up the others. */
    private static final int READS = 4;
    /** What a toxic gets at once, as much as behind the real one. */
    private static final int CHUNK = 32 * 1024;

    private final Loop loop;
    private final End source;
    private final End sink;
    private final Runnable whenFinished;
    private final List<Stub> stubs = new ArrayList<>(0);
    private final Pipe out = new Pipe(1);
    private Timers.@Nullable Timer timer;
    private boolean finished;

    /**
     * Creates it, and it does nothing yet.
     *
     * @param whenFinished told once, after the sink was closed
     */
    Lane(Loop loop, End source, End sink, Runnable whenFinished) {
        this.loop = loop;
        this.source = source;
        this.sink = sink;
        this.whenFinished = whenFinished;
    }

    /** Begins to read, with the toxics that are there. */
    void begin(List<Toxic> toxics, RandomGenerator random) {
        toxics.forEach(toxic -> stubs.add(new Stub(toxic, random)));
        pump();
    }

    /** Puts a toxic behind the others. */
    void add(Toxic toxic, RandomGenerator random) {
        if (!stubs.isEmpty()) {
            stubs.get(stubs.size() - 1).restart(out);
        }
        stubs.add(new Stub(toxic, random));
        pump();
    }

    /** Gives a toxic other values. */
    void change(Toxic toxic) {
        int index = indexOf(toxic.name());
        if (index >= 0) {
            stubs.get(index).change(toxic, behind(index));
            pump();
        }
    }

    /** Takes a toxic off; what it holds goes on at once. */
    void remove(String name) {
        int index = indexOf(name);
        if (index < 0) {
            return;
        }
        Pipe behind = behind(index);
        if (stubs.get(index).leave(behind)) {
            stubs.remove(index);
            if (index > 0) {
                stubs.get(index - 1).restart(behind);
            }
        }
        pump();
    }

    private int indexOf(String name) {
        for (int i = 0; i < stubs.size(); i++) {
            if (stubs.get(i).isOf(name)) {
                return i;
            }
        }
        return -1;
    }

    private Pipe behind(int index) {
        return index + 1 < stubs.size() ? stubs.get(index + 1).in() : out;
    }

    private Pipe first() {
        return stubs.isEmpty() ? out : stubs.get(0).in();
    }

    /** Reads what there is room for. */
    void read() {
        for (int i = 0; i < READS && first().hasRoom(); i++) {
            ByteBuffer buffer = loop.scratch();
            if (!stubs.isEmpty()) {
                buffer.limit(CHUNK);
            }
            int count = source.read(buffer);
            if (count < 0) {
                first().end();
            }
            if (count <= 0) {
                break;
            }
            boolean all = buffer.hasRemaining();
            take(buffer.flip());
            if (all) {
                break;
            }
        }
        pump();
    }

    /** Bytes go straight through where there is no toxic, and are copied only to wait. */
    private void take(ByteBuffer buffer) {
        if (stubs.isEmpty() && out.isEmpty() && !sink.write(buffer)) {
            finish();
        } else if (buffer.hasRemaining()) {
            first().put(Chunk.copyOf(buffer, loop.now()));
        }
    }

    /** Takes note that nothing more comes, because the source was closed from our side. */
    void sourceClosed() {
        if (!finished) {
            first().end();
            pump();
        }
    }

    /** Moves until nothing moves any more, and asks to be called again when something may. */
    void pump() {
        try {
            long wait = finished ? Stage.NEVER : move();
            if (!finished) {
                source.want(SelectionKey.OP_READ, first().hasRoom());
                sink.want(SelectionKey.OP_WRITE, !out.isEmpty());
                callAgain(wait);
            }
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            finish(); // a toxin with impossible numbers ends its connection, not the relay
        }
    }

    private long move() {
        long before;
        long wait;
        do {
            before = changes();
            wait = flow();
            drain();
        } while (!finished && changes() != before);
        return wait;
    }

    private long flow() {
        long now = loop.now();
        long wait = Stage.NEVER;
        for (int i = 0; i < stubs.size(); i++) {
            wait = Math.min(wait, stubs.get(i).flow(behind(i), now));
        }
        return wait;
    }

    private long changes() {
        long sum = out.changes();
        for (Stub stub : stubs) {
            sum += stub.in().changes();
        }
        return sum;
    }

    private void drain() {
        while (!out.isEmpty()) {
            if (!sink.write(out.peek().bytes())) {
                finish();
                return;
            }
            if (out.peek().size() > 0) {
                return;
            }
            out.take();
        }
        if (out.atEnd()) {
            finish();
        }
    }

    private void callAgain(long wait) {
        stopTimer();
        if (wait != Stage.NEVER) {
            timer = loop.timers().at(loop.now() + wait, this::onTime);
        }
    }

    private void onTime() {
        timer = null;
        pump();
    }

    private void stopTimer() {
        if (timer != null) {
            loop.timers().cancel(timer);
            timer = null;
        }
    }

    private void finish() {
        if (!finished) {
            stop();
            sink.close();
            whenFinished.run();
        }
    }

    /** Stops without closing anything and without telling anybody. */
    void stop() {
        finished = true;
        stopTimer();
        source.want(SelectionKey.OP_READ, false);
        stubs.clear();
        out.shut();
    }

    /** Says whether nothing will move on it any more. */
    boolean finished() {
        return finished;
    }
}
