package io.firedrill.topology.relay;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Passes so many kilobytes a second. A chunk that would take longer than 100 ms goes in pieces of
 * 100 ms each. At 0 nothing passes.
 *
 * @param rate kilobytes (1,000 bytes) per second, which is bytes per millisecond
 */
record Bandwidth(long rate) implements Toxin {
    private static final long PIECE_MILLIS = 100;
    private static final long PIECE = TimeUnit.MILLISECONDS.toNanos(PIECE_MILLIS);
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public Map<String, Long> attributes() {
        return Map.of("rate", rate);
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Braking(Math.max(0, rate));
    }

    private static final class Braking implements Stage {
        private final long rate;
        private @Nullable Chunk held;
        private long begun;
        private long owed;

        Braking(long rate) {
            this.rate = rate;
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
                } else if (rate == 0) {
                    return NEVER;
                } else if (waitNanos(chunk, now) > 0) {
                    return waitNanos(chunk, now);
                } else {
                    pass(chunk, out, now);
                }
            }
            return NEVER;
        }

        private void hold(Chunk chunk, long now) {
            held = chunk;
            begun = now;
            owed += rate == 0 ? 0 : chunk.size() * NANOS_PER_MILLI / rate;
        }

        private long waitNanos(Chunk chunk, long now) {
            return begun + (isLong(chunk) ? PIECE : owed) - now;
        }

        private boolean isLong(Chunk chunk) {
            return chunk.size() / PIECE_MILLIS >= rate && chunk.size() > rate * PIECE_MILLIS;
        }

        /** What a timer was late by is taken off the next wait, up to one piece. */
        private void pass(Chunk chunk, Pipe out, long now) {
            if (isLong(chunk)) {
                out.put(chunk.cut((int) (rate * PIECE_MILLIS)));
                owed -= PIECE;
                begun = Math.max(begun + PIECE, now - PIECE);
            } else {
                owed = Math.max(owed - (now - begun), -PIECE);
                held = null;
                out.put(chunk);
            }
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
