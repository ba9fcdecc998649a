package io.firedrill.check.told;

import io.firedrill.check.Interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long people heard nothing between one notice and the next, and before and after them. */
final class Gaps {
    private Gaps() {}

    /**
     * One time without news.
     *
     * @param before the notice at its begin; empty for the declaration
     * @param length in the drill
     * @param open true where nothing came after it
     */
    record Gap(Optional<Arrived> before, Interval length, boolean open) {}

    /**
     * Gives the times without news from the declaration on.
     *
     * @param notices in the order of arrival
     * @param end until when there should have been news; empty where the last notice ended it
     */
    static List<Gap> of(Interval begin, List<Arrived> notices, Optional<Long> end) {
        List<Gap> gaps = new ArrayList<>();
        Interval last = begin;
        Optional<Arrived> before = Optional.empty();
        for (Arrived notice : notices) {
            gaps.add(new Gap(before, notice.arrived().since(last), false));
            before = Optional.of(notice);
            last = notice.arrived();
        }
        if (end.isPresent()) {
            gaps.add(new Gap(before, Interval.at(end.get()).since(last), true));
        }
        return List.copyOf(gaps);
    }
}
