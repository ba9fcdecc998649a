package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Passes bytes as they come, and the end only after a while.
 *
 * @param delay milliseconds
 */
record SlowClose(long delay) implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        return Map.of("delay", delay);
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Closing(Millis.toNanos(delay));
    }

    private static final class Closing implements Stage {
        private final long delayNanos;
        private boolean closing;
        private long due;

        Closing(long delayNanos) {
            this.delayNanos = delayNanos;
        }

        @Override
        public long flow(Pipe in, Pipe out, long now) {
            while (!in.isEmpty() && out.hasRoom()) {
                out.put(in.take());
            }
            if (!in.atEnd()) {
                return NEVER;
            }
            if (!closing) {
                closing = true;
                due = now + delayNanos;
            }
            if (due - now > 0) {
                return due - now;
            }
            out.end();
            return NEVER;
        }
    }
}
