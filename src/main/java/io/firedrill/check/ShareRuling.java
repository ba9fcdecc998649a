package io.firedrill.check;

/** Compares a share with what was asked for. */
final class ShareRuling {
    private final Draft draft;
    private final String journey;
    private final double atLeast;
    private final Reason tooFew;

    ShareRuling(Draft draft, String journey, double atLeast, Reason tooFew) {
        this.draft = draft;
        this.journey = journey;
        this.atLeast = atLeast;
        this.tooFew = tooFew;
    }

    /** Rules over a share of attempts {@code when}, for instance "in 10 s from the first fault". */
    Verdict rule(Share share, String when) {
        if (share.served() + share.missed() == 0) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no attempt of " + journey + " is known " + when);
        }
        draft.measured(100 * share.low(), 100 * share.high(), "%")
                .detail("served", String.valueOf(share.served()))
                .detail("missed", String.valueOf(share.missed()))
                .detail("not known", String.valueOf(share.unknown()))
                .detail("not watched", String.valueOf(share.unobserved()));
        String said = text(share) + " of the attempts of " + journey + " were served " + when
                + ", at least " + Figures.share(atLeast) + " asked";
        if (share.low() >= atLeast) {
            return draft.pass(said);
        }
        if (share.high() < atLeast) {
            return draft.fail(tooFew, said);
        }
        return unclear(share, said);
    }

    private Verdict unclear(Share share, String said) {
        boolean ours =
                (double) (share.total() - share.missed() - share.unobserved()) / share.total()
                        < atLeast;
        return ours
                ? draft.inconclusive(
                        Reason.NOT_MEASURED, said + "; " + share.unobserved() + " were not watched")
                : draft.inconclusive(
                        Reason.HARNESS_OVERLOADED,
                        said + "; " + share.unknown()
                                + " were dropped or may have failed by our own overload");
    }

    private static String text(Share share) {
        String low = Figures.share(share.low());
        String high = Figures.share(share.high());
        return low.equals(high) ? low : low + " to " + high;
    }
}
