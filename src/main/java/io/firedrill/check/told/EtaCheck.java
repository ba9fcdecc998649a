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
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N08) whether notices to the public say when service is expected back, as the policy wants
 * it while the cause or the cure is being looked for. {@code required}: each says it, and an honest
 * "not known yet" with the time of the next update counts; {@code forbidden}: none names a time;
 * {@code allowed}: as they like. Exercised where the public was told.
 */
public final class EtaCheck implements Check {
    private static final String POLICY = "policy";
    private static final String UNKNOWN =
            "says that it is not known when service is back, and not when the next update comes";
    private static final Set<String> STATES = Set.of("investigating", "identified");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n08-eta",
                "notices say when service is expected back, as the policy wants it",
                Setting.choice(
                        POLICY,
                        List.of("required", "allowed", "forbidden"),
                        "whether notices name a time; required: or say that it is not known yet"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        String policy = objective.settings().text(POLICY);
        Draft draft = Draft.of(objective, policy);
        List<Arrived> open = new Story(scenario, journal)
                .toPublic().stream()
                        .filter(notice -> STATES.contains(notice.state()))
                        .toList();
        open.forEach(notice -> draft.event(notice.index()));
        if (open.isEmpty()) {
            return Unexercised.because(
                    draft, "no notice of an incident under way was sent to the public");
        }
        Complaints wrong = new Complaints();
        open.forEach(notice -> complaint(policy, notice)
                .ifPresent(it -> wrong.add(notice.index(), notice.named() + " " + it)));
        return wrong.rule(
                draft,
                Reason.ETA_AGAINST_POLICY,
                "each of " + open.size() + " notices speaks of the time when service is expected"
                        + " back as the policy wants it (" + policy + ")");
    }

    private static Optional<String> complaint(String policy, Arrived notice) {
        Optional<String> eta = notice.fact(Fact.ETA);
        boolean named = notice.instant(Fact.ETA).isPresent();
        return switch (policy) {
            case "required" ->
                eta.isEmpty()
                        ? Optional.of("does not say when service is expected back")
                        : Optional.of(UNKNOWN).filter(any -> !named && !nextUpdate(notice));
            case "forbidden" ->
                Optional.of("names a time when service is back, which is forbidden")
                        .filter(any -> named);
            default -> Optional.empty();
        };
    }

    private static boolean nextUpdate(Arrived notice) {
        return notice.fact(Fact.NEXT_UPDATE).isPresent();
    }
}
