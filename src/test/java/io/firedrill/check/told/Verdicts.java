package io.firedrill.check.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

/** Holds verdicts word for word, save for the numbers of the entries that they rest on. */
final class Verdicts {
    private Verdicts() {}

    static void passes(Verdict verdict, String headline) {
        assertThat(said(verdict)).isEqualTo("PASS " + headline);
        assertThat(verdict.reason()).isEmpty();
    }

    static void fails(Verdict verdict, Reason reason, String headline) {
        assertThat(said(verdict)).isEqualTo("FAIL " + headline);
        assertThat(verdict.reason()).contains(reason);
        assertThat(verdict.events()).isNotEmpty();
    }

    static void isNotExercised(Verdict verdict, String headline) {
        isOpen(verdict, Reason.NOT_EXERCISED, headline);
    }

    static void isOpen(Verdict verdict, Reason reason, String headline) {
        assertThat(said(verdict)).isEqualTo("INCONCLUSIVE " + headline);
        assertThat(verdict.reason()).contains(reason);
    }

    private static String said(Verdict verdict) {
        String sentence = verdict.headline()
                .replaceFirst("^" + verdict.id() + ": ", "")
                .replaceFirst(" \\(events? #[0-9> #-]+\\)$", "")
                .replaceAll("event #[0-9]+", "event #n");
        return verdict.status() + " " + sentence;
    }
}
