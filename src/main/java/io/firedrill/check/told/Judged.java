package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What was found of notices that state one thing each; of equal ones the first that arrived. */
final class Judged {
    private final Complaints untrue = new Complaints();
    private final Complaints unknown = new Complaints();
    private final Complaints right = new Complaints();

    private Judged() {}

    /** Judges notices; those that a judge gives no ruling for do not count. */
    static Judged of(List<Arrived> notices, Function<Arrived, Optional<Ruling>> judge) {
        Judged judged = new Judged();
        Set<Object> known = new HashSet<>();
        for (Arrived notice : notices) {
            judge.apply(notice).ifPresent(ruling -> {
                if (known.add(List.of(notice.event().channel(), notice.event().facts()))) {
                    judged.add(notice, ruling);
                }
            });
        }
        return judged;
    }

    private void add(Arrived notice, Ruling ruling) {
        String text = notice.named() + (ruling.why().isEmpty() ? "" : ": " + ruling.why());
        of(ruling.truth()).add(notice.index(), text);
    }

    private Complaints of(Ruling.Truth truth) {
        return switch (truth) {
            case TRUE -> right;
            case UNTRUE -> untrue;
            case UNKNOWN -> unknown;
        };
    }

    /**
     * Rules over all of them.
     *
     * @param good what each of them did, where all is well
     * @param none why nothing was tried, where there was none
     */
    Verdict rule(Draft draft, Reason reason, String good, String none) {
        right.tell(draft, "true");
        unknown.tell(draft, "not known");
        untrue.tell(draft, "untrue");
        draft.measured(untrue.size(), untrue.size() + (double) unknown.size(), "untrue");
        if (!untrue.isEmpty()) {
            return draft.fail(reason, untrue.headline());
        }
        if (right.isEmpty() && unknown.isEmpty()) {
            return Unexercised.because(draft, none);
        }
        return unknown.isEmpty()
                ? draft.pass("every notice " + good + " " + Amount.of(right.size(), "notice"))
                : draft.inconclusive(Reason.NOT_MEASURED, unknown.headline());
    }
}
