package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Three were served: sent at 1, 2 and 3 s and answered within 0.1 s; a fourth failed. */
class LightTests {
    private static final double BOUND = 0.05;

    @Test
    void sendOfTheLastOneServedByAnInstantBoundsAnImpact() {
        Light light = of(three());

        assertThat(light.sentAndServedBy(nanos(2.1), 1)).isEqualTo(at(2));
        assertThat(light.sentAndServedBy(nanos(2.1) - 1, 1)).isEqualTo(at(1));
        assertThat(light.sentAndServedBy(nanos(9), 3)).isEqualTo(at(1));
        assertThat(light.sentAndServedBy(nanos(9), 4)).isEmpty();
        assertThat(light.sentAndServedBy(nanos(1.1) - 1, 1)).isEmpty();
    }

    @Test
    void anEarlierSendThatWasAnsweredLaterDoesNotBoundIt() {
        Light light = of(three().attempt("transfer", 0.5, 2.5, AttemptReason.NONE));

        assertThat(light.sentAndServedBy(nanos(2.6), 1)).isEqualTo(at(2));
        assertThat(light.sentAndServedBy(nanos(1.2), 2)).isEmpty();
    }

    @Test
    void earliestAnswerWhoseWorkWasDoneFromAnInstantOnBoundsARecovery() {
        Light light = of(three());

        assertThat(light.servedFrom(nanos(2.05))).isEqualTo(at(2.1));
        assertThat(light.servedFrom(nanos(2.05) + 1)).isEqualTo(at(3.1));
        assertThat(light.servedFrom(nanos(3.05) + 1)).isEmpty();
        assertThat(light.servedFrom(0)).isEqualTo(at(1.1));
    }

    @Test
    void workIsDoneAtMostTheBoundBeforeItsAnswerAndNeverBeforeItsSend() {
        JournalDsl quickAndSlow = journal()
                .attempt("transfer", 1, 1.01, AttemptReason.NONE)
                .attempt("transfer", 2, 3, AttemptReason.NONE);

        assertThat(of(quickAndSlow).servedFrom(nanos(1))).isEqualTo(at(1.01));
        assertThat(of(quickAndSlow).servedFrom(nanos(1) + 1)).isEqualTo(at(3));
        assertThat(of(quickAndSlow).servedFrom(nanos(2.95))).isEqualTo(at(3));
        assertThat(of(quickAndSlow).servedFrom(nanos(2.95) + 1)).isEmpty();
    }

    @Test
    void overtakingAnswersAreTheEarlierLight() {
        JournalDsl overtaken = journal()
                .attempt("transfer", 1, 1.9, AttemptReason.NONE)
                .attempt("transfer", 1.2, 1.3, AttemptReason.NONE);
        Light light = new Light(Attempts.of(overtaken.build(), "transfer"), nanos(1));

        assertThat(light.servedFrom(nanos(0.9))).isEqualTo(at(1.3));
        assertThat(light.servedFrom(nanos(1.1))).isEqualTo(at(1.3));
    }

    @Test
    void namesTheAttemptThatWasServedOrTheLastThereIs() {
        Light light = of(three());

        assertThat(sent(light, 2.1, 1)).isEqualTo(nanos(2));
        assertThat(sent(light, 2.11, 1)).isEqualTo(nanos(3));
        assertThat(sent(light, 0, 1)).isEqualTo(nanos(1));
        assertThat(sent(light, 0, 2)).isEqualTo(nanos(2));
        assertThat(sent(light, 0, 9)).isEqualTo(nanos(3));
        assertThat(of(journal()).entryServed(0, 1)).isEmpty();
    }

    @Test
    void countsWhatWasServedAfterOneInstantAndUpToAnother() {
        Light light = of(three());

        assertThat(light.servedIn(nanos(1.1), nanos(3.1))).isEqualTo(2);
        assertThat(light.servedIn(nanos(1.1) - 1, nanos(3.1) - 1)).isEqualTo(2);
        assertThat(light.servedIn(nanos(3), nanos(1))).isZero();
    }

    @Test
    void darknessCouldHideFromOneSendToTheNextAnswer() {
        Light light = of(three().attempt("transfer", 7, 7.2, AttemptReason.NONE));

        assertThat(light.blindSince(0)).isEqualTo(nanos(7.2) - nanos(3));
        assertThat(light.blindSince(nanos(4))).isEqualTo(nanos(7.2) - nanos(4));
        assertThat(light.blindSince(nanos(7.2))).as("after the last one").isZero();
        assertThat(of(three()).blindSince(nanos(1.1))).isEqualTo(nanos(1.1));
        assertThat(of(journal()).blindSince(0)).isZero();
    }

    private static JournalDsl three() {
        return journal()
                .attempt("transfer", 1, 1.1, AttemptReason.NONE)
                .attempt("transfer", 2, 2.1, AttemptReason.NONE)
                .attempt("transfer", 3, 3.1, AttemptReason.NONE)
                .attempt("transfer", 4, 4.1, AttemptReason.RESET);
    }

    private static Light of(JournalDsl told) {
        return new Light(Attempts.of(told.build(), "transfer"), nanos(BOUND));
    }

    private static long sent(Light light, double from, int nth) {
        return Attempts.attempt(light.entryServed(nanos(from), nth).orElseThrow())
                .sent();
    }

    private static OptionalLong at(double seconds) {
        return OptionalLong.of(nanos(seconds));
    }
}
