package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Plans.ADA_SMS;
import static io.firedrill.check.told.Plans.EVE_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;

import io.firedrill.check.Reason;
import io.firedrill.journal.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not fail, though at a glance something is wrong. */
class NotAccusedTests {
    private static final String STAFF = "chat:#staff";

    private static Tale outage(String... dead) {
        return tale(dead).down("order", 10, 40).up("look-up");
    }

    @Test
    void aFallbackThatComesInLaterDoesNotBeginTheStory() {
        Tale tale = outage().update(
                        15,
                        ADA_MAIL,
                        1,
                        "state=investigating",
                        "affected=order",
                        "next-update=" + at(30))
                .update(42, ADA_SMS, 2, "state=monitoring", "next-update=" + at(50));

        passes(
                tale.judge(new MinimumCheck()),
                "the first notice says its state, whom it touches and when the next update comes,"
                        + " on mail");
    }

    @Test
    void aPageThatTwoAudiencesReadCoversBoth() {
        Tale tale = outage();
        for (int update = 1; update <= 2; update++) {
            String state = update == 1 ? "state=investigating" : "state=resolved";
            double at = update * 20;
            tale.update(at - 1, STAFF, update, state)
                    .update(at, ADA_MAIL, update, state)
                    .update(at, "mail:pat@other.example", update, state)
                    .page(at + 0.5, "incident=INC-7", "update=" + update, state);
        }
        tale.update(41, EVE_MAIL, 2, "state=resolved");

        passes(
                tale.judgeBy(Plans.withPartners(), new CoveredCheck()),
                "each audience got every channel that it must get: customers on mail, customers on"
                        + " page, executives on mail, partners on mail, partners on page, staff on"
                        + " chat");
    }

    @Test
    void whatIsNewOnAPageIsNoOlderThanTheLookBefore() {
        Tale tale = outage().page(13, "state=operational")
                .update(15.2, STAFF, 1, "state=investigating")
                .event(
                        15.6,
                        new Event.PageRead(
                                "page",
                                true,
                                200,
                                true,
                                Map.of("incident", "INC-7", "update", "1", "state", "identified"),
                                List.of(),
                                "",
                                Tale.nanos(15.4),
                                Tale.nanos(15.6)))
                .update(15.7, ADA_MAIL, 1, "state=investigating")
                .update(45, STAFF, 2, "state=resolved")
                .update(45, ADA_MAIL, 2, "state=resolved")
                .page(45.1, "incident=INC-7", "update=2", "state=resolved")
                .update(45.2, EVE_MAIL, 2, "state=resolved");

        passes(
                tale.judge(new CoveredCheck()),
                "each audience got every channel that it must get: customers on mail, customers on"
                        + " page, executives on mail, staff on chat");
    }

    @Test
    void newsOnThePageAloneAreNewsInALongIncident() {
        Tale tale = tale().down("order", 10, 90).up("look-up");
        for (int update = 1; update <= 44; update++) {
            tale.page(
                    10 + update * 2,
                    "incident=INC-7",
                    "update=" + update,
                    "state=investigating",
                    "declared=" + at(12));
        }

        passes(
                tale.judge(
                        new LongIncidentCheck(),
                        "after",
                        Duration.ofMinutes(20),
                        "cadence",
                        Duration.ofMinutes(10)),
                "news came at least every 10 min, or were announced for later");
    }

    @Test
    void aPageNeedNotShowABlip() {
        Tale tale = tale().down("order", 10, 11).up("look-up");
        for (double at = 1; at < Tale.END; at += 0.5) {
            tale.page(at, "state=operational");
        }

        isOpen(
                tale.judge(new PageIndependentCheck()),
                Reason.NOT_MEASURED,
                "page had shown nothing wrong 53.9 s to 54 s (0.900 s (+-0.001) in the drill, 1 s"
                        + " stands for 60) after customers were hit, limit 5 min, and was not"
                        + " watched for longer");
    }

    @Test
    void executivesWhoseChannelWasNotProvenMayHaveHeard() {
        Tale tale = tale("mail")
                .down("order", 10, 90)
                .up("look-up")
                .update(12, STAFF, 1, "state=investigating", "declared=" + at(11));

        isOpen(
                tale.judge(new ExecutivesCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channel mail was not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }

    @Test
    void whoseChannelsWereNotProvenIsNotLeftOut() {
        Tale tale =
                outage("mail", "sms").page(15, "incident=INC-7", "update=1", "state=investigating");

        isOpen(
                tale.judge(new AudienceCheck()),
                Reason.CHANNEL_NOT_PROVEN,
                "channels mail, sms were not seen alive before anything was broken, so silence"
                        + " there says nothing");
    }
}
