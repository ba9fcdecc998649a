package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Plans.BEN_MAIL;
import static io.firedrill.check.told.Plans.EVE_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.nanos;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;

import io.firedrill.check.Reason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not pass, though at a glance nothing is wrong. */
class NotFooledTests {
    private static final String STAFF = "chat:#staff";
    private static final String PAGER = "pager:";

    private static Tale outage(String... dead) {
        return tale(dead).down("order", 10, 40).up("look-up");
    }

    private static Tale toldTwice(String... dead) {
        return outage(dead)
                .update(15, ADA_MAIL, 1, "state=investigating")
                .update(15, BEN_MAIL, 1, "state=investigating")
                .update(45, ADA_MAIL, 2, "state=resolved")
                .update(45, BEN_MAIL, 2, "state=resolved");
    }

    @Test
    void somebodyAnswersAnotherCallThanThis() {
        Tale tale = outage().notice(12, PAGER, "down", "action=trigger", "incident=INC-7")
                .notice(13, PAGER, "also down", "action=trigger", "incident=INC-8")
                .event(
                        14,
                        new Event.PersonActed(
                                "on-call",
                                "acknowledged",
                                "INC-8",
                                "",
                                true,
                                nanos(13),
                                nanos(14)));

        fails(
                tale.judge(new AcknowledgedCheck()),
                Reason.NOT_ACKNOWLEDGED,
                "nobody had acknowledged the alert 88 min (88.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after pager was called, and nobody else was called,"
                        + " limit 6 min");
    }

    @Test
    void anAnswerThatIsThereBeforeTheCallIsNone() {
        Tale tale = outage().event(
                        13,
                        new Event.NoticeReceived(
                                "pager",
                                "",
                                "slow",
                                null,
                                Map.of("action", "trigger", "incident", "INC-7"),
                                List.of(),
                                "down",
                                nanos(11),
                                nanos(13)))
                .event(
                        12.5,
                        new Event.NoticeReceived(
                                "pager",
                                "",
                                "quick",
                                null,
                                Map.of("action", "acknowledge", "incident", "INC-7"),
                                List.of(),
                                "",
                                nanos(12.4),
                                nanos(12.5)));

        fails(
                tale.judge(new AcknowledgedCheck()),
                Reason.NOT_ACKNOWLEDGED,
                "nobody had acknowledged the alert 87 min to 89 min (88.00 s (+-1.00) in the"
                        + " drill, 1 s stands for 60) after pager was called, and nobody else was"
                        + " called, limit 6 min");
    }

    @Test
    void twoChannelsContradictEachOtherBehindOneThatSaysNothingOfIt() {
        Tale tale = outage().update(15, ADA_SMS, 1, "state=investigating")
                .update(16, ADA_MAIL, 1, "state=investigating", "eta=" + at(30))
                .page(17, "incident=INC-7", "update=1", "state=investigating", "eta=" + at(60));

        fails(
                tale.judge(new ConsistentCheck()),
                Reason.CONTRADICTION,
                "update 1 on page says eta '" + at(60) + "', and on mail '" + at(30) + "'");
    }

    @Test
    void customersAreToldNothingWhileStaffAre() {
        Tale tale = outage().update(15, STAFF, 1, "state=investigating")
                .update(45, STAFF, 2, "state=resolved")
                .update(46, EVE_MAIL, 2, "state=resolved");

        fails(
                tale.judge(new CoveredCheck()),
                Reason.CHANNEL_LEFT_OUT,
                "customers never got update 1 of INC-7 on mail; and 1 more");
    }

    @Test
    void whoIsInsideHasHeardNothingYetWhereItIsNotOver() {
        Tale tale = outage().update(15, ADA_MAIL, 1, "state=investigating")
                .page(15.5, "incident=INC-7", "update=1", "state=investigating");

        isOpen(
                tale.judge(new CoveredCheck()),
                Reason.NOT_MEASURED,
                "2 notices may have been under way when the drill ended");
    }

    @Test
    void whereEveryChannelWasCutNoneWasCovered() {
        Tale tale = outage().cut("mail", 5, 90).update(15, ADA_SMS, 1, "state=investigating");

        isNotExercised(
                tale.judgeBy(Plans.withCustomersOnly(), new CoveredCheck()),
                "no audience must get a channel that was not under a fault");
    }

    @Test
    void aPageThatShowsPlannedWorkDoesNotShowTheOutage() {
        Tale tale = outage().page(5, "state=operational")
                .page(12, "state=in-progress", "incident=WORK-1")
                .page(70, "state=operational");

        fails(
                tale.judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page had shown nothing wrong 90 min (90.000 s (+-0.001) in the drill, 1 s stands"
                        + " for 60) after customers were hit, limit 5 min");
    }

    @Test
    void aPageThatFallsBetweenTwoLooksHasFallen() {
        Tale tale = tale().down("order", 10, 12)
                .up("look-up")
                .page(9, "state=operational")
                .event(
                        10.4,
                        new Event.PageRead(
                                "page",
                                false,
                                -1,
                                false,
                                Map.of(),
                                List.of(),
                                "refused",
                                nanos(9.9),
                                nanos(10.4)))
                .page(11.9, "state=operational");

        fails(
                tale.judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page page did not answer while customers were hit: refused");
    }

    @Test
    void aPageThatStatesNothingTellsNoTruth() {
        Tale tale = outage();
        for (double at = 1; at < Tale.END; at++) {
            tale.page(at);
        }

        isNotExercised(
                tale.judge(new PageTrueCheck()),
                "no page was looked at in an outage longer than 5 min");
    }

    @Test
    void aPageThatWasNotProvenIsNotTrueForWhatItShowedOnce() {
        Tale tale = outage("page")
                .page(2, "state=investigating")
                .page(41, "state=operational")
                .page(90, "state=operational");

        isOpen(
                tale.judge(new PageTrueCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel page was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void twoUpdatesThatComeAtTheSameTimeMayBeStale() {
        Tale tale = toldTwice()
                .event(
                        50,
                        new Event.NoticeReceived(
                                "mail",
                                "ada@home.example",
                                "late",
                                null,
                                Map.of("incident", "INC-7", "update", "1"),
                                List.of(),
                                "It fails.",
                                nanos(44),
                                nanos(50)));

        isOpen(
                tale.judge(new StaleCheck()),
                Reason.STRADDLES_LIMIT,
                "update 1 on mail to ada@home.example came while update 2 was coming (event #n): it"
                        + " is not known which was there first");
    }

    @Test
    void aMessageThatStatesNothingLeaksAsWell() {
        Tale tale = toldTwice().notice(20, ADA_MAIL, "Sorry, db1:5432 is down.");

        fails(
                tale.judge(new PlainLanguageCheck()),
                Reason.NOTICE_LEAKS,
                "a notice on mail to ada@home.example says 'db1:5432' (a host with its port is a"
                        + " door with its number); and 1 more");
    }

    @Test
    void aMessageThatStatesNothingMayAlarmAllTheSame() {
        Tale tale = tale().down("order", 10, 10.5)
                .up("look-up")
                .notice(10.4, PAGER, "down", "action=trigger", "incident=INC-7")
                .notice(11, ADA_MAIL, "We are in deep trouble!");

        isOpen(
                tale.judge(new ThresholdCheck()),
                Reason.NOT_MEASURED,
                "a notice on mail to ada@home.example states nothing that could be read, so it is"
                        + " not known whether it alarmed anybody");
    }

    @Test
    void aReviewThatIsOverIsNotScheduled() {
        Tale tale = toldTwice()
                .update(46, ADA_MAIL, 3, "state=resolved", "review=1970-01-01T00:00:20Z");

        fails(
                tale.judge(new ReviewCheck()),
                Reason.NO_REVIEW,
                "a review is named for 1970-01-01T00:00:20Z, which is before the incident was"
                        + " resolved");
    }

    @Test
    void whoIsSentSomethingElseIsNotReached() {
        Tale tale = outage().update(12, STAFF, 1, "state=investigating", "declared=" + at(11))
                .notice(13, ADA_MAIL, "Your order has come.")
                .notice(13, BEN_MAIL, "Your order has come.");

        fails(
                tale.judge(new ReachCheck()),
                Reason.NOT_REACHED,
                "0 of 2 affected people were reached within 10 min of the declaration, at least"
                        + " 95 % asked");
    }

    @Test
    void oneFailureIsNoRemedyForAnother() {
        Tale tale = outage().update(15, ADA_SMS, 1, "state=investigating")
                .reported(16, ADA_SMS, Delivery.UNDELIVERED)
                .update(15.5, ADA_MAIL, 1, "state=investigating")
                .reported(17, ADA_MAIL, Delivery.UNDELIVERED);

        fails(
                tale.judge(new LateFailureCheck()),
                Reason.FAILURE_IGNORED,
                "update 1 on sms to +4470055501 was reported undelivered, and never came on"
                        + " another channel; limit 5 min");
    }

    @Test
    void anOptOutIsNotHeededOnAChannelThatNobodyWatched() {
        isOpen(
                toldTwice("sms").judge(new PreferenceCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel sms was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void theNameOfAJourneyIsTheSameInCapitals() {
        Tale tale = outage().update(20, ADA_MAIL, 1, "state=identified", "affected=order");

        fails(
                tale.judge(new ClientDutyCheck(), "money", List.of("Order")),
                Reason.MEASURES_MISSING,
                "update 1 on mail to ada@home.example does not name the measures taken");
    }

    @Test
    void unresolvedIsNotResolved() {
        Tale tale = toldTwice().answered(50, 51, "It is unresolved.");

        fails(
                tale.judge(new SurgeCheck()),
                Reason.INQUIRY_UNANSWERED,
                "'is it down?' was answered with 'It is unresolved.', when the public state was"
                        + " resolved");
    }
}
