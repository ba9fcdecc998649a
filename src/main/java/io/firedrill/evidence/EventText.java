package io.firedrill.evidence;

import io.firedrill.journal.Event;

import java.util.Locale;
import java.util.Optional;

/** Says in one line what an event of the journal means; empty for those that are only counted. */
public final class EventText {
    private EventText() {}

    /** Gives the line. */
    public static Optional<String> of(Event event) {
        Optional<String> script = script(event);
        return script.or(() -> seen(event)).or(() -> ToldText.of(event));
    }

    private static Optional<String> script(Event event) {
        String text = null;
        if (event instanceof Event.BaselineJudged judged) {
            text = "baseline " + (judged.healthy() ? "healthy" : "NOT healthy")
                    + tail(judged.why());
        } else if (event instanceof Event.StepDue due) {
            text = (due.gaveUp() ? "gave up waiting for: " : "due: ") + due.text();
        } else if (event instanceof Event.StepSkipped skipped) {
            text = "skipped: " + skipped.text() + tail(skipped.why());
        } else if (event instanceof Event.FaultIntended fault) {
            text = "inject " + fault.fault() + " on " + target(fault) + ", called "
                    + fault.called();
        } else if (event instanceof Event.FaultApplied applied) {
            text = "injected: " + applied.called();
        } else if (event instanceof Event.FaultHealed healed) {
            text = healed.error() == null
                    ? "healed: " + healed.called()
                    : "heal of " + healed.called() + " FAILED: " + healed.error();
        } else if (event instanceof Event.EffectSeen effect) {
            text = "witness " + effect.witness() + ", " + lower(effect.moment()) + ": "
                    + effect.called() + " in effect: " + lower(effect.inEffect())
                    + tail(effect.detail());
        }
        return Optional.ofNullable(text);
    }

    private static Optional<String> seen(Event event) {
        String text = null;
        if (event instanceof Event.RoleAnswered answer) {
            text = answer.component() + " holds " + answer.role() + ": " + lower(answer.holds());
        } else if (event instanceof Event.ComponentSeen component) {
            text = component.component() + ": " + component.state() + tail(component.detail());
        } else if (event instanceof Event.RelaySwitched relay) {
            text = "relay of " + relay.link() + " " + relay.to() + tail(relay.why());
        } else if (event instanceof Event.InvariantRead invariant) {
            text = invariant.objective() + " " + lower(invariant.moment())
                    + " the faults: expected " + invariant.expected() + ", was "
                    + invariant.actual();
        } else if (event instanceof Event.LimitReached limit) {
            text = "limit reached: " + limit.what();
        } else if (event instanceof Event.HarnessStalled stalled) {
            text = "the harness stood still for " + (stalled.end() - stalled.begin()) / 1_000_000
                    + " ms";
        } else if (event instanceof Event.Trouble trouble) {
            text = "trouble in " + trouble.where() + tail(trouble.what());
        } else if (event instanceof Event.LeftBehind left) {
            text = "left behind" + tail(left.what());
        } else if (event instanceof Event.Aborted aborted) {
            text = "aborted" + tail(aborted.why());
        }
        return Optional.ofNullable(text);
    }

    /** Says whether an event tells that something is wrong with the drill itself. */
    public static boolean wrong(Event event) {
        return event instanceof Event.Trouble
                || event instanceof Event.Aborted
                || event instanceof Event.LeftBehind
                || event instanceof Event.StepSkipped step && !step.why().equals("dry run")
                || event instanceof Event.LimitReached
                || event instanceof Event.BaselineJudged judged && !judged.healthy()
                || event instanceof Event.ChannelProven proven && !proven.alive()
                || event instanceof Event.FaultHealed healed && healed.error() != null;
    }

    private static String target(Event.FaultIntended fault) {
        return fault.target().equals(fault.resolved())
                ? fault.target()
                : fault.target() + " = " + fault.resolved();
    }

    private static String tail(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
