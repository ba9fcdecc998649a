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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges (N24) whether each message to the public names a role of the plan's {@code approvers} that
 * approved it, and when, which is not after it was sent. Both times are the sender's own, so they
 * are compared as he wrote them; one that is whole seconds may have been up to a second later.
 * Exercised where the public was sent a message.
 */
public final class ApprovedCheck implements Check {
    private static final Duration TRUNCATED = Duration.ofMillis(999);

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n24-approved",
                "each message to the public names the role that approved it before it was sent");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "each approved before it was sent");
        Telling told = new Telling(scenario, journal);
        List<Arrived> notices = told.publicNotices();
        Complaints wrong = new Complaints();
        Complaints unsure = new Complaints();
        Set<String> roles = new TreeSet<>();
        for (Arrived notice : notices) {
            notice.fact(Fact.APPROVED_BY).ifPresent(roles::add);
            Optional<String> complaint = complaint(notice, told.plan().approvers());
            complaint.ifPresent(it -> wrong.add(notice.index(), notice.named() + " " + it));
            if (complaint.isEmpty() && unsure(notice)) {
                unsure.add(notice.index(), notice.named());
            }
        }
        draft.detail("messages", String.valueOf(notices.size()))
                .detail("approved by", String.join(", ", roles));
        if (notices.isEmpty()) {
            return Unexercised.because(draft, "the public was sent no message to approve");
        }
        if (wrong.isEmpty() && !unsure.isEmpty()) {
            unsure.tell(draft, "not known");
            return draft.inconclusive(
                    Reason.STRADDLES_LIMIT,
                    unsure.headline() + " was approved within the second in which it was sent");
        }
        return wrong.rule(
                draft,
                Reason.NOT_APPROVED,
                "every message to the public was approved by " + String.join(" or ", roles)
                        + " before it was sent " + Amount.of(notices.size(), "message"));
    }

    private static Optional<String> complaint(Arrived notice, List<String> approvers) {
        Optional<String> role = notice.fact(Fact.APPROVED_BY);
        if (role.isEmpty()) {
            return Optional.of("names nobody who approved it");
        }
        if (!approvers.contains(role.get())) {
            return Optional.of("was approved by '" + role.get() + "', who may not; approvers: "
                    + String.join(", ", approvers));
        }
        Optional<Instant> approved = notice.instant(Fact.APPROVED_AT);
        Optional<Instant> sent = notice.instant(Fact.SENT);
        if (approved.isEmpty() || sent.isEmpty()) {
            return Optional.of(
                    "does not say when it was " + (approved.isEmpty() ? "approved" : "sent"));
        }
        return approved.get().isAfter(latest(sent.get()))
                ? Optional.of("was approved "
                        + Duration.between(sent.get(), approved.get()).toMillis()
                        + " ms after it was sent")
                : Optional.empty();
    }

    /** Written after it was sent, and perhaps not so: the time of sending is whole seconds. */
    private static boolean unsure(Arrived notice) {
        Instant approved = notice.instant(Fact.APPROVED_AT).orElse(Instant.MIN);
        return approved.isAfter(notice.instant(Fact.SENT).orElse(Instant.MAX));
    }

    private static Instant latest(Instant written) {
        return written.getNano() == 0 ? written.plus(TRUNCATED) : written;
    }
}
