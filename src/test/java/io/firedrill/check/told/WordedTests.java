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
import java.util.List;
import org.junit.jupiter.api.Test;

/** N23, N24, N26, N37 and N38: what a notice says, and who stands for it. */
class WordedTests {
    private static final String KIND =
            "We know that you cannot order, and we are sorry. We are working on it: see"
                    + " https://status.bank.example/7";

    private static Tale said(String text, String... facts) {
        return tale().notice(14, ADA_MAIL, text, withState(facts));
    }

    private static String[] withState(String... facts) {
        String[] all = new String[facts.length + 1];
        System.arraycopy(facts, 0, all, 0, facts.length);
        all[facts.length] = "state=identified";
        return all;
    }

    @Test
    void plainWordsPassAllThreeChecksOfWording() {
        passes(
                said(KIND).judge(new PlainLanguageCheck()),
                "no text that the public reads says more than it should (1 text)");
        passes(
                said(KIND).judge(new NoFraudCheck()),
                "no text that the public reads looks like a fraudster's (1 text)");
        passes(
                said(KIND).judge(new ToneCheck()),
                "every text speaks to customers as they should be spoken to (1 text)");
    }

    @Test
    void aHostNameLeaks() {
        fails(
                said(KIND + " db1:5432 is dead.").judge(new PlainLanguageCheck()),
                Reason.NOTICE_LEAKS,
                "a notice on mail to ada@home.example says 'db1:5432' (a host with its port is a"
                        + " door with its number); and 1 more");
    }

    @Test
    void aComponentWithANumberLeaksAndOneWithoutDoesNot() {
        fails(
                said("The shop-1 is back.").judge(new PlainLanguageCheck(), "allow", List.of()),
                Reason.NOTICE_LEAKS,
                "a notice on mail to ada@home.example says 'shop-1' (machines are the company's own"
                        + " matter; customers know services)");
        passes(
                said("Our front is back.").judge(new PlainLanguageCheck()),
                "no text that the public reads says more than it should (1 text)");
    }

    @Test
    void aPageLeaksAsWell() {
        fails(
                tale().page(20, "impact=10.0.0.7 is dead").judge(new PlainLanguageCheck()),
                Reason.NOTICE_LEAKS,
                "page page says '10.0.0.7' (an IP address is an address to attack)");
    }

    @Test
    void aPlanForbidsAndAllowsWords() {
        fails(
                said(KIND).judge(new PlainLanguageCheck(), "forbid", List.of("working on it")),
                Reason.NOTICE_LEAKS,
                "a notice on mail to ada@home.example says 'working on it' (the plan forbids it)");
        passes(
                said("See localhost.")
                        .judge(new PlainLanguageCheck(), "allow", List.of("localhost")),
                "no text that the public reads says more than it should (1 text)");
    }

    @Test
    void staffMayReadOfHosts() {
        isNotExercised(
                tale().notice(14, "chat:#staff", "db1:5432 is dead", "state=identified")
                        .judge(new PlainLanguageCheck()),
                "the public was told nothing, so there is no text to judge");
    }

    @Test
    void aForeignLinkLooksLikeFraud() {
        fails(
                said("See https://bank.example.evil.example/").judge(new NoFraudCheck()),
                Reason.LOOKS_LIKE_FRAUD,
                "a notice on mail to ada@home.example leads to"
                        + " 'https://bank.example.evil.example/', which is none of the company's"
                        + " domains");
    }

    @Test
    void aStrangeSenderLooksLikeFraud() {
        fails(
                said(KIND, "from=Bank <help@evil.example>").judge(new NoFraudCheck()),
                Reason.LOOKS_LIKE_FRAUD,
                "a notice on mail to ada@home.example is from 'Bank <help@evil.example>', which is"
                        + " no published sender");
        fails(
                tale().notice(14, ADA_SMS, KIND, "state=identified", "from=+4470")
                        .judge(new NoFraudCheck(), "senders", List.of("+4471")),
                Reason.LOOKS_LIKE_FRAUD,
                "a notice on sms to +4470055501 is from '+4470', which is no published sender");
        passes(
                said(KIND, "from=Bank <help@bank.example>").judge(new NoFraudCheck()),
                "no text that the public reads looks like a fraudster's (1 text)");
    }

    @Test
    void nothingLooksLikeFraudWhereNothingIsSaid() {
        isNotExercised(
                tale().judge(new NoFraudCheck()),
                "the public was told nothing, so there is no text to judge");
    }

    @Test
    void aNoticeWithoutApologyCareOrWithJargonIsWrongInTone() {
        fails(
                said("Orders fail.").judge(new ToneCheck()),
                Reason.TONE,
                "a notice on mail to ada@home.example does not apologise");
        fails(
                said("Sorry. Orders fail.").judge(new ToneCheck()),
                Reason.TONE,
                "a notice on mail to ada@home.example does not acknowledge the customer's trouble");
        fails(
                said("Sorry for the inconvenience.").judge(new ToneCheck()),
                Reason.TONE,
                "a notice on mail to ada@home.example does not say what is done for the customer");
        fails(
                said(KIND + " The failover is done.").judge(new ToneCheck()),
                Reason.TONE,
                "a notice on mail to ada@home.example says 'failover' (jargon; say what works again"
                        + " and what does not)");
    }

    @Test
    void thereIsNoToneWithoutAMessage() {
        isNotExercised(
                tale().page(20, "impact=Orders fail").judge(new ToneCheck()),
                "the public was sent no message to judge");
    }

    private static Tale approved(String by, String when, String sent) {
        return said(KIND, "approved-by=" + by, "approved-at=" + when, "sent=" + sent);
    }

    @Test
    void whatIsApprovedBeforeItIsSentPasses() {
        passes(
                approved("deputy", at(12), at(13.5)).judge(new ApprovedCheck()),
                "every message to the public was approved by deputy before it was sent (1 message)");
    }

    @Test
    void whatIsApprovedAfterwardsFails() {
        fails(
                approved("deputy", at(13.75), at(13.5)).judge(new ApprovedCheck()),
                Reason.NOT_APPROVED,
                "a notice on mail to ada@home.example was approved 250 ms after it was sent");
        isOpen(
                approved("deputy", at(13.5), at(13)).judge(new ApprovedCheck()),
                Reason.STRADDLES_LIMIT,
                "a notice on mail to ada@home.example was approved within the second in which it"
                        + " was sent");
    }

    @Test
    void whatIsApprovedByNobodyOrByAStrangerFails() {
        fails(
                said(KIND).judge(new ApprovedCheck()),
                Reason.NOT_APPROVED,
                "a notice on mail to ada@home.example names nobody who approved it");
        fails(
                approved("intern", at(12), at(13.5)).judge(new ApprovedCheck()),
                Reason.NOT_APPROVED,
                "a notice on mail to ada@home.example was approved by 'intern', who may not;"
                        + " approvers: communications-lead, deputy");
        fails(
                said(KIND, "approved-by=deputy").judge(new ApprovedCheck()),
                Reason.NOT_APPROVED,
                "a notice on mail to ada@home.example does not say when it was approved");
    }

    @Test
    void nothingNeedsApprovalWhereNothingIsSent() {
        isNotExercised(
                tale().judge(new ApprovedCheck()), "the public was sent no message to approve");
    }

    @Test
    void whereMoneyIsAffectedTheMeasuresAreNamed() {
        passes(
                said(KIND, "incident=INC-7", "affected=order", "measures=no fees today")
                        .judge(new ClientDutyCheck(), "money", List.of("order")),
                "every message about money names the incident and the measures taken (1 message)");
        fails(
                said(KIND, "incident=INC-7", "affected=order").judge(new ClientDutyCheck()),
                Reason.MEASURES_MISSING,
                "a notice on mail to ada@home.example does not name the measures taken");
        fails(
                said(KIND, "affected=order", "measures=none").judge(new ClientDutyCheck()),
                Reason.MEASURES_MISSING,
                "a notice on mail to ada@home.example does not name the incident");
    }

    @Test
    void whereNoMoneyIsAffectedThereIsNoDuty() {
        isNotExercised(
                said(KIND, "affected=look-up")
                        .judge(new ClientDutyCheck(), "money", List.of("order")),
                "no message to the public said that a journey with money is affected, later than"
                        + " while it was being investigated");
    }
}
