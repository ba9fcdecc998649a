package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long something took that has a limit, once or several times: the longest time decides. Used
 * by one thread.
 */
final class Waits {
    private static final int SHOWN = 20;
    private static final String TIME = "{}";

    private final List<Wait> waits = new ArrayList<>();
    private final Scale scale;
    private final Duration limit;
    private final long most;

    /** Takes the limit, in the plan's time; none is zero. */
    Waits(Scale scale, Duration limit) {
        this.scale = scale;
        this.limit = limit;
        this.most = scale.inDrill(limit);
    }

    /**
     * One such time.
     *
     * @param sentence what is said of it, with {@code {}} where the time stands
     * @param took in the drill
     * @param came false where it had not come when the drill ended
     * @param events what it rests on, by index in the journal
     */
    record Wait(String sentence, Interval took, boolean came, List<Long> events) {}

    /** Adds one that came to its end. */
    void came(String sentence, Interval took, List<Long> events) {
        waits.add(new Wait(sentence, took, true, events));
    }

    /** Adds one that had not come when the drill ended, and has lasted so long by then. */
    void open(String sentence, Interval took, List<Long> events) {
        waits.add(new Wait(sentence, took, false, events));
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    /** Says whether one of them was surely too long. */
    boolean late() {
        return waits.stream().anyMatch(this::tooLong);
    }

    private boolean tooLong(Wait wait) {
        return wait.took().lo() > most;
    }

    /**
     * Rules over all of them; there must be one.
     *
     * @param good what is said where none took any time
     */
    Verdict rule(Draft draft, Reason reason, String good) {
        tell(draft);
        Wait longest = waits.stream()
                .max(Comparator.comparing(this::tooLong)
                        .thenComparing(wait ->
                                tooLong(wait) ? wait.took().lo() : wait.took().hi()))
                .orElseThrow();
        Interval took = longest.took();
        draft.measured(scale.seconds(took.lo()), scale.seconds(took.hi()), "s");
        String said = said(longest) + (limit.isZero() ? "" : ", limit " + Scale.limit(limit));
        if (tooLong(longest)) {
            return draft.fail(reason, said);
        }
        if (waits.stream().anyMatch(wait -> !wait.came())) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, said + ", and was not watched for longer");
        }
        if (took.hi() > most) {
            return draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
        }
        return draft.pass(took.hi() == 0 ? good : said);
    }

    private void tell(Draft draft) {
        for (int at = 0; at < waits.size(); at++) {
            draft.events(waits.get(at).events());
            if (at < SHOWN) {
                draft.detail("measured " + (at + 1), said(waits.get(at)));
            }
        }
    }

    private String said(Wait wait) {
        return wait.sentence().replace(TIME, scale.took(wait.took()));
    }
}
