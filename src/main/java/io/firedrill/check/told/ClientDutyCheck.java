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

import java.util.List;

/**
 * Judges (N26, after DORA article 19(3)) whether each message to the public about a journey that
 * moves money names the incident and the measures taken, from the moment the cause is known: a
 * first notice that is still investigating has no measures to name. Exercised where such a message
 * was sent.
 */
public final class ClientDutyCheck implements Check {
    private static final String MONEY = "money";

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n26-client-duty",
                "where money is affected the public is told of the incident and of the measures",
                Setting.optional(
                        MONEY,
                        Setting.Type.WORDS,
                        List.of(),
                        "the journeys that move money; where none is named, all do"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "incident and measures named");
        List<String> money = objective.settings().words(MONEY);
        List<Arrived> notices = new Telling(scenario, journal)
                .publicNotices().stream()
                        .filter(notice -> !notice.state().equals("investigating"))
                        .filter(notice -> aboutMoney(notice, money))
                        .toList();
        draft.detail("messages about money", String.valueOf(notices.size()));
        if (notices.isEmpty()) {
            return Unexercised.because(
                    draft,
                    "no message to the public said that a journey with money is affected, later"
                            + " than while it was being investigated");
        }
        Complaints missing = new Complaints();
        for (Arrived notice : notices) {
            if (notice.incident().isEmpty()) {
                missing.add(notice.index(), notice.named() + " does not name the incident");
            }
            if (notice.fact(Fact.MEASURES).isEmpty()) {
                missing.add(notice.index(), notice.named() + " does not name the measures taken");
            }
        }
        return missing.rule(
                draft,
                Reason.MEASURES_MISSING,
                "every message about money names the incident and the measures taken "
                        + Amount.of(notices.size(), "message"));
    }

    private static boolean aboutMoney(Arrived notice, List<String> money) {
        List<String> affected = notice.listed(Fact.AFFECTED);
        return !affected.isEmpty()
                && (money.isEmpty()
                        || affected.stream()
                                .anyMatch(one -> money.stream().anyMatch(one::equalsIgnoreCase)));
    }
}
