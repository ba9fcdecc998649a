package io.firedrill.check.told;

import static io.firedrill.check.told.Plans.ADA_MAIL;
import static io.firedrill.check.told.Tale.at;
import static io.firedrill.check.told.Tale.tale;
import static io.firedrill.check.told.Verdicts.fails;
import static io.firedrill.check.told.Verdicts.isNotExercised;
import static io.firedrill.check.told.Verdicts.isOpen;
import static io.firedrill.check.told.Verdicts.passes;

import io.firedrill.check.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** N05 to N09: updates, and what they promise. */
class PromisesTests {
    private static final Duration TEN = Duration.ofMinutes(10);

    /** Updates at 15 s, 20 s and 29 s, resolved at 45 s. */
    private static Tale updates() {
        return tale().down("order", 10, 40)
                .up("look-up")
                .update(15, ADA_MAIL, 1, "state=investigating", "next-update=" + at(20.5))
                .update(20, ADA_MAIL, 2, "state=identified", "next-update=" + at(29.5))
                .update(29, ADA_MAIL, 3, "state=monitoring", "next-update=" + at(38.5));
    }

    private static Tale resolved(double at) {
        return updates().update(at, ADA_MAIL, 4, "state=resolved");
    }

    @Test
    void updatesComeOften() {
        passes(
                resolved(38).judge(new CadenceCheck(), "within", TEN),
                "the public heard nothing for 9 min (9.000 s (+-0.002) in the drill, 1 s stands for"
                        + " 60) after update 2 on mail to ada@home.example, limit 10 min");
    }

    @Test
    void anUpdateWithoutNewsIsLeftOut() {
        fails(
                resolved(45).judge(new CadenceCheck(), "within", TEN),
                Reason.UPDATE_LATE,
                "the public heard nothing for 16 min (16.000 s (+-0.002) in the drill, 1 s stands"
                        + " for 60) after update 3 on mail to ada@home.example, limit 10 min");
        fails(
                updates().judge(new CadenceCheck()),
                Reason.UPDATE_LATE,
                "the public had heard nothing 71 min (71.000 s (+-0.001) in the drill, 1 s stands"
                        + " for 60) after update 3 on mail to ada@home.example, limit 30 min");
    }

    @Test
    void anUpdateCountsFromItsMessageUnlessThePageShowedItLongBefore() {
        String[] second = {"incident=INC-7", "update=2", "state=identified"};
        Tale near = resolved(38).page(19).page(19.9, second);
        Tale far = resolved(38).page(15.2).page(16, second);

        passes(
                near.judge(new CadenceCheck(), "within", TEN),
                "the public heard nothing for 9 min (9.000 s (+-0.002) in the drill, 1 s stands for"
                        + " 60) after update 2 on mail to ada@home.example, limit 10 min");
        fails(
                far.judge(new CadenceCheck(), "within", TEN),
                Reason.UPDATE_LATE,
                "the public heard nothing for 13 min to 13.8 min (13.40 s (+-0.41) in the drill, 1 s"
                        + " stands for 60) after update 2 on page, limit 10 min");
    }

    @Test
    void aShortIncidentShowsNoRhythm() {
        isNotExercised(
                resolved(45).judge(new CadenceCheck()),
                "the incident was open for 30 min (30.000 s (+-0.000) in the drill, 1 s stands for"
                        + " 60), less than two times 30 min");
    }

    @Test
    void everyOpenNoticeSaysWhenTheNextComes() {
        passes(
                resolved(38).judge(new NextUpdateCheck()),
                "each of 3 notices of the open incident says when the next update comes");
    }

    @Test
    void anOpenNoticeThatPromisesNoUpdate() {
        fails(
                updates().update(31, ADA_MAIL, 4, "state=monitoring").judge(new NextUpdateCheck()),
                Reason.NO_NEXT_UPDATE,
                "update 4 on mail to ada@home.example does not say when the next update comes");
    }

    @Test
    void withoutAnOpenNoticeNothingIsPromised() {
        isNotExercised(
                tale().judge(new NextUpdateCheck()),
                "the public was told nothing, so there is no text to judge");
        isNotExercised(
                tale().judge(new PromiseKeptCheck()), "no promised time of a next update came");
        isNotExercised(
                tale().judge(new CadenceCheck()),
                "the public was told nothing, so there is no text to judge");
    }

    @Test
    void promisesAreKept() {
        passes(
                resolved(38).judge(new PromiseKeptCheck()),
                "every update came when it was promised, or sooner");
        passes(
                resolved(39.5).judge(new PromiseKeptCheck()),
                "the next update came 59.9 s to 60.1 s (1.000 s (+-0.001) in the drill, 1 s stands"
                        + " for 60) after the time that update 3 on mail to ada@home.example"
                        + " promised, limit 2 min");
    }

    @Test
    void aPromiseIsBroken() {
        fails(
                resolved(45).judge(new PromiseKeptCheck()),
                Reason.UPDATE_PROMISE_BROKEN,
                "the next update came 6.5 min (6.500 s (+-0.001) in the drill, 1 s stands for 60)"
                        + " after the time that update 3 on mail to ada@home.example promised,"
                        + " limit 2 min");
        fails(
                updates().judge(new PromiseKeptCheck()),
                Reason.UPDATE_PROMISE_BROKEN,
                "the next update had not come 61.5 min (61.500 s (+-0.000) in the drill, 1 s stands"
                        + " for 60) after the time that update 3 on mail to ada@home.example"
                        + " promised, limit 2 min");
    }

    @Test
    void aPromiseAfterTheEndOfTheDrillIsNotJudged() {
        isNotExercised(
                tale().update(15, ADA_MAIL, 1, "state=investigating", "next-update=" + at(200))
                        .judge(new PromiseKeptCheck()),
                "no promised time of a next update came");
    }

    private static Tale expecting(String... eta) {
        Tale tale = tale().down("order", 10, 40).up("look-up");
        for (int at = 0; at < eta.length; at++) {
            tale.update(15 + 10 * at, ADA_MAIL, at + 1, "state=identified", "eta=" + eta[at]);
        }
        return tale;
    }

    @Test
    void theTimeIsNamedAsThePolicyWantsIt() {
        passes(
                expecting(at(50.5)).judge(new EtaCheck()),
                "each of 1 notices speaks of the time when service is expected back as the policy"
                        + " wants it (required)");
        passes(
                expecting("unknown").judge(new EtaCheck(), "policy", "forbidden"),
                "each of 1 notices speaks of the time when service is expected back as the policy"
                        + " wants it (forbidden)");
    }

    @Test
    void theTimeIsNamedAgainstThePolicy() {
        fails(
                updates().judge(new EtaCheck()),
                Reason.ETA_AGAINST_POLICY,
                "update 1 on mail to ada@home.example does not say when service is expected back;"
                        + " and 1 more");
        fails(
                expecting("unknown").judge(new EtaCheck()),
                Reason.ETA_AGAINST_POLICY,
                "update 1 on mail to ada@home.example says that it is not known when service is"
                        + " back, and not when the next update comes");
        fails(
                expecting(at(50.5)).judge(new EtaCheck(), "policy", "forbidden"),
                Reason.ETA_AGAINST_POLICY,
                "update 1 on mail to ada@home.example names a time when service is back, which is"
                        + " forbidden");
    }

    @Test
    void withoutANoticeThereIsNoPolicyToFollow() {
        isNotExercised(
                tale().judge(new EtaCheck()),
                "no notice of an incident under way was sent to the public");
        isNotExercised(
                updates().judge(new EtaKeptCheck()),
                "no notice named a time at which service is back");
        isNotExercised(
                tale().up("order")
                        .update(15, ADA_MAIL, 1, "eta=" + at(20))
                        .judge(new EtaKeptCheck()),
                "no customer was hit, so nothing had to come back");
    }

    @Test
    void serviceIsBackWhenItWasSaid() {
        String kept = "service was back when notices said so, or they were revised before";

        passes(expecting(at(50.5)).judge(new EtaKeptCheck()), kept);
        passes(expecting(at(30.5), at(45)).judge(new EtaKeptCheck()), kept);
        passes(expecting(at(30.5), "unknown").judge(new EtaKeptCheck()), kept);
    }

    @Test
    void serviceIsNotBackAndNobodyHasSaidSo() {
        fails(
                expecting(at(30.5)).judge(new EtaKeptCheck()),
                Reason.ETA_BROKEN,
                "9.4 min to 9.5 min (9.45 s (+-0.06) in the drill, 1 s stands for 60) after the"
                        + " time that update 1 on mail to ada@home.example had named service was"
                        + " not back, and nobody had revised it");
        fails(
                expecting(at(20.5), at(50)).judge(new EtaKeptCheck()),
                Reason.ETA_BROKEN,
                "4.5 min (4.500 s (+-0.001) in the drill, 1 s stands for 60) after the time that"
                        + " update 1 on mail to ada@home.example had named service was not back,"
                        + " and nobody had revised it");
    }

    @Test
    void aTimeInTheErrorOfTheRecoveryIsNotKnown() {
        isOpen(
                expecting(at(39.95)).judge(new EtaKeptCheck()),
                Reason.STRADDLES_LIMIT,
                "0 s to 3.3 s (0.03 s (+-0.03) in the drill, 1 s stands for 60) after the time that"
                        + " update 1 on mail to ada@home.example had named service was not back,"
                        + " and nobody had revised it lies inside the error");
    }

    @Test
    void aTimeThatNoClockEverShowsIsFarAway() {
        passes(
                expecting("+999999999-12-31T23:59:59Z").judge(new EtaKeptCheck()),
                "service was back when notices said so, or they were revised before");
    }
}
