package io.firedrill.evidence;

import io.firedrill.check.Interval;
import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "Next update by": what a notice promised, and what came. It says what happened and is no verdict;
 * how much later an update may come is for the plan's check to say.
 *
 * @param by until when, nanoseconds of the drill's clock
 * @param came when the next update for the same audience came, where one did
 */
record Promise(Notice notice, long by, Optional<Interval> came, Outcome outcome) {

    /** What became of a promise. */
    enum Outcome {
        /** The next update came by then. */
        IN_TIME,
        /** It came at about that time: nearer than it can be measured. */
        ABOUT_THEN,
        /** It came later. */
        LATE,
        /** None came. */
        NONE,
        /** None had come when the drill ended, before that time. */
        OPEN
    }

    /** Names an update as one audience gets it. */
    private record Voice(Notice.Key key, String audience) {}

    /** Gives the promises in some notices, which are in order; one for each update. */
    static List<Promise> in(List<Notice> notices, long end) {
        List<Notice> firsts = firsts(notices);
        List<Promise> promises = new ArrayList<>();
        for (int index = 0; index < firsts.size(); index++) {
            Notice notice = firsts.get(index);
            List<Notice> later = firsts.subList(index + 1, firsts.size());
            notice.promised().ifPresent(by -> promises.add(promise(notice, by, later, end)));
        }
        return promises;
    }

    private static List<Notice> firsts(List<Notice> notices) {
        Set<Voice> seen = new HashSet<>();
        return notices.stream()
                .filter(notice -> notice.ofIncident() && !notice.lost())
                .filter(notice -> !notice.says(Fact.STATE).isEmpty())
                .filter(notice -> seen.add(new Voice(notice.key(), notice.says(Fact.AUDIENCE))))
                .toList();
    }

    private static Promise promise(Notice notice, long by, List<Notice> later, long end) {
        Optional<Interval> came = later.stream()
                .filter(next -> next.says(Fact.INCIDENT).equals(notice.says(Fact.INCIDENT)))
                .filter(next -> next.says(Fact.AUDIENCE).equals(notice.says(Fact.AUDIENCE)))
                .filter(next -> !next.key().equals(notice.key()))
                .map(Notice::at)
                .findFirst();
        Outcome none = by > end ? Outcome.OPEN : Outcome.NONE;
        return new Promise(notice, by, came, came.map(at -> outcome(at, by)).orElse(none));
    }

    private static Outcome outcome(Interval came, long by) {
        if (came.hi() <= by) {
            return Outcome.IN_TIME;
        }
        return came.lo() > by ? Outcome.LATE : Outcome.ABOUT_THEN;
    }

    /** Says whether nothing had come by then, for certain. */
    boolean broken() {
        return outcome == Outcome.LATE || outcome == Outcome.NONE;
    }

    /** Says what came. */
    String said(Told told) {
        return switch (outcome) {
            case IN_TIME -> "came in time, at " + at(told);
            case ABOUT_THEN -> "came at about that time";
            case LATE -> "came late, at " + at(told);
            case NONE -> "none came";
            case OPEN -> "the drill ended before";
        };
    }

    private String at(Told told) {
        return came.map(told::since).map(told.time()::since).orElse("?");
    }
}
