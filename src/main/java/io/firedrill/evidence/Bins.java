package io.firedrill.evidence;

import java.util.Arrays;
import java.util.List;

/** Attempts counted in bins of equal length, by the time at which they were to set out. */
final class Bins {
    private final Axis axis;
    private final double length;
    private final int[] all;
    private final int[] served;
    private final double[][] seconds;

    Bins(Axis axis, List<Course.Attempt> attempts) {
        this.axis = axis;
        this.length = axis.bin();
        int count = (int) Math.ceil((axis.to() - axis.from()) / length);
        this.all = new int[count];
        this.served = new int[count];
        this.seconds = new double[count][];
        attempts.stream().filter(this::inside).forEach(this::count);
        attempts.stream().filter(this::inside).filter(Course.Attempt::ok).forEach(this::keep);
        Arrays.stream(seconds).filter(values -> values != null).forEach(Arrays::sort);
    }

    private boolean inside(Course.Attempt attempt) {
        return attempt.intended() >= axis.from() && attempt.intended() < axis.to();
    }

    private int bin(Course.Attempt attempt) {
        return Math.min(all.length - 1, (int) ((attempt.intended() - axis.from()) / length));
    }

    private void count(Course.Attempt attempt) {
        all[bin(attempt)]++;
        served[bin(attempt)] += attempt.ok() ? 1 : 0;
    }

    private void keep(Course.Attempt attempt) {
        int bin = bin(attempt);
        double[] there = seconds[bin] == null ? new double[0] : seconds[bin];
        double[] more = Arrays.copyOf(there, there.length + 1);
        more[there.length] = attempt.seconds();
        seconds[bin] = more;
    }

    int size() {
        return all.length;
    }

    /** Gives the begin of a bin. */
    double from(int bin) {
        return axis.from() + bin * length;
    }

    double to(int bin) {
        return Math.min(axis.to(), from(bin) + length);
    }

    /** Says whether anybody set out in a bin. */
    boolean any(int bin) {
        return all[bin] > 0;
    }

    /** Gives the share served of those that set out in a bin, from 0 to 1. */
    double share(int bin) {
        return all[bin] == 0 ? 0 : (double) served[bin] / all[bin];
    }

    /** Gives how many were served for each second of a bin. */
    double perSecond(int bin) {
        return served[bin] / (to(bin) - from(bin));
    }

    /** Says whether anybody was served in a bin. */
    boolean anyServed(int bin) {
        return served[bin] > 0;
    }

    /**
     * Gives a percentile of the latency of those served in a bin, in seconds from their intended
     * start.
     */
    double latency(int bin, double percentile) {
        double[] values = seconds[bin];
        int rank = (int) Math.ceil(percentile / 100 * values.length) - 1;
        return values[Math.max(0, rank)];
    }
}
