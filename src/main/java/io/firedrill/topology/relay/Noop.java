package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/** Passes everything as it comes; also what runs where a toxicity was thrown and missed. */
record Noop() implements Toxin {

    @Override
    public Map<String, Long> attributes() {
        return Map.of();
    }

    @Override
    public Stage stage(Tally tally, RandomGenerator random) {
        return Noop::pass;
    }

    /** Passes chunks and the end. */
    static long pass(Pipe in, Pipe out, long now) {
        while (!in.isEmpty() && out.hasRoom()) {
            out.put(in.take());
        }
        if (in.atEnd()) {
            out.end();
        }
        return Stage.NEVER;
    }
}
