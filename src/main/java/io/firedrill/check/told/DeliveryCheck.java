package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.List;

/**
 * Judges (N21) whether every recipient gets every update of an incident once, as from a queue: none
 * lost, none doubled, none to somebody who is not on the contact list. Exercised where somebody on
 * the list got a numbered notice; see {@link Mailboxes} for what is owed to whom.
 */
public final class DeliveryCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n21-delivery",
                "every recipient gets every update once: none lost, doubled, or to strangers",
                Setting.optional(
                        "within",
                        Setting.Type.DURATION,
                        Duration.ofMinutes(2),
                        "how long after the first recipient the last one may get it"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, "0 lost, 0 doubled, 0 unexpected");
        Mailboxes boxes = new Mailboxes(told);
        long within = told.scale().inDrill(objective.settings().duration("within"));
        return rule(draft, told, boxes, Found.of(boxes, told.observedUntil() - within));
    }

    /** What is wrong, and how many are not known: the drill ended before they were due. */
    private record Found(Complaints lost, Complaints doubled, Complaints unexpected, int underWay) {

        static Found of(Mailboxes boxes, long settled) {
            Found found = new Found(new Complaints(), new Complaints(), new Complaints(), 0);
            int underWay = 0;
            for (Mailboxes.Lost one : boxes.lost()) {
                if (one.witness().event().end() <= settled) {
                    found.lost().add(one.witness().index(), text(one));
                } else {
                    underWay++;
                }
            }
            boxes.doubled()
                    .forEach(it -> found.doubled().add(it.index(), it.named() + " came once more"));
            boxes.unexpected()
                    .forEach(it -> found.unexpected()
                            .add(it.index(), it.named() + ", who is not on the contact list"));
            return new Found(found.lost(), found.doubled(), found.unexpected(), underWay);
        }

        private static String text(Mailboxes.Lost lost) {
            return lost.person().name() + " never got " + lost.slot() + " on " + lost.channel();
        }

        void tell(Draft draft) {
            lost.tell(draft, "lost");
            doubled.tell(draft, "doubled");
            unexpected.tell(draft, "unexpected");
            int wrong = lost.size() + doubled.size() + unexpected.size();
            draft.measured(wrong, (double) wrong + underWay, "notices");
        }
    }

    private static Verdict rule(Draft draft, Telling told, Mailboxes boxes, Found found) {
        draft.detail("delivered", String.valueOf(boxes.delivered()));
        found.tell(draft);
        if (!found.lost().isEmpty()) {
            return draft.fail(Reason.NOTICE_LOST, found.lost().headline());
        }
        if (!found.doubled().isEmpty()) {
            return draft.fail(Reason.NOTICE_DOUBLED, found.doubled().headline());
        }
        if (!found.unexpected().isEmpty()) {
            return draft.fail(Reason.NOTICE_UNEXPECTED, found.unexpected().headline());
        }
        if (boxes.delivered() == 0) {
            return draft.inconclusive(
                    Reason.NOT_EXERCISED,
                    "nobody on the contact list got a notice with a number, so none could be"
                            + " missed");
        }
        List<String> silent = told.unproven(boxes.channels());
        if (!silent.isEmpty()) {
            return Silent.inconclusive(draft, silent);
        }
        return found.underWay() > 0
                ? draft.inconclusive(
                        Reason.NOT_MEASURED,
                        Amount.words(found.underWay(), "notice")
                                + " may have been under way when the drill ended")
                : draft.pass("every update came once: "
                        + Amount.words(boxes.delivered(), "notice") + " on "
                        + String.join(", ", boxes.channels()));
    }
}
