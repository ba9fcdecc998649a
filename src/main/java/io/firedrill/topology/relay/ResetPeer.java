package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Drops the first bytes and closes the connection after a while. A connection that was accepted
 * while such a toxic was there closes with a reset; one that is older closes with an end.
 *
 * @param timeout milliseconds
 */
record ResetPeer(long timeout) implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        return Map.of("timeout", timeout);
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return new Resetting(Millis.toNanos(timeout));
    }

    private static final class Resetting implements Stage {
        private final long timeoutNanos;
        private boolean bitten;
        private long due;

        Resetting(long timeoutNanos) {
            this.timeoutNanos = timeoutNanos;
        }

        @Override
        public long flow(Pipe in, Pipe out, long now) {
            if (!bitten && in.isEmpty() && !in.ended()) {
                return NEVER;
            }
            if (!bitten) {
                bite(in, now);
            }
            if (due - now > 0) {
                return due - now;
            }
            out.end();
            return NEVER;
        }

        private void bite(Pipe in, long now) {
            bitten = true;
            due = now + timeoutNanos;
            if (!in.isEmpty()) {
                in.take();
            }
        }

        /** What it has bitten has lost bytes: such a connection must not live on. */
        @Override
        public boolean release(Pipe out) {
            return !bitten;
        }
    }
}
