package io.firedrill.topology.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delays each chunk by {@code latency +- jitter}, counted from when it was read. The order is kept,
 * so one late chunk holds up those behind it.
 *
 * @param latency milliseconds
 * @param jitter milliseconds
 */
record Latency(long latency, long jitter) implements Toxin {
    private static final int ROOM = 1024;

    @Override
    public Map<String, Long> attributes() {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put("latency", latency);
        map.put("jitter", jitter);
        return map;
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Delaying(this, random);
    }

    @Override
    public int room() {
        return ROOM;
    }

    private long delayNanos(RandomGenerator random) {
        long around = jitter > 0 ? random.nextLong(-jitter, jitter) : 0;
        return Millis.toNanos(latency + around);
    }

    private static final class Delaying implements Stage {
        private final Latency toxin;
        private final RandomGenerator random;
        private @Nullable Chunk held;
        private long due;

        Delaying(Latency toxin, RandomGenerator random) {
            this.toxin = toxin;
            this.random = random;
        }

        @Override
        public long flow(Pipe in, Pipe out, long now) {
            while (out.hasRoom()) {
                Chunk chunk = held;
                if (chunk == null) {
                    if (in.isEmpty()) {
                        return Noop.pass(in, out, now);
                    }
                    hold(in.take(), now);
                } else if (due - now > 0) {
                    return due - now;
                } else {
                    held = null;
                    out.put(chunk);
                }
            }
            return NEVER;
        }

        private void hold(Chunk chunk, long now) {
            long wait = toxin.delayNanos(random) - (now - chunk.stamp());
            held = chunk.stamped(chunk.stamp() + wait);
            due = now + wait;
        }

        @Override
        public boolean release(Pipe out) {
            if (held != null) {
                out.put(held);
                held = null;
            }
            return true;
        }
    }
}
