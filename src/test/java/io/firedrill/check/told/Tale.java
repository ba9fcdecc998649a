package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Verdict;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes little journals of who was told what, in seconds of a drill in which 1 s stands for 60: a
 * fault from 10 to 40 s, observed until 100 s; what arrives does so within 2 ms of its second.
 */
final class Tale {
    static final double END = 100;
    private static final double SPACING = 0.1;
    private static final long SECOND = 1_000_000_000L;

    private final List<Timed> events = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private int messages;
    private Event.@Nullable PageRead shown;
    private long looked;

    private record Timed(long nanos, Event event) {}

    private Tale() {}

    /** Begins one with a fault, in which every channel but those named was alive. */
    static Tale tale(String... dead) {
        Tale tale = new Tale();
        tale.event(0, new Event.PhaseEntered(Phase.BASELINE, "system is up"));
        for (String channel : List.of("mail", "sms", "chat", "pager", "page", "sheet")) {
            boolean alive = !List.of(dead).contains(channel);
            tale.event(4, new Event.ChannelProven(channel, alive, "a test", nanos(1), nanos(4)));
        }
        return tale.event(5, new Event.BaselineJudged(true, "0 failed", Map.of()))
                .event(5, new Event.PhaseEntered(Phase.FAULTS, "baseline was healthy"))
                .event(9, new Event.FaultIntended("lost", "vanish", "db1", "db1", Map.of()))
                .event(10, new Event.FaultApplied("lost", nanos(10), nanos(10.001)))
                .event(40, new Event.FaultHealed("lost", nanos(40), nanos(40.001), null))
                .event(END, new Event.PhaseEntered(Phase.CLOSE, "all was seen"))
                .event(END, new Event.DrillEnded());
    }

    static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    /** Gives a second of the drill as a notice writes it. */
    static String at(double seconds) {
        return Instant.EPOCH.plusNanos(nanos(seconds)).toString();
    }

    Tale event(double at, Event event) {
        events.add(new Timed(nanos(at), event));
        return this;
    }

    /** Customers of a journey all through the drill, who fail in a time. */
    Tale down(String journey, double from, double until) {
        for (double at = 0; at < END - 1e-9; at += SPACING) {
            attempt(journey, at, at < from - 1e-9 || at >= until - 1e-9);
        }
        return this;
    }

    /** Customers of a journey who never fail. */
    Tale up(String journey) {
        return down(journey, END, END);
    }

    private void attempt(String journey, double at, boolean ok) {
        long number = numbers.merge(journey, 1L, Long::sum) - 1;
        double end = at + (ok ? 0.005 : 0.001);
        event(
                end,
                new Event.Attempt(
                        journey,
                        "web",
                        "ada",
                        number,
                        nanos(at),
                        nanos(at),
                        nanos(end),
                        ok ? Outcome.OK : Outcome.FAILED,
                        ok ? AttemptReason.NONE : AttemptReason.REFUSED,
                        "",
                        null,
                        null,
                        false,
                        0));
    }

    /** A write that a customer was told is safe, and how often it was there in the end. */
    Tale write(String write, double at, int count) {
        event(
                at,
                new Event.Attempt(
                        "order",
                        "web",
                        "ada",
                        1_000_000,
                        nanos(at),
                        nanos(at),
                        nanos(at + 0.005),
                        Outcome.OK,
                        AttemptReason.NONE,
                        "",
                        null,
                        write,
                        true,
                        0));
        return event(END - 1, new Event.WriteReconciled("order", write, count, ""));
    }

    /** A fault on the link to a channel. */
    Tale cut(String channel, double from, double until) {
        String link = "desk -> " + channel + ":25";
        return event(from, new Event.FaultIntended("cut " + channel, "cut", link, link, Map.of()))
                .event(from, new Event.FaultApplied("cut " + channel, nanos(from), nanos(from)))
                .event(
                        until,
                        new Event.FaultHealed("cut " + channel, nanos(until), nanos(until), null));
    }

    /** Somebody did something in answer to a call. */
    Tale acted(double at, String role, String act) {
        return event(
                at,
                new Event.PersonActed(role, act, "INC-7", "", true, nanos(at - 0.5), nanos(at)));
    }

    /** A notice with facts such as {@code state=resolved}, and its text. */
    Tale notice(double at, String to, String text, String... facts) {
        String channel = to.substring(0, to.indexOf(':'));
        Map<String, String> all = facts(facts);
        Long sent = all.containsKey(Fact.SENT)
                ? Long.valueOf(nanos(Instant.parse(all.get(Fact.SENT)).toEpochMilli() / 1e3))
                : null;
        messages++;
        return event(
                at,
                new Event.NoticeReceived(
                        channel,
                        to.substring(channel.length() + 1),
                        "m" + messages,
                        sent,
                        all,
                        List.of(),
                        text,
                        nanos(at - 0.001),
                        nanos(at + 0.001)));
    }

    /** An update of INC-7 to somebody, for instance {@code mail:ada@home.example}. */
    Tale update(double at, String to, int update, String... facts) {
        List<String> all = new ArrayList<>(List.of(facts));
        all.add("incident=INC-7");
        all.add("update=" + update);
        return notice(at, to, "Orders fail at the moment.", all.toArray(String[]::new));
    }

    /** What a provider says of the last notice. */
    Tale reported(double at, String to, Event.Delivery delivery) {
        String channel = to.substring(0, to.indexOf(':'));
        String recipient = to.substring(channel.length() + 1);
        return event(
                at,
                new Event.DeliveryReported(
                        channel,
                        "m" + messages,
                        recipient,
                        delivery,
                        "",
                        nanos(at - 0.001),
                        nanos(at + 0.001)));
    }

    Tale page(double at, String... facts) {
        return page(at, 200, true, facts);
    }

    /**
     * A page that was read; code -1 where it did not answer. What is new on it came at some instant
     * since the begin of the look before, which is in the tale already.
     */
    Tale page(double at, int code, boolean whole, String... facts) {
        Event.PageRead before = shown;
        Map<String, String> said = facts(facts);
        boolean news =
                before != null && (before.code() != code || !before.facts().equals(said));
        shown = new Event.PageRead(
                "page",
                code > 0,
                code,
                whole,
                said,
                List.of(),
                "",
                news ? Math.min(looked, nanos(at - 0.001)) : nanos(at - 0.001),
                nanos(at + 0.001));
        looked = nanos(at - 0.001);
        return event(at, shown);
    }

    /** Somebody asked at one second and was answered at the other. */
    Tale answered(double asked, double answered, String answer) {
        return event(
                answered,
                new Event.PersonActed(
                        "agent",
                        "answered",
                        "is it down?",
                        answer,
                        true,
                        nanos(asked),
                        nanos(answered)));
    }

    private static Map<String, String> facts(String... facts) {
        Map<String, String> all = new HashMap<>();
        for (String fact : facts) {
            int cut = fact.indexOf('=');
            all.put(fact.substring(0, cut), fact.substring(cut + 1));
        }
        return Map.copyOf(all);
    }

    /**
     * Judges it by the plan of {@link Plans}, with the check's own settings where none is given.
     */
    Verdict judge(Check check, Object... settings) {
        return judgeBy(Plans.scenario(), check, settings);
    }

    /** Judges it by another plan. */
    Verdict judgeBy(Scenario scenario, Check check, Object... settings) {
        ObjectiveKind kind = check.kind();
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : kind.settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        for (int at = 0; at < settings.length; at += 2) {
            values.put((String) settings[at], settings[at + 1]);
        }
        Objective objective =
                new Objective(kind.name(), kind.name(), new Settings(values), List.of());
        return check.examine(objective, scenario, build());
    }

    private Journal build() {
        List<Timed> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(Timed::nanos));
        List<Entry> entries = new ArrayList<>();
        for (Timed timed : sorted) {
            Instant wall = Instant.EPOCH.plusNanos(timed.nanos());
            entries.add(new Entry(entries.size(), timed.nanos(), wall, "test", timed.event()));
        }
        List<Entry> done = List.copyOf(entries);
        return () -> done;
    }
}
