package io.firedrill.topology.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into small pieces, with a pause after each.
 *
 * @param averageSize bytes of a piece; below 1 nothing is cut
 * @param sizeVariation bytes that a piece may be longer or shorter
 * @param delay microseconds after each piece
 */
record Slicer(long averageSize, long sizeVariation, long delay) implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put("average_size", averageSize);
        map.put("size_variation", sizeVariation);
        map.put("delay", delay);
        return map;
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Slicing(this, random);
    }

    /** Halves again and again until a piece is small enough, so that sizes are spread evenly. */
    void cut(int length, RandomGenerator random, Deque<Integer> sizes) {
        if (averageSize < 1 || length < 2 || length - averageSize <= sizeVariation) {
            sizes.addLast(length);
            return;
        }
        long around = sizeVariation > 0 ? random.nextLong(-sizeVariation, sizeVariation) : 0;
        int middle = (int) Math.max(1, Math.min(length - 1L, length / 2 + around));
        cut(middle, random, sizes);
        cut(length - middle, random, sizes);
    }

    private static final class Slicing implements Stage {
        private final Slicer toxin;
        private final RandomGenerator random;
        private final Deque<Integer> sizes = new ArrayDeque<>();
        private @Nullable Chunk rest;
        private long due;

        Slicing(Slicer toxin, RandomGenerator random) {
            this.toxin = toxin;
            this.random = random;
        }

        @Override
        public long flow(Pipe in, Pipe out, long now) {
            while (out.hasRoom()) {
                if (rest != null && due - now > 0) {
                    return due - now;
                }
                if (rest == null || sizes.isEmpty()) {
                    rest = null;
                    if (in.isEmpty()) {
                        return Noop.pass(in, out, now);
                    }
                    begin(in.take(), now);
                }
                passNext(out, now);
            }
            return NEVER;
        }

        private void begin(Chunk chunk, long now) {
            rest = chunk;
            due = now;
            toxin.cut(chunk.size(), random, sizes);
        }

        private void passNext(Pipe out, long now) {
            Chunk chunk = rest;
            if (chunk != null) {
                out.put(chunk.cut(sizes.removeFirst()));
                due = now + TimeUnit.MICROSECONDS.toNanos(Math.max(0, toxin.delay));
            }
        }

        @Override
        public boolean release(Pipe out) {
            Chunk chunk = rest;
            if (chunk != null && chunk.size() > 0) {
                out.put(chunk);
            }
            rest = null;
            return true;
        }
    }
}
