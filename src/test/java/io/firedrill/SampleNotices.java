package io.firedrill;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SystemSpec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The journal of {@link SampleJournal#primaryLost}, in which people are told: customers are not
 * served from second 17 to 37.5, one second stands for 60, and the way to the mail provider is cut
 * from 19 to 32.
 */
public final class SampleNotices {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private int messages;

    private SampleNotices() {}

    /** Starts with the outage alone. */
    public static SampleNotices outage() {
        SampleNotices sample = new SampleNotices();
        sample.entries.addAll(SampleJournal.primaryLost().entries());
        return sample;
    }

    /** Makes the whole story. */
    public static Journal story() {
        return outage().tried().paged().firstNotice().updates().end().journal();
    }

    private SampleNotices tried() {
        for (String channel : List.of("mail", "sms", "chat")) {
            notice(3, channel, "ada", Map.of(Fact.TEST, "yes"));
            proven(15.4, channel, true, "a test message arrived");
        }
        proven(15.4, "page", true, "it answered");
        proven(15.4, "banner", true, "it answered");
        return proven(15.4, "sheet", false, "no test message arrived");
    }

    private SampleNotices paged() {
        add(
                19,
                new Event.FaultIntended(
                        "mail cut", "cut", "desk -> mail:25", "desk -> mail:25", Map.of()));
        add(19, new Event.FaultApplied("mail cut", nanos(18.9), nanos(19)));
        add(32, new Event.FaultHealed("mail cut", nanos(31.9), nanos(32), null));
        notice(17.8, "pager", "", Map.of(Fact.INCIDENT, "watch-1", Fact.ACTION, "trigger"));
        notice(18.9, "pager", "", Map.of(Fact.INCIDENT, "watch-1", Fact.ACTION, "acknowledge"));
        acted(17.8, 18.9, "on-call", "acknowledged");
        return acted(19.4, 19.9, "communications-lead", "approved");
    }

    private SampleNotices firstNotice() {
        Map<String, String> said = update(1, "investigating", "unknown", 26);
        said.put(Fact.IMPACT, "Transfers fail at the moment.");
        notice(20.1, "chat", "#staff", with(said, Fact.AUDIENCE, "staff"));
        delivery(20.4, "mail-refused", Delivery.REFUSED, "connection refused");
        notice(20.6, "sms", "+4470055501", said);
        delivery(20.9, "sms-" + messages, Delivery.DELIVERED, "");
        notice(20.7, "sms", "+4470055502", said);
        delivery(23, "sms-" + messages, Delivery.UNDELIVERED, "unknown number");
        page(16, 20.5, "page", Map.of(Fact.STATE, "operational"));
        page(21, 26, "page", said);
        page(16, 17, "banner", Map.of(Fact.STATE, "operational"));
        unanswered(17.5, 21, "banner");
        return page(21.5, 26, "banner", said);
    }

    private SampleNotices updates() {
        Map<String, String> second = update(2, "identified", at(41), 33);
        Map<String, String> third = update(3, "identified", at(43), 39);
        everywhere(26.2, second);
        notice(35.1, "chat", "#staff", with(third, Fact.AUDIENCE, "staff"));
        notice(35.2, "mail", "ada@customers.example", third);
        notice(35.4, "sms", "+4470055501", with(third, Fact.ETA, at(41)));
        notice(35.6, "mail", "ben@customers.example", second);
        page(26.5, 35, "page", second);
        page(26.5, 41, "banner", second);
        return page(35.5, 38, "page", third);
    }

    private SampleNotices end() {
        Map<String, String> watching = update(4, "monitoring", "unknown", 42);
        Map<String, String> over = update(5, "resolved", "unknown", 0);
        over.remove(Fact.ETA);
        over.put(Fact.DATA, "none-lost");
        everywhere(38.2, watching);
        notice(38.3, "mail", "ada@customers.example", watching);
        everywhere(41.4, over);
        notice(41.5, "mail", "ada@customers.example", over);
        page(38.5, 41, "page", watching);
        page(41.5, 46, "page", over);
        return page(41.5, 46, "banner", over);
    }

    private void everywhere(double at, Map<String, String> said) {
        notice(at, "chat", "#staff", with(said, Fact.AUDIENCE, "staff"));
        notice(at + 0.3, "sms", "+4470055501", said);
    }

    private static Map<String, String> update(int number, String state, String eta, double next) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Fact.INCIDENT, "INC-7");
        facts.put(Fact.UPDATE, Integer.toString(number));
        facts.put(Fact.STATE, state);
        facts.put(Fact.AUDIENCE, "customers");
        facts.put(Fact.AFFECTED, "balance,transfer");
        facts.put(Fact.ETA, eta);
        if (next > 0) {
            facts.put(Fact.NEXT_UPDATE, at(next));
        }
        return facts;
    }

    private static Map<String, String> with(Map<String, String> facts, String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return more;
    }

    /** Adds a message with its facts, and a text that names its state. */
    public SampleNotices notice(
            double at, String channel, String recipient, Map<String, String> facts) {
        String text = "Incident: " + facts.getOrDefault(Fact.INCIDENT, "-") + "\nState: "
                + facts.getOrDefault(Fact.STATE, "-");
        messages++;
        return add(
                at,
                new Event.NoticeReceived(
                        channel,
                        recipient,
                        channel + "-" + messages,
                        null,
                        facts,
                        List.of(),
                        text,
                        nanos(at - 0.02),
                        nanos(at)));
    }

    private SampleNotices delivery(double at, String message, Delivery delivery, String detail) {
        String channel = message.substring(0, message.indexOf('-'));
        return add(
                at,
                new Event.DeliveryReported(
                        channel, message, "", delivery, detail, nanos(at - 0.02), nanos(at)));
    }

    /** Adds readings of a page, two in a second. */
    public SampleNotices page(double from, double to, String channel, Map<String, String> facts) {
        for (double at = from; at <= to; at += 0.5) {
            add(at, read(at, channel, facts));
        }
        return this;
    }

    private static Event read(double at, String channel, Map<String, String> facts) {
        return new Event.PageRead(
                channel, true, 200, true, facts, List.of(), "", nanos(at - 0.01), nanos(at));
    }

    private void unanswered(double from, double to, String channel) {
        for (double at = from; at <= to; at += 0.5) {
            add(
                    at,
                    new Event.PageRead(
                            channel,
                            false,
                            -1,
                            false,
                            Map.of(),
                            List.of(),
                            "connection refused",
                            nanos(at - 0.01),
                            nanos(at)));
        }
    }

    private SampleNotices proven(double at, String channel, boolean alive, String how) {
        return add(at, new Event.ChannelProven(channel, alive, how, nanos(3), nanos(at)));
    }

    private SampleNotices acted(double asked, double done, String role, String act) {
        return add(
                done,
                new Event.PersonActed(role, act, "INC-7", "", true, nanos(asked), nanos(done)));
    }

    /** Adds an event. */
    public SampleNotices add(double at, Event event) {
        long nanos = nanos(at);
        entries.add(new Entry(0, nanos, START.plusNanos(nanos), "inboxes", event));
        return this;
    }

    /** Gives the journal, in order of time. */
    public Journal journal() {
        List<Entry> sorted = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparingLong(Entry::nanos))
                .forEach(entry -> sorted.add(new Entry(
                        sorted.size(), entry.nanos(), entry.wall(), entry.actor(), entry.event())));
        return () -> sorted;
    }

    /** Makes a drill whose system has channels and a plan. */
    public static Scenario drill(double timeScale, String... objectives) {
        Scenario bank = SampleDrills.drill("bank/primary-lost", objectives);
        return new Scenario(
                bank.id(),
                bank.file(),
                bank.title(),
                bank.about(),
                told(bank.system(), timeScale),
                bank.customers(),
                bank.baseline(),
                bank.steps(),
                bank.objectives(),
                bank.relayed(),
                bank.limit(),
                bank.twin());
    }

    private static SystemSpec told(SystemSpec bank, double timeScale) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        Map.of("mail", "smtp", "sms", "twilio", "chat", "slack", "pager", "pagerduty")
                .forEach((name, speaks) -> channels.put(name, provider(name, speaks)));
        for (String page : List.of("page", "banner")) {
            Channel.Look look = new Channel.Look(page, "/");
            channels.put(page, channel(page, "page", Optional.empty(), Optional.of(look)));
        }
        channels.put("sheet", provider("sheet", "file"));
        return new SystemSpec(
                bank.name(),
                bank.title(),
                bank.tier(),
                bank.folder(),
                bank.blueprint(),
                bank.components(),
                Map.of("page", new Endpoint("status", 80), "banner", new Endpoint("front", 80)),
                bank.links(),
                bank.roles(),
                bank.signIns(),
                bank.journeys(),
                channels,
                Optional.of(plan(timeScale)),
                bank.secrets());
    }

    private static Channel provider(String name, String speaks) {
        int port = speaks.equals("smtp") ? 25 : 80;
        return channel(name, speaks, Optional.of(new Endpoint(name, port)), Optional.empty());
    }

    private static Channel channel(
            String name, String speaks, Optional<Endpoint> at, Optional<Channel.Look> look) {
        return new Channel(name, speaks, at, look, Map.of(), Map.of());
    }

    private static CommunicationPlan plan(double timeScale) {
        List<Objective> told = Stream.of("n01-first-notice", "n05-cadence", "n17-page-independent")
                .map(kind -> new Objective(kind, kind, new Settings(Map.of()), List.of()))
                .toList();
        return new CommunicationPlan(
                Path.of("communication.yaml"),
                "How customers are told",
                timeScale,
                Map.of(),
                List.of(),
                List.of("communications-lead"),
                Set.of("bank.example"),
                List.of("investigating", "identified", "monitoring", "resolved"),
                told);
    }

    private static String at(double seconds) {
        return START.plusNanos(nanos(seconds)).toString();
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
