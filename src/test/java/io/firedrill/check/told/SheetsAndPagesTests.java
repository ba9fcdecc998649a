package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import org.junit.jupiter.api.Test;

/** N16 to N20: what holds when all else is down, and how it ends. */
class SheetsAndPagesTests {
    private static final String SHEET = "sheet:";
    private static final String[] ILL = {"incident=INC-7", "update=1", "state=investigating"};

    private static Tale outage(String... dead) {
        return tale(dead).down("order", 10, 40).up("look-up");
    }

    private static Tale allCut(String... dead) {
        return outage(dead).cut("mail", 11, 60).cut("sms", 12, 60).cut("chat", 13, 60);
    }

    private static final String[] SHEET_FACTS = {"state=investigating", "affected=order"};

    @Test
    void theDeskSheetStatesTheFacts() {
        passes(
                allCut().update(15, SHEET, 1, SHEET_FACTS).judge(new NonDigitalCheck()),
                "the sheet on sheet stated the facts 119.9 s to 2 min (2.000 s (+-0.001) in the"
                        + " drill, 1 s stands for 60) after all digital channels were cut, limit"
                        + " 10 min");
    }

    @Test
    void theDeskSheetDoesNotComeOrSaysNothing() {
        fails(
                allCut().judge(new NonDigitalCheck()),
                Reason.NO_DESK_SHEET,
                "no sheet had come 87 min (87.000 s (+-0.000) in the drill, 1 s stands for 60) after"
                        + " all digital channels were cut, limit 10 min");
        fails(
                allCut().update(15, SHEET, 1, "state=investigating").judge(new NonDigitalCheck()),
                Reason.NO_DESK_SHEET,
                "no sheet had stated the facts 87 min (87.000 s (+-0.000) in the drill, 1 s stands"
                        + " for 60) after all digital channels were cut, limit 10 min");
        fails(
                allCut().update(30, SHEET, 1, SHEET_FACTS).judge(new NonDigitalCheck()),
                Reason.NO_DESK_SHEET,
                "the sheet on sheet stated the facts 17 min (17.000 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after all digital channels were cut, limit 10 min");
    }

    private static final String SAM = "tree:+4470055509";
    private static final String KIM = "tree:+4470055508";

    private static Tale called() {
        return allCut().update(15, KIM, 1, SHEET_FACTS)
                .reported(16, KIM, Event.Delivery.UNDELIVERED)
                .update(17, SAM, 1, SHEET_FACTS);
    }

    @Test
    void aCallThatIsAnsweredStatesTheFactsAndTheListSaysWhoDidNot() {
        Verdict verdict = called().reported(18, SAM, Event.Delivery.DELIVERED)
                .judgeBy(Plans.withPhoneTree(), new NonDigitalCheck());

        passes(
                verdict,
                "a call on tree stated the facts 5 min (5.000 s (+-0.001) in the drill,"
                        + " 1 s stands for 60) after all digital channels were cut, limit 10 min");
        assertThat(verdict.details())
                .containsEntry("phone tree", "1 of 2 people answered; no answer: +4470055508");
    }

    @Test
    void aCallThatNobodyAnswersTellsNobody() {
        fails(
                called().reported(18, SAM, Event.Delivery.UNDELIVERED)
                        .judgeBy(Plans.withPhoneTree(), new NonDigitalCheck()),
                Reason.NO_DESK_SHEET,
                "no sheet and no call that was answered had stated the facts 87 min (87.000 s"
                        + " (+-0.000) in the drill, 1 s stands for 60) after all digital channels"
                        + " were cut, limit 10 min");
    }

    @Test
    void withADigitalChannelLeftNoSheetIsNeeded() {
        isNotExercised(
                outage().cut("mail", 11, 60).cut("sms", 12, 60).judge(new NonDigitalCheck()),
                "the digital channels were not all under a fault at once");
        isOpen(
                allCut("sheet").judge(new NonDigitalCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel sheet was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    /** The page, read each second, shows trouble in a time. */
    private static Tale page(Tale tale, double from, double until) {
        for (int at = 1; at < 100; at++) {
            boolean ill = at >= from && at < until;
            tale.page(at, ill ? ILL : new String[] {"state=operational"});
        }
        return tale;
    }

    @Test
    void thePageStandsAndShowsItInTime() {
        passes(
                page(outage(), 12, 45).judge(new PageIndependentCheck()),
                "page showed that something is wrong 59.9 s to 2 min (1.50 s (+-0.51) in the drill,"
                        + " 1 s stands for 60) after customers were hit, limit 5 min");
    }

    @Test
    void thePageFallsWithTheSystem() {
        fails(
                page(outage(), 12, 45).page(20.5, -1, false).judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page page did not answer while customers were hit");
        fails(
                page(outage(), 12, 45).page(20.5, 502, true).judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page page answered 502 while customers were hit");
        fails(
                page(outage(), 12, 45)
                        .page(20.5, 200, false, ILL)
                        .judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page page came without all that it needs");
    }

    @Test
    void thePageShowsItTooLateOrNever() {
        fails(
                page(outage(), 30, 45).judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page showed that something is wrong 19 min to 20 min (19.50 s (+-0.51) in the"
                        + " drill, 1 s stands for 60) after customers were hit, limit 5 min");
        fails(
                page(outage(), 100, 100).judge(new PageIndependentCheck()),
                Reason.PAGE_DOWN,
                "page had shown nothing wrong 90 min (90.000 s (+-0.001) in the drill, 1 s stands"
                        + " for 60) after customers were hit, limit 5 min");
    }

    @Test
    void aPageThatNobodyLookedAtOrThatHadNothingToSurviveIsNotExercised() {
        isNotExercised(
                outage().judge(new PageIndependentCheck()),
                "no page was looked at while customers were hit");
        isNotExercised(
                page(tale().up("order"), 100, 100).judge(new PageIndependentCheck()),
                "no customer was hit, so the page had nothing to survive");
        isOpen(
                page(outage("page"), 12, 45).judge(new PageIndependentCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel page was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void thePageTellsTheTruth() {
        passes(
                page(outage(), 12, 45).judge(new PageTrueCheck()),
                "page page showed 'operational' up to 59.9 s to 2 min (1.50 s (+-0.51) in the drill,"
                        + " 1 s stands for 60) after customers were hit, limit 5 min");
    }

    @Test
    void thePageIsGreenWhileCustomersAreHit() {
        fails(
                page(outage(), 30, 45).judge(new PageTrueCheck()),
                Reason.PAGE_UNTRUE,
                "page page showed 'operational' up to 19 min to 20 min (19.50 s (+-0.51) in the"
                        + " drill, 1 s stands for 60) after customers were hit, limit 5 min");
    }

    @Test
    void thePageShowsTroubleLongAfterwards() {
        fails(
                page(outage(), 12, 60).judge(new PageTrueCheck()),
                Reason.PAGE_UNTRUE,
                "page page showed 'investigating' up to 19 min to 20.1 min (19.55 s (+-0.56) in the"
                        + " drill, 1 s stands for 60) after all customers were served again, limit"
                        + " 10 min");
        fails(
                page(outage(), 12, 101).judge(new PageTrueCheck()),
                Reason.PAGE_UNTRUE,
                "page page showed 'investigating' up to 60 min to 60.1 min (60.05 s (+-0.06) in the"
                        + " drill, 1 s stands for 60) after all customers were served again, limit"
                        + " 10 min");
    }

    @Test
    void aShortOutageShowsNothingOfThePage() {
        isNotExercised(
                page(tale().down("order", 10, 13), 100, 100).judge(new PageTrueCheck()),
                "no page was looked at in an outage longer than 5 min");
    }

    private static Tale resolved(double at, String... facts) {
        Tale tale = outage().update(15, ADA_MAIL, 1, "state=investigating");
        String[] all = new String[facts.length + 1];
        System.arraycopy(facts, 0, all, 0, facts.length);
        all[facts.length] = "state=resolved";
        return tale.update(at, ADA_MAIL, 2, all);
    }

    @Test
    void itIsSaidToBeResolvedWhenItIs() {
        passes(
                resolved(42).judge(new NotEarlyCheck()),
                "each of 1 notices said 'resolved' after all customers were served again for good");
    }

    @Test
    void itIsSaidToBeResolvedTooEarly() {
        fails(
                resolved(30).judge(new NotEarlyCheck()),
                Reason.RESOLVED_EARLY,
                "update 2 on mail to ada@home.example said 'resolved' 9.9 min to 10 min (9.95 s"
                        + " (+-0.06) in the drill, 1 s stands for 60) before all customers were"
                        + " served again for good");
        fails(
                resolved(41, "sent=" + at(30.5)).judge(new NotEarlyCheck()),
                Reason.RESOLVED_EARLY,
                "update 2 on mail to ada@home.example said 'resolved' 9.4 min to 9.5 min (9.45 s"
                        + " (+-0.06) in the drill, 1 s stands for 60) before all customers were"
                        + " served again for good");
        fails(
                tale().down("order", 10, 100)
                        .update(50, ADA_MAIL, 1, "state=resolved")
                        .judge(new NotEarlyCheck()),
                Reason.RESOLVED_EARLY,
                "update 1 on mail to ada@home.example said 'resolved' though customers were not"
                        + " seen to be served again for good");
    }

    @Test
    void aResolutionAtTheRecoveryIsNotKnownToBeEarly() {
        isOpen(
                resolved(39.95).judge(new NotEarlyCheck()),
                Reason.STRADDLES_LIMIT,
                "update 2 on mail to ada@home.example said 'resolved' so close to the recovery that"
                        + " it may have been before");
    }

    @Test
    void nothingIsResolvedWhereNobodySaysSo() {
        isNotExercised(outage().judge(new NotEarlyCheck()), "nobody was told that it is resolved");
        isNotExercised(
                tale().up("order")
                        .update(50, ADA_MAIL, 1, "state=resolved")
                        .judge(new NotEarlyCheck()),
                "no customer was hit, so nothing had to be resolved");
    }

    @Test
    void everyChannelSaysThatItIsResolved() {
        Tale tale = page(resolved(42, "data=none-lost"), 12, 44);

        passes(
                tale.judge(new ResolutionCheck()),
                "page said that it is resolved 3 min to 4.1 min (3.55 s (+-0.56) in the drill, 1 s"
                        + " stands for 60) after all customers were served again, limit 10 min");
    }

    @Test
    void aChannelNeverSaysThatItIsResolved() {
        fails(
                page(resolved(42, "data=lost"), 12, 100).judge(new ResolutionCheck()),
                Reason.RESOLUTION_LATE,
                "page had not said that it is resolved 60 min to 60.1 min (60.05 s (+-0.06) in the"
                        + " drill, 1 s stands for 60) after all customers were served again, limit"
                        + " 10 min");
    }

    @Test
    void theResolutionSaysNothingOfData() {
        fails(
                resolved(42, "data=unknown").judge(new ResolutionCheck()),
                Reason.RESOLUTION_LATE,
                "update 2 on mail to ada@home.example does not say whether data was lost");
    }

    @Test
    void withoutARecoveryOrANoticeThereIsNothingToTakeBack() {
        isNotExercised(
                outage().judge(new ResolutionCheck()),
                "the public was told nothing, so nothing had to be taken back");
        isNotExercised(
                tale().down("order", 10, 100)
                        .update(15, ADA_MAIL, 1, "state=investigating")
                        .judge(new ResolutionCheck()),
                "customers were not hit, or not seen to be served again");
    }

    @Test
    void itIsNotResolvedWhileABacklogIsLeft() {
        Event left = new Event.AnswerRead(
                "backlog", true, 200, true, "3", "", Tale.nanos(50), Tale.nanos(50.1));

        fails(
                resolved(42).event(50.1, left).judgeBy(Plans.withBacklog(), new NotEarlyCheck()),
                Reason.RESOLVED_EARLY,
                "update 2 on mail to ada@home.example said 'resolved' while 3 were left of the"
                        + " backlog");
        passes(
                resolved(60).event(50.1, left).judgeBy(Plans.withBacklog(), new NotEarlyCheck()),
                "each of 1 notices said 'resolved' after all customers were served again for good");
    }

    @Test
    void aPageThatWasGreenAndThenCouldNotBeReadToldNobodyAnything() {
        Tale tale = outage().page(11, "state=operational");
        for (int at = 12; at < 60; at++) {
            tale.page(at, -1, false);
        }

        passes(
                tale.page(60, "state=operational").judge(new PageTrueCheck()),
                "page page showed 'operational' up to 59.9 s to 2 min (1.50 s (+-0.51) in the drill,"
                        + " 1 s stands for 60) after customers were hit, limit 5 min");
    }
}
