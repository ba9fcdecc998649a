package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Closes the connection after so many bytes; what is beyond them is dropped.
 *
 * @param bytes the last byte that passes
 */
record LimitData(long bytes) implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        return Map.of("bytes", bytes);
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return (in, out, now) -> count(tally, in, out);
    }

    private long count(Tally tally, Pipe in, Pipe out) {
        while (!in.isEmpty() && out.hasRoom()) {
            long left = Math.max(0, bytes - tally.bytes());
            Chunk chunk = in.take();
            Chunk passed = chunk.cut((int) Math.min(left, chunk.size()));
            tally.add(passed.size());
            if (passed.size() > 0) {
                out.put(passed);
            }
            if (tally.bytes() >= bytes) {
                out.end();
            }
        }
        if (in.atEnd()) {
            out.end();
        }
        return Stage.NEVER;
    }
}
