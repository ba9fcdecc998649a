package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Plans.BEN_MAIL;
import static io.firedrill.check.told.Plans.BEN_SMS;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;

import io.firedrill.check.Reason;
import io.firedrill.journal.Event.Delivery;
import org.junit.jupiter.api.Test;

/** N21, N22, N31, N32 and N34: what came to whom. */
class DeliveredTests {

    /** Ada and Ben get updates 1 and 2 by mail. */
    private static Tale allIsWell(String... dead) {
        return tale(dead)
                .update(14, ADA_MAIL, 1)
                .update(14, BEN_MAIL, 1)
                .update(30, ADA_MAIL, 2)
                .update(31, BEN_MAIL, 2);
    }

    @Test
    void everyUpdateComesOnce() {
        passes(allIsWell().judge(new DeliveryCheck()), "every update came once: 4 notices on mail");
    }

    @Test
    void anUpdateThatOnlyOthersGotIsLost() {
        Tale tale = allIsWell().update(40, ADA_MAIL, 3);

        fails(
                tale.judge(new DeliveryCheck()),
                Reason.NOTICE_LOST,
                "Ben never got update 3 of INC-7 on mail");
    }

    @Test
    void aNumberThatNobodyGotIsLost() {
        Tale tale = allIsWell().update(40, ADA_MAIL, 4).update(40, BEN_MAIL, 4);

        fails(
                tale.judge(new DeliveryCheck()),
                Reason.NOTICE_LOST,
                "Ada never got update 3 of INC-7 on mail; and 1 more");
    }

    @Test
    void aNumberThatWasForOthersIsNotLost() {
        Tale tale = allIsWell()
                .update(40, "chat:#staff", 3)
                .update(45, ADA_MAIL, 4)
                .update(45, BEN_MAIL, 4);

        passes(tale.judge(new DeliveryCheck()), "every update came once: 6 notices on chat, mail");
    }

    @Test
    void anUpdateThatCameOnTheFallbackIsNotLost() {
        Tale tale = allIsWell().update(40, BEN_MAIL, 3).update(40, ADA_SMS, 3);

        passes(tale.judge(new DeliveryCheck()), "every update came once: 6 notices on mail, sms");
    }

    @Test
    void anUpdateOnAFallbackIsNotOwedToWhomItReachedByMail() {
        Tale tale =
                allIsWell().update(14, BEN_SMS, 1).update(15, ADA_SMS, 1).update(30, ADA_SMS, 2);

        passes(tale.judge(new DeliveryCheck()), "every update came once: 7 notices on mail, sms");
    }

    @Test
    void whatIsMissingAtTheVeryEndIsNotKnown() {
        Tale tale = allIsWell().update(99, ADA_MAIL, 3);

        isOpen(
                tale.judge(new DeliveryCheck()),
                Reason.NOT_MEASURED,
                "1 notice may have been under way when the drill ended");
    }

    @Test
    void anUpdateThatComesTwiceIsDoubled() {
        Tale tale = allIsWell().update(35, BEN_MAIL, 2);

        fails(
                tale.judge(new DeliveryCheck()),
                Reason.NOTICE_DOUBLED,
                "update 2 on mail to ben@home.example came once more");
    }

    @Test
    void aNoticeToAStrangerIsUnexpected() {
        Tale tale = allIsWell().update(35, "mail:mallory@evil.example", 2);

        fails(
                tale.judge(new DeliveryCheck()),
                Reason.NOTICE_UNEXPECTED,
                "update 2 on mail to mallory@evil.example, who is not on the contact list");
    }

    @Test
    void nothingIsLostWhereNothingWasSent() {
        isNotExercised(
                tale().judge(new DeliveryCheck()),
                "nobody on the contact list got a notice with a number, so none could be missed");
    }

    @Test
    void silenceOnAChannelThatWasNotProvenSaysNothing() {
        isOpen(
                allIsWell("mail").judge(new DeliveryCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel mail was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void everybodyGetsUpdatesInOrder() {
        passes(
                allIsWell().judge(new StaleCheck()),
                "no older update came after a newer one, for 2 recipients and pages that got two"
                        + " or more");
    }

    @Test
    void anOlderUpdateAfterANewerOneIsStale() {
        Tale tale = allIsWell().update(45, BEN_MAIL, 1);

        fails(
                tale.judge(new StaleCheck()),
                Reason.NOTICE_STALE,
                "update 1 on mail to ben@home.example came after update 2, which was there already"
                        + " (event #n)");
    }

    @Test
    void aPageThatShowsAnOlderUpdateAgainIsStale() {
        Tale tale = tale().page(20, "incident=INC-7", "update=1")
                .page(30, "incident=INC-7", "update=2")
                .page(40, "incident=INC-7", "update=1");

        fails(
                tale.judge(new StaleCheck()),
                Reason.NOTICE_STALE,
                "page page showed update 1 again after update 2");
    }

    @Test
    void oneUpdateAloneCanNotBeStale() {
        isNotExercised(
                tale().update(14, ADA_MAIL, 1).judge(new StaleCheck()),
                "nobody got two updates of one incident on one channel, so none could be older"
                        + " than the one before it");
    }

    /** Both journeys fail, and it is declared at 12 s. */
    private static Tale outage() {
        return tale().down("order", 10, 40).up("look-up");
    }

    private static final String DECLARED = "declared=" + at(11.999);

    @Test
    void whoIsAffectedIsReached() {
        Tale tale = outage().update(14, ADA_MAIL, 1, DECLARED).update(14, BEN_MAIL, 1, DECLARED);

        passes(
                tale.judge(new ReachCheck()),
                "2 of 2 affected people were reached within 10 min of the declaration, at least"
                        + " 95 % asked");
    }

    @Test
    void whatIsTakenAndNotDeliveredReachesNobody() {
        Tale tale = outage().update(14, ADA_SMS, 1, DECLARED)
                .reported(15, ADA_SMS, Delivery.DELIVERED)
                .update(14.5, BEN_SMS, 1, DECLARED)
                .reported(30, BEN_SMS, Delivery.UNDELIVERED);

        fails(
                tale.judge(new ReachCheck()),
                Reason.NOT_REACHED,
                "1 of 2 affected people were reached within 10 min of the declaration, at least"
                        + " 95 % asked");
    }

    @Test
    void nobodyHasToBeReachedWhereNothingFailed() {
        isNotExercised(
                tale().up("order").up("look-up").update(14, ADA_MAIL, 1).judge(new ReachCheck()),
                "no journey of anybody on the contact list is known to have failed");
    }

    @Test
    void whatIsUndeliveredComesOnTheNextChannel() {
        Tale tale = tale().update(14, ADA_SMS, 1)
                .reported(20, ADA_SMS, Delivery.UNDELIVERED)
                .update(22, ADA_MAIL, 1);

        passes(
                tale.judge(new LateFailureCheck()),
                "every notice that was reported undelivered came on another channel, at the"
                        + " latest after 119.9 s to 2 min (2.000 s (+-0.002) in the drill, 1 s stands"
                        + " for 60), limit 5 min (1 notice)");
    }

    @Test
    void whatIsUndeliveredAndThenForgottenFails() {
        Tale tale = tale().update(14, ADA_SMS, 1).reported(20, ADA_SMS, Delivery.UNDELIVERED);

        fails(
                tale.judge(new LateFailureCheck()),
                Reason.FAILURE_IGNORED,
                "update 1 on sms to +4470055501 was reported undelivered, and never came on"
                        + " another channel; limit 5 min");
    }

    @Test
    void whatIsAllDeliveredNeedsNoNextChannel() {
        isNotExercised(
                allIsWell().judge(new LateFailureCheck()),
                "no provider reported a notice undelivered to somebody who has another channel");
    }

    @Test
    void wishesAreHeeded() {
        passes(
                allIsWell().judge(new PreferenceCheck()),
                "everybody with a wish was told accordingly (2 people)");
    }

    @Test
    void anOptOutIsHeededUnlessSafetyNeedsIt() {
        Tale tale = allIsWell().update(35, BEN_SMS, 2);

        fails(
                tale.judge(new PreferenceCheck()),
                Reason.PREFERENCE_IGNORED,
                "Ben opted out of sms and got update 2 on sms to +4470055502");
        passes(
                tale.judge(new PreferenceCheck(), "safety", "yes"),
                "everybody with a wish was told accordingly (2 people)");
    }

    @Test
    void anotherLanguageOrChannelIgnoresAWish() {
        fails(
                allIsWell().update(35, ADA_MAIL, 3, "language=de").judge(new PreferenceCheck()),
                Reason.PREFERENCE_IGNORED,
                "Ada reads en and got update 3 on mail to ada@home.example in de");
        fails(
                tale().update(14, ADA_SMS, 1).judge(new PreferenceCheck()),
                Reason.PREFERENCE_IGNORED,
                "Ada prefers mail and was told on sms only");
    }

    @Test
    void noWishIsHeededWhereNobodyIsTold() {
        isNotExercised(
                tale().judge(new PreferenceCheck()),
                "nobody with a wish (channel, language, opt-out) was told anything");
    }
}
