package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges (N38) the tone of what the public is sent: each message acknowledges the customer's
 * trouble, apologises, says what is done for him (in words, or with measures, a workaround or a
 * contact), and has no jargon. Pages are judged for jargon alone. Exercised where the public was
 * sent anything.
 */
public final class ToneCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n38-tone",
                "what the public is sent acknowledges, apologises, helps, and has no jargon",
                Wording.settings());
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 wrong in tone");
        List<PublicText> texts = PublicText.of(new Telling(scenario, journal));
        Wording wording = Wording.of(WordList.named("jargon"), objective.settings());
        Complaints complaints = new Complaints();
        for (PublicText text : texts) {
            wording.in(text.text())
                    .forEach(it ->
                            complaints.add(text.index(), text.named() + " says " + it.text()));
            text.notice()
                    .filter(Arrived::ofAnIncident)
                    .flatMap(ToneCheck::missing)
                    .ifPresent(it -> complaints.add(text.index(), text.named() + " " + it));
        }
        draft.detail("texts", String.valueOf(texts.size()));
        return texts.stream().noneMatch(text -> text.notice().isPresent())
                ? Unexercised.because(draft, "the public was sent no message to judge")
                : complaints.rule(
                        draft,
                        Reason.TONE,
                        "every text speaks to customers as they should be spoken to "
                                + Amount.of(texts.size(), "text"));
    }

    private static Optional<String> missing(Arrived notice) {
        String text = notice.event().text();
        if (lacks("apology", text)) {
            return Optional.of("does not apologise");
        }
        if (lacks("acknowledgement", text)) {
            return Optional.of("does not acknowledge the customer's trouble");
        }
        boolean helps = Stream.of(Fact.MEASURES, Fact.WORKAROUND, Fact.CONTACT)
                .anyMatch(name -> notice.fact(name).isPresent());
        return helps || !lacks("care", text)
                ? Optional.empty()
                : Optional.of("does not say what is done for the customer");
    }

    private static boolean lacks(String list, String text) {
        return WordList.named(list).in(text).isEmpty();
    }
}
