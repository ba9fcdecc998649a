package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<Object, Boolean> known = new LinkedHashMap<>();
        for (Arrived notice : notices) {
            judge.apply(notice).ifPresent(ruling -> {
                Object key = List.of(notice.event().channel(), notice.event().facts());
                if (known.putIfAbsent(key, true) == null) {
                    judged.add(notice, ruling);
                }
            });
        }
        return judged;
    }

    private void add(Arrived notice, Ruling ruling) {
        String text = notice.named() + (ruling.why().isEmpty() ? "" : ": " + ruling.why());
        (ruling.untrue() ? untrue : ruling.unknown() ? unknown : right)
                .add(notice.index(), text);
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
                ? draft.pass("each of " + right.size() + " notices " + good)
                : draft.inconclusive(Reason.NOT_MEASURED, unknown.headline());
    }
}
