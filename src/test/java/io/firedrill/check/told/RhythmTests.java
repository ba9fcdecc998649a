package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.EVE_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** N25 and N27 to N30: who hears when, who asks, and whom nobody should alarm. */
class RhythmTests {
    private static final String DECLARED = "declared=" + at(11.999);

    @Test
    void executivesHearEveryHour() {
        Tale tale = tale().update(20, EVE_MAIL, 1, DECLARED)
                .update(70, EVE_MAIL, 2)
                .update(90, EVE_MAIL, 3, "state=resolved");

        passes(tale.judge(new ExecutivesCheck()), "executives heard in time");
    }

    @Test
    void executivesWhoHearNothingForLongerFail() {
        Tale tale = tale().update(14, ADA_MAIL, 1, DECLARED);

        Verdict verdict = tale.judge(new ExecutivesCheck());

        assertThat(verdict.reason()).contains(Reason.NOT_INFORMED);
        assertThat(verdict.headline())
                .isEqualTo("n25-executives: executives heard nothing for 88 min (88.001 s"
                        + " (+-0.001) in the drill, 1 s stands for 60), limit 60 min");
    }

    @Test
    void executivesAreOwedNothingInAShortIncident() {
        isNotExercised(
                tale().update(90, ADA_MAIL, 1, "declared=" + at(89.999))
                        .judge(new ExecutivesCheck()),
                "the incident was not open for long enough to owe everybody a notice");
        isNotExercised(tale().judge(new ExecutivesCheck()), "no incident was declared");
    }

    private static Tale known() {
        return tale().update(14, ADA_MAIL, 1, "state=investigating")
                .update(50, ADA_MAIL, 2, "state=resolved");
    }

    @Test
    void whoAsksIsToldThePublicState() {
        passes(
                known().answered(20, 21, "We are Investigating it").judge(new SurgeCheck()),
                "everybody who asked was answered in time, with the public state (1 answer)");
        passes(
                known().answered(49, 51, "It is resolved").judge(new SurgeCheck()),
                "everybody who asked was answered in time, with the public state (1 answer)");
    }

    @Test
    void whoAsksAndWaitsOrIsToldSomethingElseFails() {
        fails(
                known().answered(20, 30, "We are investigating it").judge(new SurgeCheck()),
                Reason.INQUIRY_UNANSWERED,
                "'is it down?' was answered after 10 min (10.000 s (+-0.000) in the drill, 1 s"
                        + " stands for 60), limit 5 min");
        fails(
                known().answered(20, 21, "All is fine").judge(new SurgeCheck()),
                Reason.INQUIRY_UNANSWERED,
                "'is it down?' was answered with 'All is fine', when the public state was"
                        + " investigating");
    }

    @Test
    void nobodyAsks() {
        isNotExercised(
                known().judge(new SurgeCheck()),
                "nobody asked and was answered after the public was first told");
    }

    private static Tale blip() {
        return tale().down("order", 10, 10.5)
                .up("look-up")
                .notice(11, "pager:ops", "order fails", "action=trigger");
    }

    @Test
    void aBlipAlarmsNobodyButThePager() {
        passes(
                blip().judge(new ThresholdCheck()),
                "an outage of 23.9 s to 30.3 s (0.45 s (+-0.06) in the drill, 1 s stands for 60)"
                        + " alarmed nobody outside of the company, and the pager was called");
    }

    @Test
    void aNoticeOrAPageThatTellsOfABlipIsAFalseAlarm() {
        fails(
                blip().update(14, ADA_MAIL, 1, "state=investigating").judge(new ThresholdCheck()),
                Reason.FALSE_ALARM,
                "an outage of 23.9 s to 30.3 s (0.45 s (+-0.06) in the drill, 1 s stands for 60)"
                        + " alarmed the public: update 1 on mail to ada@home.example said 'investigating'");
        fails(
                blip().page(14, "state=identified").judge(new ThresholdCheck()),
                Reason.FALSE_ALARM,
                "an outage of 23.9 s to 30.3 s (0.45 s (+-0.06) in the drill, 1 s stands for 60)"
                        + " alarmed the public: page page showed 'identified'");
    }

    @Test
    void aBlipThatWasNotWatchedForLongEnoughIsNotKnownToAlarmNobody() {
        isOpen(
                blip().judge(new ThresholdCheck(), "watched", Duration.ofHours(2)),
                Reason.NOT_MEASURED,
                "an outage of 23.9 s to 30.3 s (0.45 s (+-0.06) in the drill, 1 s stands for 60)"
                        + " alarmed nobody, and was not watched for 120 min after its end");
    }

    @Test
    void whereThePagerWasNotCalledOrTheOutageWasLongThereIsNothingToHoldBack() {
        isNotExercised(
                tale().down("order", 10, 10.5).up("look-up").judge(new ThresholdCheck()),
                "the pager was not called either, so nobody had to hold back");
        assertThat(tale().down("order", 10, 40)
                        .up("look-up")
                        .judge(new ThresholdCheck())
                        .reason())
                .contains(Reason.NOT_EXERCISED);
    }

    @Test
    void aChannelThatWasNotProvenMayHaveAlarmedSomebody() {
        Tale tale = tale("sms")
                .down("order", 10, 10.5)
                .up("look-up")
                .notice(11, "pager:ops", "order fails", "action=trigger");

        isOpen(
                tale.judge(new ThresholdCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel sms was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    private static final Object[] LONG = {
        "after", Duration.ofMinutes(30), "cadence", Duration.ofMinutes(10)
    };

    @Test
    void aSlowerCadenceIsAnnounced() {
        Tale tale = tale().update(14, ADA_MAIL, 1, DECLARED)
                .update(23, ADA_MAIL, 2)
                .update(32, ADA_MAIL, 3)
                .update(41, ADA_MAIL, 4, "next-update=" + at(66))
                .update(65, ADA_MAIL, 5, "state=resolved");

        passes(
                tale.judge(new LongIncidentCheck(), LONG),
                "news came at least every 10 min, or were announced for later");
    }

    @Test
    void aSlowerCadenceThatNobodyAnnouncedFails() {
        Tale tale = tale().update(14, ADA_MAIL, 1, DECLARED)
                .update(41, ADA_MAIL, 2, "next-update=" + at(50))
                .update(65, ADA_MAIL, 3, "state=resolved");

        fails(
                tale.judge(new LongIncidentCheck(), LONG),
                Reason.CADENCE_UNANNOUNCED,
                "the public heard nothing for 24 min (24.000 s (+-0.002) in the drill, 1 s stands"
                        + " for 60) in a long incident, which nobody had announced; usual is every"
                        + " 10 min");
    }

    @Test
    void aShortIncidentHasNoSlowerCadence() {
        isNotExercised(
                tale().update(14, ADA_MAIL, 1, DECLARED, "state=resolved")
                        .judge(new LongIncidentCheck()),
                "no incident was open for longer than 150 min");
    }

    @Test
    void aReviewIsScheduledInTime() {
        passes(
                tale().update(50, ADA_MAIL, 2, "state=resolved")
                        .update(60, EVE_MAIL, 3, "review=1970-01-08T23:00:00Z")
                        .judge(new ReviewCheck()),
                "a review is scheduled for 1970-01-08T23:00:00Z, latest before"
                        + " 1970-01-09T00:00:00Z");
    }

    @Test
    void aReviewThatIsTooLateOrMissingFails() {
        fails(
                tale().update(50, ADA_MAIL, 2, "state=resolved", "review=1970-01-09T00:00:00Z")
                        .judge(new ReviewCheck()),
                Reason.NO_REVIEW,
                "a review is scheduled for 1970-01-09T00:00:00Z, latest before"
                        + " 1970-01-09T00:00:00Z");
        fails(
                tale().update(50, ADA_MAIL, 2, "state=resolved").judge(new ReviewCheck()),
                Reason.NO_REVIEW,
                "nobody was told of a review after the incident was resolved");
    }

    @Test
    void noReviewIsDueBeforeTheEnd() {
        isNotExercised(
                tale().page(14, "state=identified").judge(new ReviewCheck()),
                "nobody was told that the incident is resolved, so none is due");
        assertThat(tale().page(14, "state=identified")
                        .page(20, "state=identified")
                        .page(30, "state=resolved")
                        .judge(new ReviewCheck())
                        .details())
                .containsEntry("page page", "identified from 14.001 s, resolved from 30.001 s");
    }

    @Test
    void workingDaysLeaveOutTheWeekend() {
        Instant friday = Instant.parse("2026-11-20T15:00:00Z");

        assertThat(WorkingDays.end(friday, 5)).isEqualTo("2026-11-28T00:00:00Z");
        assertThat(WorkingDays.end(friday, 1)).isEqualTo("2026-11-24T00:00:00Z");
    }
}
