package io.firedrill.check;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;

import java.util.Random;

/**
 * A service that goes dark and returns at times it knows itself, seen through an open-loop plan:
 * the journal that a drill of it would leave. Seeded, so each run can be repeated.
 */
final class SimulatedOutage {
    private static final double FAULT = 6;
    private static final double DEADLINE = 1;

    private final Random random;
    private final Kind kind;
    private final double spacing;
    private final JournalDsl journal = JournalDsl.journal().healthy();
    private final double dark;
    private final double light;
    private double freeAt;

    /** The ways to be dark. */
    enum Kind {
        REFUSED,
        RESET,
        STATUS,
        SLOW_STATUS,
        BLACKHOLE,
        FROZEN,
        HALF
    }

    SimulatedOutage(Kind kind, long seed, double perSecond) {
        this.random = new Random(seed);
        this.kind = kind;
        this.spacing = 1 / perSecond;
        this.dark = FAULT + random.nextDouble() * 0.3;
        this.light = dark + 1.5 + random.nextDouble();
        this.freeAt = light;
    }

    double dark() {
        return dark;
    }

    double light() {
        return light;
    }

    /** Runs it from 0 s until the recovery has held, and gives the journal. */
    Journal run() {
        for (double planned = 0; planned < light + 7; planned += spacing) {
            double sent = planned + random.nextDouble() * 0.001;
            set(sent);
        }
        return journal.fault("lost host").on(FAULT, light + 8).build();
    }

    private void set(double sent) {
        double service = 0.001 + random.nextDouble() * 0.004;
        double rare = random.nextInt(500) == 0 ? random.nextDouble() * 0.01 : 0;
        double arrives = sent + service / 2;
        boolean hit = arrives >= dark && arrives < light;
        boolean halfMissed = kind == Kind.HALF && random.nextBoolean();
        if (!hit || halfMissed) {
            double end = backlogged(arrives) + service / 2 + rare;
            journal.attempt("transfer", sent, end, AttemptReason.NONE);
        } else {
            miss(sent, arrives, service);
        }
    }

    private double backlogged(double arrives) {
        if (kind != Kind.FROZEN || arrives < light) {
            return arrives;
        }
        return Math.max(arrives, freeAt);
    }

    private void miss(double sent, double arrives, double service) {
        switch (kind) {
            case REFUSED ->
                journal.attempt("transfer", sent, arrives + service / 2, AttemptReason.REFUSED);
            case RESET ->
                journal.attempt("transfer", sent, arrives + service / 2, AttemptReason.RESET);
            case STATUS, HALF ->
                journal.attempt("transfer", sent, arrives + service / 2, AttemptReason.STATUS);
            case SLOW_STATUS ->
                journal.attempt("transfer", sent, arrives + 0.3 + service, AttemptReason.STATUS);
            case BLACKHOLE ->
                journal.attempt("transfer", sent, sent + DEADLINE, AttemptReason.TIMEOUT);
            case FROZEN -> frozen(sent);
        }
    }

    /**
     * Those whose deadline passes first give up; the others are answered one by one after the thaw.
     */
    private void frozen(double sent) {
        double work = 0.0005 + random.nextDouble() * 0.001;
        double answered = freeAt + work;
        if (answered - sent > DEADLINE) {
            journal.attempt("transfer", sent, sent + DEADLINE, AttemptReason.TIMEOUT);
        } else {
            freeAt = answered;
            journal.attempt("transfer", sent, answered, AttemptReason.NONE);
        }
    }
}
