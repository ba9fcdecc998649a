package io.firedrill.evidence;

import io.firedrill.check.FaultFacts;
import io.firedrill.check.Interval;
import io.firedrill.check.Outage;
import io.firedrill.evidence.Told.Origin;
import io.firedrill.evidence.Told.Shown;
import io.firedrill.evidence.Told.Stretch;
import io.firedrill.evidence.Told.Way;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.SystemSpec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what people were told out of a drill's journal. */
final class ToldReading {
    private final Course course;
    private final long end;
    private final List<Notice> notices = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<Message, List<DeliveryReported>> reports = new HashMap<>();
    private final Set<Message> arrived = new HashSet<>();

    /** A message, as its provider names it. */
    private record Message(String channel, String id) {}

    ToldReading(Course course) {
        this.course = course;
        this.end = course.facts().begin() + course.facts().lasted().toNanos();
    }

    /** Reads all; empty where there is no channel. */
    Optional<Told> told() {
        List<Way> ways = ways();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        messages();
        pages();
        notices.sort(Comparator.comparingLong((Notice notice) -> notice.at().hi())
                .thenComparing(Notice::channel));
        List<DeliveryReported> failures =
                events(DeliveryReported.class).stream().filter(ToldText::failed).toList();
        return Optional.of(new Told(
                PlanTime.of(course.drill().scenario()),
                origin(),
                end,
                ways,
                List.copyOf(notices),
                List.copyOf(shown),
                events(Event.PersonActed.class),
                events(Event.ChannelProven.class),
                failures,
                failures.stream()
                        .filter(failure -> !arrived.contains(message(failure)))
                        .toList()));
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return course.drill().journal().all(type).toList();
    }

    private static Message message(DeliveryReported report) {
        return new Message(report.channel(), report.message());
    }

    private void messages() {
        events(DeliveryReported.class)
                .forEach(report -> reports.computeIfAbsent(
                                message(report), message -> new ArrayList<>())
                        .add(report));
        for (Entry entry : course.drill().journal().entries()) {
            if (entry.event() instanceof NoticeReceived received) {
                Message message = new Message(received.channel(), received.message());
                arrived.add(message);
                notices.add(notice(entry, received, last(message, received.recipient())));
            }
        }
    }

    /** Gives what the provider said last of a message; that it took it says nothing more. */
    private Optional<DeliveryReported> last(Message message, String recipient) {
        return reports.getOrDefault(message, List.of()).stream()
                .filter(report -> report.delivery() != Delivery.ACCEPTED)
                .filter(report ->
                        report.recipient().isEmpty() || report.recipient().equals(recipient))
                .reduce((earlier, later) -> later);
    }

    private static Notice notice(
            Entry entry, NoticeReceived received, Optional<DeliveryReported> last) {
        return new Notice(
                received.channel(),
                received.recipient(),
                received.facts(),
                received.unread(),
                received.text(),
                new Interval(received.begin(), Math.max(received.begin(), received.end())),
                Notice.Clock.of(entry),
                last.map(ToldReading::fate).orElse(Notice.Fate.TAKEN),
                last.map(DeliveryReported::detail).orElse(""));
    }

    private static Notice.Fate fate(DeliveryReported report) {
        return ToldText.failed(report) ? Notice.Fate.LOST : Notice.Fate.DELIVERED;
    }

    private void pages() {
        Map<String, List<Entry>> reads = new TreeMap<>();
        for (Entry entry : course.drill().journal().entries()) {
            if (entry.event() instanceof PageRead page) {
                reads.computeIfAbsent(page.channel(), channel -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (List<Entry> page : reads.values()) {
            PageCourse found = PageCourse.of(page);
            notices.addAll(found.notices());
            shown.addAll(found.shown());
        }
    }

    private List<Way> ways() {
        SystemSpec system = course.drill().scenario().system();
        Set<String> names = new TreeSet<>(system.channels().keySet());
        events(NoticeReceived.class).forEach(notice -> names.add(notice.channel()));
        events(PageRead.class).forEach(page -> names.add(page.channel()));
        events(Event.ChannelProven.class).forEach(proven -> names.add(proven.channel()));
        events(DeliveryReported.class).forEach(report -> names.add(report.channel()));
        return names.stream().map(name -> way(name, system)).toList();
    }

    private Way way(String name, SystemSpec system) {
        Optional<Channel> channel = Optional.ofNullable(system.channels().get(name));
        return new Way(
                name,
                channel.map(Channel::speaks).orElse(""),
                channel.map(known -> faults(known, system)).orElse(List.of()));
    }

    private List<Stretch> faults(Channel channel, SystemSpec system) {
        List<Stretch> faults = new ArrayList<>();
        for (FaultFacts fault : course.facts().faults()) {
            if (fault.applied().isPresent() && touches(fault, channel, system)) {
                long from = fault.applied().get().hi();
                long to = fault.healed().map(Interval::hi).orElse(end);
                faults.add(new Stretch(fault.called(), from, Math.max(from, to)));
            }
        }
        return List.copyOf(faults);
    }

    /** A provider is reached over links; a page is on a host of the system, which may be gone. */
    private static boolean touches(FaultFacts fault, Channel channel, SystemSpec system) {
        List<String> targets = List.of(fault.resolved().split(", ", -1));
        if (channel.at().isPresent()) {
            String way = "-> " + channel.at().get();
            return targets.stream().anyMatch(target -> target.endsWith(way));
        }
        Optional<Endpoint> host = channel.look()
                .flatMap(look -> Optional.ofNullable(system.entries().get(look.entry())));
        return host.filter(entry -> targets.contains(entry.component())
                        || targets.contains("customers -> " + entry))
                .isPresent();
    }

    private Origin origin() {
        Optional<Origin> impact = course.facts().journeys().stream()
                .filter(journey -> !journey.name().equals(Event.Attempt.CONTROL))
                .flatMap(journey -> journey.outages().stream())
                .map(Outage::impact)
                .min(Comparator.comparingLong(Interval::hi))
                .map(at -> new Origin(at, "customer impact"));
        return impact.or(this::firstFault)
                .orElseGet(() -> new Origin(
                        Interval.at(course.facts().begin()), "the beginning of the drill"));
    }

    private Optional<Origin> firstFault() {
        return course.facts().faults().stream()
                .flatMap(fault -> fault.applied().stream())
                .min(Comparator.comparingLong(Interval::hi))
                .map(at -> new Origin(at, "the first fault"));
    }
}
