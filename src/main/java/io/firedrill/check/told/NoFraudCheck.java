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
import io.firedrill.scenario.Setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges (N37) whether a notice cannot be mistaken for fraud: links and mail addresses lead to the
 * plan's domains and no others, nothing asks for credentials, threatens or presses, and the sender
 * is as published. A sender with an at sign is of one of the plan's domains; any other is judged
 * where {@code senders} names those published. Exercised where the public was told anything.
 */
public final class NoFraudCheck implements Check {
    private static final String SENDERS = "senders";

    @Override
    public ObjectiveKind kind() {
        List<Setting> settings = new ArrayList<>(Wording.settings());
        settings.add(Setting.optional(
                SENDERS,
                Setting.Type.WORDS,
                List.of(),
                "numbers and names that messages may come from, as the company publishes them"));
        return Kinds.of(
                "n37-no-fraud",
                "no notice can be mistaken for fraud: own links only, no request for credentials",
                List.copyOf(settings));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 doubtful");
        Telling told = new Telling(scenario, journal);
        List<PublicText> texts = PublicText.of(told);
        Links links = new Links(told.plan().domains());
        Wording wording = Wording.of(WordList.named("fraud"), objective.settings());
        List<String> senders = objective.settings().words(SENDERS);
        Complaints doubtful = new Complaints();
        for (PublicText text : texts) {
            for (String link : links.foreign(wording.clean(text.text()))) {
                doubtful.add(
                        text.index(),
                        text.named() + " leads to '" + link
                                + "', which is none of the company's domains");
            }
            wording.in(text.text())
                    .forEach(it -> doubtful.add(text.index(), text.named() + " says " + it.text()));
            sender(text, links, senders)
                    .ifPresent(it -> doubtful.add(
                            text.index(),
                            text.named() + " is from '" + it + "', which is no published sender"));
        }
        draft.detail("texts", String.valueOf(texts.size()));
        return texts.isEmpty()
                ? Unexercised.nothingPublic(draft)
                : doubtful.rule(
                        draft,
                        Reason.LOOKS_LIKE_FRAUD,
                        "no text that the public reads looks like a fraudster's "
                                + Amount.of(texts.size(), "text"));
    }

    /** Gives the sender where he is not as published. */
    private static Optional<String> sender(PublicText text, Links links, List<String> published) {
        return text.notice()
                .flatMap(notice -> notice.fact(Fact.FROM))
                .filter(from -> !published.contains(from))
                .filter(from ->
                        from.contains("@") ? !links.own(domain(from)) : !published.isEmpty());
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).replaceAll("[>\\s]+$", "");
    }
}
