package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;

import io.firedrill.check.Reason;
import io.firedrill.journal.Event;
import org.junit.jupiter.api.Test;

/** N01 to N04: how the telling begins. */
class FirstToldTests {
    private static final String STAFF = "chat:#staff";
    private static final String DECLARED = "declared=" + at(12.5);
    private static final String[] FIRST = {
        "state=investigating", "affected=order", "next-update=" + at(30.5), DECLARED
    };

    private static Tale outage(String... dead) {
        return tale(dead).down("order", 10, 40).up("look-up");
    }

    @Test
    void customersAreToldInTime() {
        passes(
                outage().update(14, ADA_MAIL, 1, FIRST).judge(new FirstNoticeCheck()),
                "customers were told 89.9 s to 90.1 s (1.499 s (+-0.002) in the drill, 1 s stands"
                        + " for 60) after the incident was declared, limit 5 min");
    }

    @Test
    void customersAreToldTooLate() {
        fails(
                outage().update(20, ADA_MAIL, 1, FIRST).judge(new FirstNoticeCheck()),
                Reason.NOTICE_LATE,
                "customers were told 7.5 min (7.500 s (+-0.002) in the drill, 1 s stands for 60)"
                        + " after the incident was declared, limit 5 min");
    }

    @Test
    void nobodyEverTellsCustomers() {
        fails(
                outage().update(13, STAFF, 1, FIRST).judge(new FirstNoticeCheck()),
                Reason.NOTICE_LATE,
                "customers had been told nothing 87.5 min (87.500 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after the incident was declared, limit 5 min");
    }

    @Test
    void withoutADeclarationTheTimeRunsFromTheImpact() {
        fails(
                outage().judge(new FirstNoticeCheck()),
                Reason.NOTICE_LATE,
                "customers had been told nothing 90 min (90.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after they were hit, and nobody declared an incident,"
                        + " limit 5 min");
    }

    @Test
    void aPagerThatIsCalledDeclaresTheIncident() {
        Tale tale = outage().notice(11, "pager:", "front is down", "action=trigger")
                .update(14, ADA_MAIL, 1, "state=investigating");

        passes(
                tale.judge(new FirstNoticeCheck()),
                "customers were told 3 min (3.000 s (+-0.002) in the drill, 1 s stands for 60)"
                        + " after the incident was declared, limit 5 min");
    }

    @Test
    void aTestMessageIsNoNotice() {
        fails(
                outage().notice(11, ADA_MAIL, "Test", "test=yes", "state=investigating")
                        .judge(new FirstNoticeCheck()),
                Reason.NOTICE_LATE,
                "customers had been told nothing 90 min (90.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after they were hit, and nobody declared an incident,"
                        + " limit 5 min");
    }

    @Test
    void whatIsTakenAndNotDeliveredTellsNobody() {
        Tale tale = outage().update(13, ADA_SMS, 1, FIRST)
                .reported(30, ADA_SMS, Event.Delivery.DELIVERED);

        fails(
                tale.judge(new FirstNoticeCheck()),
                Reason.NOTICE_LATE,
                "customers were told 17.5 min (17.500 s (+-0.002) in the drill, 1 s stands for 60)"
                        + " after the incident was declared, limit 5 min");
    }

    @Test
    void aNoticeAtTheLimitIsNotKnownToBeInTime() {
        isOpen(
                outage().update(17.5, ADA_MAIL, 1, FIRST).judge(new FirstNoticeCheck()),
                Reason.STRADDLES_LIMIT,
                "customers were told 5 min (5.000 s (+-0.002) in the drill, 1 s stands for 60)"
                        + " after the incident was declared, limit 5 min lies inside the error");
    }

    @Test
    void silenceOnChannelsThatWereNotProvenSaysNothing() {
        isOpen(
                outage("mail", "page", "sms").judge(new FirstNoticeCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channels mail, page, sms were not seen alive before anything was broken, so"
                        + " silence there says nothing");
    }

    @Test
    void nobodyHasToBeToldWhereNothingHappened() {
        isNotExercised(
                tale().up("order").up("look-up").judge(new FirstNoticeCheck()),
                "no incident was declared and no customer was hit, so nobody had to be told");
    }

    @Test
    void theCallIsAnsweredInTime() {
        Tale tale = outage().notice(11, "pager:", "front is down", "action=trigger")
                .acted(13, "on-call", "acknowledged");

        passes(
                tale.judge(new AcknowledgedCheck()),
                "the alert was acknowledged 119.9 s to 2 min (2.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after pager was called, limit 5 min");
    }

    @Test
    void theCallIsEscalatedInTimeAndAnsweredThen() {
        Tale tale = outage().notice(11, "pager:ada", "front is down", "action=trigger")
                .notice(16.5, "pager:ben", "front is down", "action=trigger")
                .notice(18, "pager:ben", "seen", "action=acknowledge");

        passes(
                tale.judge(new AcknowledgedCheck()),
                "the alert was acknowledged 89.9 s to 90.1 s (1.500 s (+-0.002) in the drill, 1 s"
                        + " stands for 60) after ben was called, limit 5 min");
    }

    @Test
    void nobodyAnswersTheCallAndNobodyElseIsCalled() {
        Tale tale = outage().notice(11, "pager:", "front is down", "action=trigger");

        fails(
                tale.judge(new AcknowledgedCheck()),
                Reason.NOT_ACKNOWLEDGED,
                "nobody had acknowledged the alert 89 min (89.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after pager was called, and nobody else"
                        + " was called, limit 6 min");
    }

    @Test
    void theNextPersonIsCalledTooLate() {
        Tale tale = outage().notice(11, "pager:ada", "front is down", "action=trigger")
                .acted(21, "deputy", "escalated")
                .acted(22, "deputy", "acknowledged");

        fails(
                tale.judge(new AcknowledgedCheck()),
                Reason.NOT_ACKNOWLEDGED,
                "deputy (a stand-in) was called 10 min (10.000 s (+-0.001) in the drill, 1 s stands"
                        + " for 60) after ada did not answer, limit 6 min");
    }

    @Test
    void nothingIsAcknowledgedWhereNobodyWasCalled() {
        isNotExercised(
                outage().judge(new AcknowledgedCheck()),
                "no pager was called, so there was nothing to acknowledge");
    }

    @Test
    void theFirstNoticeSaysTheLeast() {
        Tale tale = outage().update(14, ADA_MAIL, 1, FIRST).page(14.5, FIRST);

        passes(
                tale.judge(new MinimumCheck()),
                "the first notice says its state, whom it touches and when the next update comes,"
                        + " on mail, page");
    }

    @Test
    void aFirstNoticeThatSaysTooLittleOrTooMuchIsIncomplete() {
        fails(
                outage().update(14, ADA_MAIL, 1, "state=investigating", "cause=the database")
                        .judge(new MinimumCheck()),
                Reason.NOTICE_INCOMPLETE,
                "update 1 on mail to ada@home.example does not say whom it touches, does not say"
                        + " when the next update comes, guesses a cause while it is being"
                        + " investigated");
        fails(
                outage().update(
                                14,
                                ADA_MAIL,
                                1,
                                "state=monitoring",
                                "impact=No orders.",
                                "next-update=" + at(30.5))
                        .judge(new MinimumCheck()),
                Reason.NOTICE_INCOMPLETE,
                "update 1 on mail to ada@home.example begins with 'monitoring'");
    }

    @Test
    void withoutANoticeThereIsNothingToJudge() {
        isNotExercised(
                outage().judge(new MinimumCheck()),
                "the public was told nothing, so there is no text to judge");
        isNotExercised(
                outage().judge(new ScopeCheck()),
                "the public was told nothing, so there is no text to judge");
    }

    private static final String[] SCOPE = {
        "state=identified", "affected=order", "regions=north", "impact=No orders."
    };

    @Test
    void theScopeIsToldInTime() {
        Tale tale = outage().update(14, ADA_MAIL, 1, FIRST).update(17, ADA_MAIL, 2, SCOPE);

        passes(
                tale.judge(new ScopeCheck()),
                "the public was told impact, affected, regions 3 min (3.000 s (+-0.002) in the"
                        + " drill, 1 s stands for 60) after the first notice, limit 5 min");
        passes(
                outage().update(14, ADA_MAIL, 1, SCOPE).judge(new ScopeCheck()),
                "the first notice told the public impact, affected, regions");
    }

    @Test
    void theScopeIsToldTooLateOrNever() {
        Tale late = outage().update(14, ADA_MAIL, 1, FIRST).update(20, ADA_MAIL, 2, SCOPE);

        fails(
                late.judge(new ScopeCheck()),
                Reason.SCOPE_LATE,
                "the public was told impact, affected, regions 6 min (6.000 s (+-0.002) in the"
                        + " drill, 1 s stands for 60) after the first notice, limit 5 min");
        fails(
                outage().update(14, ADA_MAIL, 1, FIRST).judge(new ScopeCheck()),
                Reason.SCOPE_LATE,
                "no notice had told the public impact, affected, regions 86 min (86.000 s"
                        + " (+-0.001) in the drill, 1 s stands for 60) after the first one, limit"
                        + " 5 min");
    }

    @Test
    void anotherPagerCallsAnotherPerson() {
        Tale tale = outage().notice(11, "pager:", "front is down", "action=trigger")
                .notice(12, "pager:", "front is still down", "action=trigger")
                .notice(16.5, "deputy:", "front is down", "action=trigger")
                .acted(17, "on-call", "acknowledged");

        passes(
                tale.judge(new AcknowledgedCheck()),
                "the alert was acknowledged 29.9 s to 30.1 s (0.500 s (+-0.001) in the drill, 1 s stands for 60)"
                        + " after deputy was called, limit 5 min");
    }
}
