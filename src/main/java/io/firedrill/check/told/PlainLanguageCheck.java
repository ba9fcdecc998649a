package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.util.List;

/**
 * Judges (N23) whether what the public reads is free of what is the company's own matter (hosts,
 * addresses, stack traces, names of exceptions and of numbered components), of blame, and of more
 * certainty than anybody has. Exercised where the public was told anything.
 */
public final class PlainLanguageCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n23-plain",
                "what the public reads names no hosts, addresses or errors, blames nobody and"
                        + " claims no certainty",
                Wording.settings());
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 leaks");
        List<PublicText> texts = PublicText.of(new Telling(scenario, journal));
        WordList list = WordList.named("leaks", "blame", "certainty")
                .and(components(scenario), "the name of a part of the system is its own matter");
        Wording wording = Wording.of(list, objective.settings());
        Complaints leaks = new Complaints();
        for (PublicText text : texts) {
            for (WordList.Finding finding : wording.in(text.text())) {
                leaks.add(text.index(), text.named() + " says " + finding.text());
            }
        }
        draft.detail("texts", String.valueOf(texts.size()));
        return texts.isEmpty()
                ? Unexercised.nothingPublic(draft)
                : leaks.rule(
                        draft,
                        Reason.NOTICE_LEAKS,
                        "no text that the public reads says more than it should "
                                + Amount.of(texts.size(), "text"));
    }

    /** Components without a number in their name may be called by words that customers use. */
    private static List<String> components(Scenario scenario) {
        return scenario.system().components().stream()
                .filter(name -> name.chars().anyMatch(Character::isDigit))
                .sorted()
                .toList();
    }
}
