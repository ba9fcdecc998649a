package io.firedrill.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a drill. Times in fields are nanoseconds of the {@link DrillClock}; an
 * interval {@code [begin, end]} says that it happened at some instant between the two.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.DrillStarted.class, name = "drill-started"),
    @JsonSubTypes.Type(value = Event.DryRun.class, name = "dry-run"),
    @JsonSubTypes.Type(value = Event.EnvironmentRecorded.class, name = "environment-recorded"),
    @JsonSubTypes.Type(value = Event.PhaseEntered.class, name = "phase-entered"),
    @JsonSubTypes.Type(value = Event.BaselineJudged.class, name = "baseline-judged"),
    @JsonSubTypes.Type(value = Event.StepDue.class, name = "step-due"),
    @JsonSubTypes.Type(value = Event.StepSkipped.class, name = "step-skipped"),
    @JsonSubTypes.Type(value = Event.FaultIntended.class, name = "fault-intended"),
    @JsonSubTypes.Type(value = Event.FaultApplied.class, name = "fault-applied"),
    @JsonSubTypes.Type(value = Event.FaultHealed.class, name = "fault-healed"),
    @JsonSubTypes.Type(value = Event.EffectSeen.class, name = "effect-seen"),
    @JsonSubTypes.Type(value = Event.Attempt.class, name = "attempt"),
    @JsonSubTypes.Type(value = Event.AttemptsDropped.class, name = "attempts-dropped"),
    @JsonSubTypes.Type(value = Event.RoleAnswered.class, name = "role-answered"),
    @JsonSubTypes.Type(value = Event.ComponentSeen.class, name = "component-seen"),
    @JsonSubTypes.Type(value = Event.LinkUsed.class, name = "link-used"),
    @JsonSubTypes.Type(value = Event.RelaySwitched.class, name = "relay-switched"),
    @JsonSubTypes.Type(value = Event.WriteReconciled.class, name = "write-reconciled"),
    @JsonSubTypes.Type(value = Event.InvariantRead.class, name = "invariant-read"),
    @JsonSubTypes.Type(value = Event.AnswerRead.class, name = "answer-read"),
    @JsonSubTypes.Type(value = Event.ChannelProven.class, name = "channel-proven"),
    @JsonSubTypes.Type(value = Event.NoticeReceived.class, name = "notice-received"),
    @JsonSubTypes.Type(value = Event.DeliveryReported.class, name = "delivery-reported"),
    @JsonSubTypes.Type(value = Event.PageRead.class, name = "page-read"),
    @JsonSubTypes.Type(value = Event.PersonAsked.class, name = "person-asked"),
    @JsonSubTypes.Type(value = Event.PersonActed.class, name = "person-acted"),
    @JsonSubTypes.Type(value = Event.AskingEnded.class, name = "asking-ended"),
    @JsonSubTypes.Type(value = Event.LimitReached.class, name = "limit-reached"),
    @JsonSubTypes.Type(value = Event.HarnessStalled.class, name = "harness-stalled"),
    @JsonSubTypes.Type(value = Event.Trouble.class, name = "trouble"),
    @JsonSubTypes.Type(value = Event.LeftBehind.class, name = "left-behind"),
    @JsonSubTypes.Type(value = Event.Aborted.class, name = "aborted"),
    @JsonSubTypes.Type(value = Event.DrillEnded.class, name = "drill-ended"),
})
public sealed interface Event {

    /** The first event. */
    record DrillStarted(String drill, String title, Map<String, String> limits) implements Event {}

    /** Nothing will be injected: what follows proves nothing of the system. */
    record DryRun() implements Event {}

    /** Versions, digests, host, switches: name to value. */
    record EnvironmentRecorded(Map<String, String> facts) implements Event {}

    /** A part of the drill's life began. */
    record PhaseEntered(Phase phase, String why) implements Event {}

    /**
     * What the baseline showed. {@code slowestNanos} is the slowest served attempt of each journey.
     */
    record BaselineJudged(boolean healthy, String why, Map<String, Long> slowestNanos)
            implements Event {}

    /**
     * A step came due.
     *
     * @param step its position in the script, from 0
     * @param gaveUp true where its trigger did not come and the wait was no longer worth while
     */
    record StepDue(int step, String text, boolean gaveUp) implements Event {}

    /** A step was not carried out, and why. */
    record StepSkipped(int step, String text, String why) implements Event {}

    /**
     * A fault is about to be applied; written before anything is touched.
     *
     * @param target the target as written, {@code resolved} what it stood for at this moment
     */
    record FaultIntended(
            String called,
            String fault,
            String target,
            String resolved,
            Map<String, String> settings)
            implements Event {}

    /** The injector did its work at some instant of the interval. */
    record FaultApplied(String called, long begin, long end) implements Event {}

    /** The cure did its work at some instant of the interval; {@code error} where it failed. */
    record FaultHealed(
            String called, long begin, long end, @Nullable String error) implements Event {}

    /**
     * What a witness other than the injector saw of a fault.
     *
     * @param moment when it was asked: before, during, after
     * @param inEffect yes, no, or unknown
     * @param witness who saw it
     * @param detail what was seen
     */
    record EffectSeen(
            String called,
            Moment moment,
            Ternary inEffect,
            String witness,
            String detail,
            long begin,
            long end)
            implements Event {}

    /** When a witness was asked, relative to the fault. */
    enum Moment {
        BEFORE,
        DURING,
        AFTER
    }

    /** Yes, no, or not known. */
    enum Ternary {
        YES,
        NO,
        UNKNOWN
    }

    /**
     * One customer's attempt.
     *
     * @param journey its name; the control journey to our own stub is {@link #CONTROL}
     * @param number from 0, counted for each journey
     * @param intended when it was to set out
     * @param sent when its first byte was handed over
     * @param end when the answer was complete or the failure seen
     * @param detail what was seen, short; empty where it was served
     * @param status the status of the answer where that was not the expected one (reason
     *     {@code STATUS}); null where it was not the status, or the journey knows none
     * @param write the id of its write, where it makes one
     * @param told true where the customer was told that the write is safe
     * @param repeats how many times this write id was tried before
     */
    record Attempt(
            String journey,
            String entry,
            String who,
            long number,
            long intended,
            long sent,
            long end,
            Outcome outcome,
            AttemptReason reason,
            String detail,
            @Nullable Integer status,
            @Nullable String write,
            boolean told,
            int repeats)
            implements Event {
        /** Name of the journey that measures our own overload. */
        public static final String CONTROL = "(control)";

        /** Says whether the customer was served. */
        public boolean ok() {
            return outcome == Outcome.OK;
        }
    }

    /** Attempts that could not be sent because too many were under way: never hidden. */
    record AttemptsDropped(String journey, long count, long firstIntended, long lastIntended)
            implements Event {}

    /**
     * A component was asked whether it holds a role, and the answer was new.
     *
     * @param begin begin of the last sample with another answer (or of the first question): the
     *     change may have come right after the component looked at itself
     * @param end when the new answer was there
     */
    record RoleAnswered(String role, String component, Ternary holds, long begin, long end)
            implements Event {}

    /**
     * The platform saw a component change.
     *
     * @param state what happened: start, die, pause, unpause, healthy, unhealthy, and so on
     * @param end when we heard of it
     */
    record ComponentSeen(String component, String state, String detail, long begin, long end)
            implements Event {}

    /** A consumer was seen to use a relayed link. */
    record LinkUsed(String link, String detail) implements Event {}

    /** A relay was closed or opened because its provider was seen to die or return. */
    record RelaySwitched(String link, String to, String why) implements Event {}

    /** What became of a write: how often it is there; {@code -1} where it could not be asked. */
    record WriteReconciled(String journey, String write, int count, String detail)
            implements Event {}

    /** An invariant was read before or after the drill. */
    record InvariantRead(
            String objective,
            Moment moment,
            boolean read,
            boolean holds,
            String expected,
            String actual)
            implements Event {}

    /**
     * The runner asked what an objective wants to know, as it does all through the drill.
     *
     * @param answered whether there was a complete answer, good or bad
     * @param code HTTP status or exit code; -1 where there was none
     * @param asExpected whether it was the answer that the objective names
     * @param value what was read out of it; empty where nothing was
     * @param detail what was not as expected
     * @param begin when it was asked, {@code end} when the answer was there
     */
    record AnswerRead(
            String objective,
            boolean answered,
            int code,
            boolean asExpected,
            @Nullable String value,
            String detail,
            long begin,
            long end)
            implements Event {}

    /**
     * Whether a channel was alive before anything was broken: only on such a channel does silence
     * say something.
     *
     * @param how what showed it, or what failed
     */
    record ChannelProven(String channel, boolean alive, String how, long begin, long end)
            implements Event {}

    /**
     * A message arrived where its recipient would get it. Whether it is a notice of an incident
     * shows in its facts.
     *
     * @param recipient the address, number or handle it was sent to; empty where the channel has
     *     none
     * @param message the id that the provider gave it; unique within the channel
     * @param sent when it was sent by its own stamp, told on the drill's clock; null where it does
     *     not say
     * @param facts what was read out of it, by the names in {@link Fact}
     * @param unread what is there and could not be read, in plain words; empty where all was
     * @param text as its recipient reads it, at most 4,000 characters
     */
    record NoticeReceived(
            String channel,
            String recipient,
            String message,
            @Nullable Long sent,
            Map<String, String> facts,
            List<String> unread,
            String text,
            long begin,
            long end)
            implements Event {}

    /** What a provider said later of a message that it took. */
    record DeliveryReported(
            String channel,
            String message,
            String recipient,
            Delivery delivery,
            String detail,
            long begin,
            long end)
            implements Event {}

    /** How far a message came. */
    enum Delivery {
        /** The provider took it, and says nothing of the recipient. */
        ACCEPTED,
        /** It reached the recipient's device or mailbox. */
        DELIVERED,
        /** It never will: bounced, undelivered, an expired token. */
        UNDELIVERED,
        /** The provider did not take it: an error, or too many. */
        REFUSED
    }

    /**
     * A page that people look at was read as a reader does: a status page, a banner, a feed.
     *
     * @param answered whether there was a complete answer, good or bad
     * @param code HTTP status; -1 where there was none
     * @param whole whether everything that the page needs (style sheets, pictures) came as well
     * @param facts what it says of the newest incident, by the names in {@link Fact}; {@code state}
     *     is {@code operational} where it says that all is well
     * @param unread what is there and could not be read
     * @param detail what was not as expected
     * @param begin where it brings something else than the reading before it, the begin of the last
     *     look that saw that; else of this look
     */
    record PageRead(
            String channel,
            boolean answered,
            int code,
            boolean whole,
            Map<String, String> facts,
            List<String> unread,
            String detail,
            long begin,
            long end)
            implements Event {}

    /**
     * A person, or a stand-in, did what a plan asks of a role.
     *
     * @param act acknowledged, approved, escalated, answered, or another word of the plan
     * @param about the incident, or the prompt
     * @param standIn true where no person took part
     * @param begin when it was asked for, {@code end} when it was done
     */
    record PersonActed(
            String role,
            String act,
            String about,
            String detail,
            boolean standIn,
            long begin,
            long end)
            implements Event {}

    /**
     * A step asked somebody for something: for its answer, for the next line of a written
     * procedure, or a deputy for the same. What comes of it is a {@link PersonActed} about
     * {@code called}; for the third line of a procedure, about {@code called/3}.
     *
     * @param called the name of the step
     * @param line which of its lines, from 1; 1 where there is only one
     * @param role who is asked from now on
     * @param text what was asked
     * @param way how the answer comes: {@code terminal} or {@code page}; {@code stand-in} where no
     *     person was asked
     */
    record PersonAsked(String called, int line, String role, String text, String way, long at)
            implements Event {}

    /**
     * Nobody is asked any more by that step.
     *
     * @param complete whether all of it was answered; false where the drill was over first
     */
    record AskingEnded(String called, boolean complete, long at) implements Event {}

    /** A bound was reached. */
    record LimitReached(String what, long limitNanos) implements Event {}

    /** This JVM stood still: what was measured then says nothing about the system. */
    record HarnessStalled(long begin, long end) implements Event {}

    /** Something went wrong in the harness. */
    record Trouble(String where, String what, List<String> stack) implements Event {}

    /**
     * After all was seen, something of the system could not be removed; no measured value hangs on
     * it.
     */
    record LeftBehind(String what) implements Event {}

    /** The drill was broken off from outside. */
    record Aborted(String why) implements Event {}

    /** The last event. */
    record DrillEnded() implements Event {}
}
