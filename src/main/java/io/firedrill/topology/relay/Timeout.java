package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Lets nothing through, and closes the connection after a while without a byte; at 0 it never does.
 * Taking the toxic off closes the connections that it was on.
 *
 * @param timeout milliseconds
 */
record Timeout(long timeout) implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        return Map.of("timeout", timeout);
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Swallowing(Millis.toNanos(timeout));
    }

    @Override
    public boolean closesWhenRemoved() {
        return true;
    }

    private static final class Swallowing implements Stage {
        private final long timeoutNanos;
        private boolean begun;
        private long quietSince;

        Swallowing(long timeoutNanos) {
            this.timeoutNanos = timeoutNanos;
        }

        @Override
        public long flow(Pipe in, Pipe out, long now) {
            if (!begun || !in.isEmpty()) {
                begun = true;
                quietSince = now;
            }
            while (!in.isEmpty()) {
                in.take();
            }
            long left = timeoutNanos > 0 ? quietSince + timeoutNanos - now : NEVER;
            if (in.atEnd() || left <= 0) {
                out.end();
                return NEVER;
            }
            return left;
        }
    }
}
