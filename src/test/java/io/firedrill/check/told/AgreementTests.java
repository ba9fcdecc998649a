package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Plans.BEN_MAIL;
import static io.firedrill.check.told.Plans.EVE_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;

import io.firedrill.check.Reason;
import org.junit.jupiter.api.Test;

/** N10 to N15: channels and audiences beside each other. */
class AgreementTests {
    private static final String STAFF = "chat:#staff";

    private static Tale outage(String... dead) {
        return tale(dead).down("order", 10, 40).up("look-up");
    }

    /** Staff, customers and the page are told of two updates; executives of the second. */
    private static Tale everybody(String... dead) {
        Tale tale = outage(dead);
        update(tale, 15, 1, "investigating");
        update(tale, 45, 2, "resolved");
        return tale.update(46, EVE_MAIL, 2, "state=resolved");
    }

    private static void update(Tale tale, double at, int number, String state) {
        tale.update(at, STAFF, number, "state=" + state)
                .update(at + 0.1, ADA_MAIL, number, "state=" + state)
                .update(at + 0.1, BEN_MAIL, number, "state=" + state)
                .page(at + 0.2, "incident=INC-7", "update=" + number, "state=" + state);
    }

    @Test
    void statesComeInOrder() {
        passes(
                everybody().judge(new StateOrderCheck()),
                "no update went back to an earlier state (investigating, identified, monitoring,"
                        + " resolved)");
    }

    @Test
    void aStateGoesBack() {
        Tale tale = everybody().update(50, ADA_MAIL, 3, "state=monitoring");

        fails(
                tale.judge(new StateOrderCheck()),
                Reason.STATE_SKIPPED,
                "update 3 on mail to ada@home.example went back from 'resolved' to 'monitoring'"
                        + " without a word that it is reopened");
    }

    @Test
    void aStateThatGoesBackAndSaysSoIsReopened() {
        Tale tale = everybody()
                .update(50, ADA_MAIL, 3, "state=investigating", "impact=Re-opened: it is back.");

        passes(
                tale.judge(new StateOrderCheck()),
                "no update went back to an earlier state (investigating, identified, monitoring,"
                        + " resolved)");
    }

    @Test
    void oneStateHasNoOrderAndAnUnknownOneHasNoPlace() {
        isNotExercised(
                outage().update(15, ADA_MAIL, 1, "state=identified").judge(new StateOrderCheck()),
                "no incident was told of in two states");
        fails(
                outage().update(15, ADA_MAIL, 1, "state=panicking").judge(new StateOrderCheck()),
                Reason.STATE_SKIPPED,
                "update 1 on mail to ada@home.example states 'panicking', which the plan does not"
                        + " know");
    }

    @Test
    void channelsSayTheSame() {
        passes(
                everybody().judge(new ConsistentCheck()),
                "each of 2 updates said the same on chat, mail, page");
    }

    @Test
    void channelsContradictEachOther() {
        Tale tale = everybody().update(46, ADA_SMS, 2, "state=monitoring");

        fails(
                tale.judge(new ConsistentCheck()),
                Reason.CONTRADICTION,
                "update 2 on sms to +4470055501 says state 'monitoring', and on mail 'resolved'");
        fails(
                outage().update(15, ADA_MAIL, 1, "state=identified", "eta=" + at(50.5))
                        .page(16, "incident=INC-7", "update=1", "eta=" + at(3_650.5))
                        .judge(new ConsistentCheck()),
                Reason.CONTRADICTION,
                "update 1 on page says eta '1970-01-01T01:00:50.500Z', and on mail"
                        + " '1970-01-01T00:00:50.500Z'");
        fails(
                outage().update(15, ADA_MAIL, 1, "state=identified")
                        .page(16, "incident=INC-8", "update=1", "state=identified")
                        .judge(new ConsistentCheck()),
                Reason.CONTRADICTION,
                "page names the incident INC-8, and mail INC-7");
    }

    @Test
    void oneChannelAloneContradictsNothing() {
        isNotExercised(
                outage().update(15, ADA_MAIL, 1, "state=identified").judge(new ConsistentCheck()),
                "no update came on two channels");
        isOpen(
                everybody("page").judge(new ConsistentCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel page was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void channelsComeCloseTogether() {
        passes(
                outage().update(15, ADA_MAIL, 1, "state=identified")
                        .page(14.5)
                        .page(15.5, "incident=INC-7", "update=1", "state=identified")
                        .judge(new SkewCheck()),
                "update 1 came on page 0 s to 30.1 s (0.25 s (+-0.26) in the drill, 1 s stands for"
                        + " 60) after mail, limit 2 min");
    }

    @Test
    void oneChannelComesMuchLater() {
        fails(
                outage().update(15, ADA_MAIL, 1, "state=identified")
                        .page(19)
                        .page(20, "incident=INC-7", "update=1", "state=identified")
                        .judge(new SkewCheck()),
                Reason.CHANNELS_APART,
                "update 1 came on page 4 min to 5 min (4.50 s (+-0.51) in the drill, 1 s stands for"
                        + " 60) after mail, limit 2 min");
    }

    @Test
    void oneChannelAloneIsNotApart() {
        isNotExercised(
                outage().update(15, ADA_MAIL, 1, "state=identified").judge(new SkewCheck()),
                "no update came on two channels of one audience");
    }

    @Test
    void eachAudienceGetsItsChannels() {
        passes(
                everybody().judge(new CoveredCheck()),
                "each audience got every channel that it must get: customers on mail, customers on"
                        + " page, executives on mail, staff on chat");
    }

    @Test
    void anAudienceIsForgotten() {
        Tale tale = outage();
        update(tale, 15, 1, "investigating");
        update(tale, 45, 2, "resolved");

        fails(
                tale.judge(new CoveredCheck()),
                Reason.CHANNEL_LEFT_OUT,
                "executives got nothing on mail");
    }

    @Test
    void aChannelIsForgotten() {
        Tale tale = everybody().update(50, ADA_MAIL, 3, "state=resolved");

        fails(
                tale.judge(new CoveredCheck()),
                Reason.CHANNEL_LEFT_OUT,
                "customers never got update 3 of INC-7 on page");
    }

    @Test
    void aChannelThatWasCutIsLeftToTheFallback() {
        Tale tale = everybody().update(50, ADA_SMS, 3, "state=resolved").cut("mail", 49, 60);
        tale.page(50.2, "incident=INC-7", "update=3", "state=resolved");

        passes(
                tale.judge(new CoveredCheck()),
                "each audience got every channel that it must get: customers on page, executives on"
                        + " mail, staff on chat");
    }

    @Test
    void staffAreToldAfterCustomers() {
        Tale tale = outage().update(15, ADA_MAIL, 1, "state=investigating")
                .page(15.1, "incident=INC-7", "update=1", "state=investigating")
                .update(15.2, STAFF, 1, "state=investigating");

        fails(
                tale.judge(new CoveredCheck()),
                Reason.CHANNEL_LEFT_OUT,
                "staff were told 11.9 s to 12.1 s (0.200 s (+-0.002) in the drill, 1 s stands for"
                        + " 60) after customers");
    }

    @Test
    void whatWasNotDueOrNotProvenIsNotKnown() {
        Tale late = everybody().update(99, ADA_MAIL, 3, "state=resolved");
        Tale silent = everybody("page").update(50, ADA_MAIL, 3, "state=resolved");

        isOpen(
                late.judge(new CoveredCheck()),
                Reason.NOT_MEASURED,
                "1 notices may have been under way when the drill ended");
        isOpen(
                silent.judge(new CoveredCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel page was not seen alive before anything was broken, so silence there says"
                        + " nothing");
        isNotExercised(outage().judge(new CoveredCheck()), "nobody was told anything");
    }

    @Test
    void thoseAreToldWhomItTouches() {
        passes(
                everybody().judgeBy(Plans.withReaders(), new AudienceCheck()),
                "2 people whom it touches were told, and none of 1 others was alarmed");
    }

    @Test
    void somebodyIsAlarmedOrLeftOut() {
        Tale alarmed = everybody().update(20, "mail:cyd@home.example", 1, "state=investigating");
        Tale segment = everybody().update(20, ADA_MAIL, 1, "state=identified", "segment=firms");
        Tale leftOut = outage().update(15, ADA_MAIL, 1, "state=investigating");

        fails(
                alarmed.judgeBy(Plans.withReaders(), new AudienceCheck()),
                Reason.WRONG_AUDIENCE,
                "Cyd, whom it does not touch, got update 1 on mail to cyd@home.example");
        fails(
                segment.judge(new AudienceCheck()),
                Reason.WRONG_AUDIENCE,
                "Ada got update 1 on mail to ada@home.example, which is for firms");
        fails(
                leftOut.judge(new AudienceCheck()),
                Reason.WRONG_AUDIENCE,
                "Ben, whom it touches, was never told");
    }

    @Test
    void nobodyIsAlarmedWhereNobodyIsTold() {
        isNotExercised(
                outage().judge(new AudienceCheck()),
                "no customer was hit and told, so nobody could be left out or alarmed");
        isOpen(
                everybody("sms").judge(new AudienceCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel sms was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    private static Tale mailCut(String... dead) {
        return outage(dead).cut("mail", 14, 60).update(15, STAFF, 1, "state=investigating");
    }

    @Test
    void theFallbackBringsTheUpdate() {
        passes(
                mailCut().update(16, ADA_SMS, 1, "state=investigating").judge(new FallbackCheck()),
                "update 1 came on sms instead of mail 59.9 s to 60.1 s (1.000 s (+-0.002) in the"
                        + " drill, 1 s stands for 60) after it was first told, limit 2 min");
    }

    @Test
    void theFallbackBringsItTooLateOrNever() {
        fails(
                mailCut().update(25, ADA_SMS, 1, "state=investigating").judge(new FallbackCheck()),
                Reason.NO_FALLBACK,
                "update 1 came on sms instead of mail 10 min (10.000 s (+-0.002) in the drill, 1 s"
                        + " stands for 60) after it was first told, limit 2 min");
        fails(
                mailCut().judge(new FallbackCheck()),
                Reason.NO_FALLBACK,
                "update 1 had not come on sms instead of mail 85 min (85.000 s (+-0.001) in the"
                        + " drill, 1 s stands for 60) after it was first told, limit 2 min");
    }

    @Test
    void withoutAFaultOnAChannelNoFallbackIsNeeded() {
        isNotExercised(
                everybody().judge(new FallbackCheck()),
                "no channel that has a fallback was under a fault while an update was due on it");
        isOpen(
                mailCut("sms").judge(new FallbackCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel sms was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void whomNothingHappenedToIsOwedNothing() {
        String all =
                "each audience got every channel that it must get: customers on mail, customers"
                        + " on page, executives on mail, staff on chat";

        passes(everybody().judgeBy(Plans.withReaders(), new CoveredCheck()), all);
    }

    @Test
    void whomABlipTouchedIsNeitherLeftOutNorAlarmed() {
        Tale blip = tale().down("order", 10, 40).down("look-up", 12, 12.3);
        update(blip, 15, 1, "investigating");
        String good = "2 people whom it touches were told, and none of 0 others was alarmed";

        passes(blip.judgeBy(Plans.withReaders(), new AudienceCheck()), good);
        passes(
                blip.update(20, "mail:cyd@home.example", 1, "state=investigating")
                        .judgeBy(Plans.withReaders(), new AudienceCheck()),
                good);
    }

    @Test
    void whatOnlyExecutivesAreToldNeedsNoFallback() {
        Tale tale = mailCut()
                .update(16, ADA_SMS, 1, "state=investigating")
                .update(20, EVE_MAIL, 2, "state=identified");

        passes(
                tale.judge(new FallbackCheck()),
                "update 1 came on sms instead of mail 59.9 s to 60.1 s (1.000 s (+-0.002) in the"
                        + " drill, 1 s stands for 60) after it was first told, limit 2 min");
    }

    @Test
    void aPageThatCouldNotBeReadIsNotApart() {
        isNotExercised(
                outage().update(15, ADA_MAIL, 1, "state=identified")
                        .page(9)
                        .page(14, -1, false)
                        .page(30, "incident=INC-7", "update=1", "state=identified")
                        .judge(new SkewCheck()),
                "no update came on two channels of one audience");
    }
}
