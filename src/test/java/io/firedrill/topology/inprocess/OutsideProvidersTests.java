package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Fault;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.LinkUsed;
import io.firedrill.topology.SystemUnderDrill;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components send to somebody who is no part of the system, as they do to one another. */
@RealTime
final class OutsideProvidersTests {
    private static final int LENGTH = 2_000;

    private final AtomicInteger letters = new AtomicInteger();
    private final InprocessProvisioner provisioner =
            new InprocessProvisioner(List.of(new Mailroom()), System::nanoTime, Instant::now);
    private HttpServer provider;

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                letters.incrementAndGet();
            }
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(new byte[LENGTH]);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void close() {
        provisioner.close();
        provider.stop(0);
    }

    private SystemUnderDrill start(Link... relayed) {
        return provisioner.start(
                Mailroom.drill(relayed), Map.of(Mailroom.MAIL, provider.getAddress()));
    }

    private static String lastLine(SystemUnderDrill system) {
        return system.components().get(0).as(HasLogs.class).orElseThrow().logs(1);
    }

    @Test
    void oneWithoutARelayIsDialledDirectly() {
        try (SystemUnderDrill system = start()) {
            await().until(() -> letters.get() > 2);

            assertThatThrownBy(() -> system.relay(Mailroom.LINK))
                    .hasMessage("no relay was put on 'desk -> mail:25'; there are: []");
        }
    }

    @Test
    void oneBehindARelayIsReachedAndItsLinkSeenInUse() {
        List<Sighting> seen = new CopyOnWriteArrayList<>();
        try (SystemUnderDrill system = start(Mailroom.LINK)) {
            system.watch(seen::add);

            await().until(() -> letters.get() > 2);
            await().until(() -> seen.stream().anyMatch(LinkUsed.class::isInstance));
            assertThat(seen)
                    .filteredOn(LinkUsed.class::isInstance)
                    .extracting(sighting -> ((LinkUsed) sighting).link())
                    .containsExactly("desk -> mail:25");
        }
    }

    @Test
    void aCutKeepsTheLettersOutAndItsHealLetsThemInAgain() {
        try (SystemUnderDrill system = start(Mailroom.LINK)) {
            await().until(() -> letters.get() > 0);
            ActiveFault cut = aim(new Row("cut", Map.of()), system);

            cut.apply();
            await().until(() -> lastLine(system).endsWith("not taken: ConnectException"));
            int before = letters.get();
            await().until(() -> cut.effect().state() == Effect.State.IN_EFFECT);
            assertThat(letters.get()).isEqualTo(before);

            cut.close();
            await().until(() -> letters.get() > before);
            assertThat(cut.effect().state()).isEqualTo(Effect.State.ABSENT);
        }
    }

    record Row(String kind, Map<String, Object> settings) {}

    static Stream<Row> rows() {
        Duration moment = Duration.ofMillis(40);
        return Stream.of(
                new Row("cut", Map.of()),
                new Row("blackhole", Map.of()),
                new Row("reset", Map.of()),
                new Row("delay", Map.of("by", moment)),
                new Row("slow", Map.of("to", 20_000L)),
                new Row("truncate", Map.of("after", 300L)),
                new Row("slice", Map.of("into", 200L, "apart", moment)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFaultOnItsLinkIsSeenBeforeDuringAndAfter(Row row) {
        try (SystemUnderDrill system = start(Mailroom.LINK)) {
            ActiveFault fault = aim(row, system);
            await("before").until(fault::effect, seen(Effect.State.ABSENT));
            fault.apply();
            await("during").until(fault::effect, seen(Effect.State.IN_EFFECT));
            fault.close();
            await("after").until(fault::effect, seen(Effect.State.ABSENT));
        }
    }

    /** A machine that stood still looks like delay: it is looked at again. */
    private static Predicate<Effect> seen(Effect.State wanted) {
        return effect -> effect.state() == wanted;
    }

    private static ActiveFault aim(Row row, SystemUnderDrill system) {
        Fault fault = FaultCatalog.load().named(row.kind());
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : fault.kind().settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        values.putAll(row.settings());
        FaultSpec.Target target = new FaultSpec.Target.OnLink(Mailroom.LINK);
        return fault.aim(new FaultSpec(row.kind(), target, new Settings(values)), system);
    }

    @Test
    void aProviderThatDoesNotListenIsRefusedAsADeadComponentIs() {
        provider.stop(0);
        try (SystemUnderDrill system = start()) {
            await().until(() -> lastLine(system).endsWith("not taken: ConnectException"));
        }
    }

    @Test
    void nobodyIsFoundUnderAnotherNameOrPort() {
        Directory directory = new Directory(Map.of(Mailroom.MAIL, provider.getAddress()));

        assertThatThrownBy(() -> directory.find("desk", new Endpoint("mail", 26)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("mail");
        assertThatThrownBy(() -> directory.find("desk", new Endpoint("fax", 25)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("fax");
    }

    @Test
    void aRelayOnALinkToNobodyIsRefusedAndTheSystemGone() {
        Link link = new Link("desk", new Endpoint("fax", 9));

        assertThatThrownBy(() -> start(link))
                .isInstanceOf(DrillException.class)
                .hasMessage("there is no component 'fax'; there are: [desk], and outside of the"
                        + " system [mail:25]");
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("pocket-platform-mailroom")));
    }

    @Test
    void afterTheDrillNothingComesAnyMore() {
        InetSocketAddress relay;
        try (SystemUnderDrill system = start(Mailroom.LINK)) {
            await().until(() -> letters.get() > 0);
            String listens = system.relay(Mailroom.LINK).proxy().getListen();
            relay = new InetSocketAddress(
                    "127.0.0.1", Integer.parseInt(listens.substring(listens.indexOf(':') + 1)));
        }

        try (Visitor visitor = new Visitor()) {
            assertThat(visitor.connect(relay)).isEqualTo("refused");
        } catch (IOException e) {
            throw new DrillException("the visitor could not be closed", e);
        }
    }
}
