package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Plans.BEN_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import org.junit.jupiter.api.Test;

/** N33, N35, N36 and the truth meter: whether what was said was so. */
class TruthTests {

    /** Orders fail from 10 to 40 s, look-ups never. */
    private static Tale outage() {
        return tale().down("order", 10, 40).up("look-up");
    }

    @Test
    void aNoticeThatNamesJustWhatFailsIsTrue() {
        Tale tale = outage().update(14, ADA_MAIL, 1, "state=investigating")
                .update(20, ADA_MAIL, 2, "state=identified", "affected=order");

        passes(
                tale.judge(new TrueScopeCheck()),
                "every notice named just the journeys that failed then (1 notice)");
    }

    @Test
    void aScopeThatIsTooLargeOrTooSmallIsUntrue() {
        fails(
                outage().update(20, ADA_MAIL, 2, "state=identified", "affected=look-up,order")
                        .judge(new TrueScopeCheck()),
                Reason.SCOPE_UNTRUE,
                "update 2 on mail to ada@home.example: names look-up, which did not fail");
        fails(
                tale().down("order", 10, 40)
                        .down("look-up", 10, 40)
                        .update(20, ADA_MAIL, 2, "state=identified", "affected=order")
                        .judge(new TrueScopeCheck()),
                Reason.SCOPE_UNTRUE,
                "update 2 on mail to ada@home.example: leaves out look-up, which failed");
    }

    @Test
    void aJourneyThatFailedAMomentAgoMayBeNamedStill() {
        passes(
                outage().update(41, ADA_MAIL, 2, "state=identified", "affected=order")
                        .judge(new TrueScopeCheck()),
                "every notice named just the journeys that failed then (1 notice)");
    }

    @Test
    void aScopeOfJourneysThatNobodyTriesIsNotKnown() {
        isOpen(
                outage().update(20, ADA_MAIL, 2, "state=identified", "affected=order,pay")
                        .judge(new TrueScopeCheck()),
                Reason.NOT_MEASURED,
                "update 2 on mail to ada@home.example: names pay, which no customer of the drill"
                        + " tried");
    }

    @Test
    void noScopeIsNamed() {
        isNotExercised(
                outage().update(50, ADA_MAIL, 2, "state=resolved", "affected=order")
                        .judge(new TrueScopeCheck()),
                "no notice named the journeys that fail while they did");
    }

    @Test
    void aWorkaroundThatWorksPasses() {
        passes(
                outage().update(20, ADA_MAIL, 2, "workaround=look-up").judge(new WorkaroundCheck()),
                "every notice gave a workaround that worked then (1 notice)");
    }

    @Test
    void aWorkaroundThatFailsAsWellFails() {
        fails(
                outage().update(20, ADA_MAIL, 2, "workaround=order").judge(new WorkaroundCheck()),
                Reason.WORKAROUND_FAILS,
                "update 2 on mail to ada@home.example: 0 of 11 attempts of order were served then");
    }

    @Test
    void aWorkaroundInWordsIsNotTried() {
        isNotExercised(
                outage().update(20, ADA_MAIL, 2, "workaround=call us").judge(new WorkaroundCheck()),
                "no notice gave a journey of the drill as a workaround");
    }

    @Test
    void plannedWorkIsAnnouncedBegunAndCompleted() {
        passes(
                tale().update(6, ADA_MAIL, 1, "state=scheduled")
                        .update(20, ADA_MAIL, 2, "state=in-progress")
                        .update(50, ADA_MAIL, 3, "state=completed")
                        .judge(new ThirdPartyCheck()),
                "3 notices of planned work came in order, and 0 of a supplier's outage said whose it"
                        + " is without blame");
    }

    @Test
    void plannedWorkThatNobodyAnnouncedOrCompletedFails() {
        fails(
                tale().update(20, ADA_MAIL, 2, "state=in-progress").judge(new ThirdPartyCheck()),
                Reason.SUPPLIER_UNTOLD,
                "update 2 on mail to ada@home.example said 'in-progress' before 'scheduled'; and 1"
                        + " more");
    }

    @Test
    void aSuppliersOutageIsNamedWithoutBlame() {
        Tale named = tale().update(20, ADA_MAIL, 2, "state=identified", "supplier=Telco");
        Tale silent = tale().update(20, ADA_MAIL, 2, "state=identified");
        Tale blaming = tale().notice(
                        20,
                        ADA_MAIL,
                        "It was caused by our provider.",
                        "state=identified",
                        "supplier=Telco");

        passes(
                named.judge(new ThirdPartyCheck(), "supplier", "Telco"),
                "0 notices of planned work came in order, and 1 of a supplier's outage said whose it"
                        + " is without blame");
        fails(
                silent.judge(new ThirdPartyCheck(), "supplier", "Telco"),
                Reason.SUPPLIER_UNTOLD,
                "update 2 on mail to ada@home.example does not say that it is the outage of"
                        + " 'Telco'");
        fails(
                named.judge(new ThirdPartyCheck(), "supplier", "Post"),
                Reason.SUPPLIER_UNTOLD,
                "update 2 on mail to ada@home.example says that it is the outage of 'Telco', not of"
                        + " 'Post'");
        assertThat(blaming.judge(new ThirdPartyCheck()).headline())
                .startsWith("n33-third-party: a notice on mail to ada@home.example says 'caused by"
                        + " our provider' (it blames a supplier; ");
    }

    @Test
    void neitherPlannedWorkNorASupplier() {
        isNotExercised(
                outage().update(20, ADA_MAIL, 2, "state=identified").judge(new ThirdPartyCheck()),
                "no notice was about planned work or a supplier's outage");
    }

    /**
     * Five claims of notices and three of a page, all true; the same claim elsewhere is the same.
     */
    private static Tale honest() {
        return outage().write("a", 8, 1)
                .page(8, "state=operational")
                .page(16, "state=investigating")
                .update(20, ADA_MAIL, 2, identified("look-up", 60))
                .update(20, BEN_MAIL, 2, identified("look-up", 60))
                .page(44, "state=resolved")
                .update(50, ADA_MAIL, 3, "state=resolved", "data=none-lost");
    }

    private static String[] identified(String workaround, double eta) {
        return new String[] {
            "state=identified", "affected=order", "workaround=" + workaround, "eta=" + at(eta)
        };
    }

    @Test
    void everyStatementWasTrue() {
        passes(
                honest().judge(new TruthMeter()),
                "8 of 8 statements were true when sent, at least 100 % asked");
    }

    @Test
    void untrueStatementsAreCountedAndNamed() {
        Tale tale = outage().write("a", 8, 0)
                .update(20, ADA_MAIL, 2, identified("order", 30))
                .update(35, ADA_SMS, 3, "state=resolved", "data=none-lost");

        Verdict verdict = tale.judge(new TruthMeter());

        fails(
                verdict,
                Reason.STATEMENT_UNTRUE,
                "1 of 5 statements were true when sent, at least 100 % asked; update 2 on mail to"
                        + " ada@home.example, workaround 'order': 0 of 51 attempts of order were"
                        + " served then");
        assertThat(verdict.details())
                .containsEntry("true", "1")
                .containsEntry(
                        "untrue 2",
                        "update 2 on mail to ada@home.example, eta '" + at(30)
                                + "': order failed then")
                .containsEntry(
                        "untrue 3",
                        "update 3 on sms to +4470055501, data 'none-lost': 1 writes were lost")
                .containsEntry(
                        "untrue 4",
                        "update 3 on sms to +4470055501, state 'resolved': order still failed");
        assertThat(verdict.measured()).contains(new Verdict.Measured(20, 20, "%"));
    }

    @Test
    void anEtaThatWasTakenBackInTimeIsNoStatement() {
        Tale tale = outage().update(20, ADA_MAIL, 2, "eta=" + at(30))
                .update(28, ADA_MAIL, 3, "eta=" + at(50));

        passes(
                tale.judge(new TruthMeter()),
                "1 of 1 statements were true when sent, at least 100 % asked");
    }

    @Test
    void aPageThatStaysGreenIsUntrue() {
        Tale tale = outage().page(8, "state=operational").page(20, "state=operational");

        fails(
                tale.judge(new TruthMeter()),
                Reason.STATEMENT_UNTRUE,
                "0 of 1 statements were true when sent, at least 100 % asked; page page, state"
                        + " 'operational': order failed all the while");
    }

    @Test
    void aShareOfTheStatementsMayBeEnough() {
        passes(
                honest().page(70, "state=investigating")
                        .page(71, "state=investigating")
                        .judge(new TruthMeter(), "at-least", 0.8),
                "8 of 9 statements were true when sent, at least 80 % asked");
    }

    @Test
    void nothingWasStated() {
        isNotExercised(
                outage().update(14, ADA_MAIL, 1, "state=investigating").judge(new TruthMeter()),
                "people were told nothing that a drill can judge");
    }
}
