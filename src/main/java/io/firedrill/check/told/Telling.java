package io.firedrill.check.told;

import io.firedrill.check.Faults;
import io.firedrill.check.Interval;
import io.firedrill.check.Moments;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What people were told in a drill, beside the plan that says how they are to be told. */
final class Telling {
    private final Scenario scenario;
    private final Journal journal;
    private final CommunicationPlan plan;
    private final Faults faults;
    private final List<Arrived> notices = new ArrayList<>();
    private final List<Shown> readings = new ArrayList<>();

    /**
     * What a page showed when it was read.
     *
     * @param index of its entry in the journal
     */
    record Shown(long index, Event.PageRead event) {
        private static final int OK = 200;
        private static final int NOT_OK = 300;

        Optional<String> fact(String name) {
            return Optional.ofNullable(event.facts().get(name)).filter(value -> !value.isBlank());
        }

        Optional<Integer> update() {
            return fact(Fact.UPDATE).filter(it -> it.matches("[0-9]{1,9}")).map(Integer::valueOf);
        }

        Interval read() {
            return new Interval(event.begin(), event.end());
        }

        /** Says whether it could be read: it answered, and with no error. */
        boolean readable() {
            return event.answered() && event.code() >= OK && event.code() < NOT_OK;
        }
    }

    Telling(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
        this.plan = scenario.system().communication().orElseGet(() -> nothing(scenario));
        this.faults = Faults.of(journal);
        for (Entry entry : journal.entries()) {
            if (entry.event() instanceof Event.NoticeReceived notice) {
                keep(new Arrived(entry.index(), notice));
            } else if (entry.event() instanceof Event.PageRead page) {
                readings.add(new Shown(entry.index(), page));
            }
        }
    }

    private void keep(Arrived notice) {
        boolean isTest = notice.fact(Fact.TEST).filter("yes"::equals).isPresent();
        if (!isTest) {
            notices.add(notice);
        }
    }

    private static CommunicationPlan nothing(Scenario scenario) {
        return new CommunicationPlan(
                scenario.file(),
                "no plan",
                1,
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    Scenario scenario() {
        return scenario;
    }

    Journal journal() {
        return journal;
    }

    CommunicationPlan plan() {
        return plan;
    }

    Faults faults() {
        return faults;
    }

    /** Gives how the plan's time runs in the drill. */
    Scale scale() {
        return new Scale(plan.timeScale());
    }

    /** Gives all messages but those that say that they are a test, in the order of arrival. */
    List<Arrived> notices() {
        return notices;
    }

    /** Gives the messages that state something of an incident to people outside of the company. */
    List<Arrived> publicNotices() {
        return publicMessages().stream().filter(Arrived::ofAnIncident).toList();
    }

    /** Gives all messages to people outside of the company, those that state nothing as well. */
    List<Arrived> publicMessages() {
        return notices.stream().filter(this::isPublic).toList();
    }

    /** Gives every complete reading of a page, in order. */
    List<Shown> pages() {
        return readings.stream().filter(page -> page.event().answered()).toList();
    }

    /** Gives every reading of a page, in order, those that brought nothing as well. */
    List<Shown> readings() {
        return readings;
    }

    /** Gives until when the system was being observed. */
    long observedUntil() {
        return Moments.of(journal).observedUntil();
    }

    /** Finds who on the contact list has an address on a channel. */
    Optional<Person> person(String channel, String address) {
        return plan.people().stream()
                .filter(person -> address.equals(person.addresses().get(channel)))
                .findFirst();
    }

    /** Finds the audience that a notice is for: as it says, as its recipient, as its channel. */
    Optional<Audience> audience(Arrived notice) {
        return named(notice).or(() -> only(using(notice.event().channel())));
    }

    private Optional<Audience> named(Arrived notice) {
        Optional<Audience> said = notice.fact(Fact.AUDIENCE).map(plan.audiences()::get);
        return said.or(() -> person(notice.event().channel(), notice.event().recipient())
                .map(person -> plan.audiences().get(person.audience())));
    }

    /**
     * Gives all audiences that a notice is for: the one that it names or its recipient belongs to;
     * where nobody has an address of his own, as on a page, all that use the channel.
     */
    List<Audience> audiences(Arrived notice) {
        String channel = notice.event().channel();
        boolean addressed =
                plan.people().stream().anyMatch(person -> person.addresses().containsKey(channel));
        return addressed
                ? audience(notice).stream().toList()
                : named(notice).map(List::of).orElseGet(() -> using(channel));
    }

    /** Says whether a notice is for an audience. */
    boolean isFor(String audience, Arrived notice) {
        return audiences(notice).stream().map(Audience::name).anyMatch(audience::equals);
    }

    private static Optional<Audience> only(List<Audience> some) {
        return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
    }

    private List<Audience> using(String channel) {
        return plan.audiences().values().stream()
                .filter(audience -> channels(audience).anyMatch(channel::equals))
                .toList();
    }

    private static Stream<String> channels(Audience audience) {
        return Stream.concat(audience.channels().stream(), audience.fallback().stream());
    }

    /** Says whether a notice is for people outside of the company, or may be. */
    boolean isPublic(Arrived notice) {
        return audience(notice)
                .map(Audience::isPublic)
                .orElseGet(() ->
                        using(notice.event().channel()).stream().anyMatch(Audience::isPublic));
    }

    /** Names the channels on which people outside of the company are told. */
    Set<String> publicChannels() {
        Set<String> names = new TreeSet<>();
        plan.audiences().values().stream()
                .filter(Audience::isPublic)
                .flatMap(Telling::channels)
                .forEach(names::add);
        return names;
    }

    /** Gives those of some channels that were not seen alive before anything was broken. */
    List<String> unproven(Set<String> channels) {
        Set<String> alive = new TreeSet<>();
        journal.all(Event.ChannelProven.class)
                .filter(Event.ChannelProven::alive)
                .forEach(proof -> alive.add(proof.channel()));
        return channels.stream().filter(name -> !alive.contains(name)).sorted().toList();
    }

    /** Gives the stamp of the journal's first entry. */
    long begin() {
        return Moments.of(journal).begin();
    }

    /** Gives an instant of wall time on the drill's clock, in nanoseconds, as near as is known. */
    long nanos(Instant wall) {
        return wallTime().at(wall).lo();
    }

    /** Gives how wall time and the drill's clock went along. */
    WallTime wallTime() {
        return new WallTime(journal.entries());
    }

    /**
     * Gives when the incident was declared: as notices say, else when a pager was called; empty
     * where neither is known.
     */
    Optional<Interval> declared() {
        return new Story(scenario, journal).declared();
    }

    /** Says whether a notice called somebody in the company out. */
    boolean onPager(Arrived notice) {
        Channel channel = scenario.system().channels().get(notice.event().channel());
        return channel != null && channel.speaks().equals("pagerduty");
    }

    /**
     * Gives when people were first told, since the first fault, that it is resolved; empty where
     * they were not.
     */
    Optional<Interval> resolved() {
        return new Story(scenario, journal)
                .all().stream()
                        .filter(notice -> !Story.open(notice))
                        .map(Arrived::arrived)
                        .findFirst();
    }

    /** Gives the first notice of every update, in the order of arrival, of some notices. */
    static List<Arrived> firsts(List<Arrived> notices) {
        Map<Arrived.Slot, Arrived> firsts = new LinkedHashMap<>();
        notices.forEach(
                notice -> notice.slot().ifPresent(slot -> firsts.putIfAbsent(slot, notice)));
        return List.copyOf(firsts.values());
    }
}
