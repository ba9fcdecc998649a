package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.InboxKind;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an inbox wrote down, and what it is opened with. */
final class Caught {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final SystemClock clock = new SystemClock();

    /** A channel whose provider's place is taken. */
    InboxKind.Order taking(String speaks, Map<String, String> settings) {
        return order(new Channel(
                "it",
                speaks,
                Optional.of(new Endpoint("provider", 25)),
                Optional.empty(),
                settings,
                Map.of()));
    }

    /** A channel that is looked at, on a port of this machine. */
    InboxKind.Order looking(String speaks, String path, int port) {
        Channel channel = new Channel(
                "it",
                speaks,
                Optional.empty(),
                Optional.of(new Channel.Look("status", path)),
                Map.of("every", "20ms"),
                Map.of());
        return new InboxKind.Order(
                channel,
                (actor, event) -> events.add(event),
                clock,
                entry -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private InboxKind.Order order(Channel channel) {
        return new InboxKind.Order(channel, (actor, event) -> events.add(event), clock, entry -> {
            throw new UnsupportedOperationException(entry);
        });
    }

    SystemClock clock() {
        return clock;
    }

    List<NoticeReceived> notices() {
        return of(NoticeReceived.class);
    }

    List<DeliveryReported> reports() {
        return of(DeliveryReported.class);
    }

    List<PageRead> pages() {
        return of(PageRead.class);
    }

    private <E> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits for a page with that value of a fact. */
    PageRead page(String fact, String value) {
        await("page with " + fact + " " + value)
                .atMost(PATIENCE)
                .until(() -> pages().stream()
                        .anyMatch(page -> value.equals(page.facts().get(fact))));
        return pages().stream()
                .filter(page -> value.equals(page.facts().get(fact)))
                .findFirst()
                .orElseThrow();
    }

    /** Fails where a thread of an inbox is left. */
    static void nothingIsLeft() {
        await("threads gone")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("inbox-")));
    }
}
