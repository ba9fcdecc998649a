package io.firedrill.topology.inprocess;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Fault;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Burden;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;
import io.firedrill.topology.relay.EmbeddedRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault on a link through a real relay, in each direction: seen before, during and after. */
@RealTime
final class LinkFaultsOverRelayTests {
    private static final String HELLO =
            HexFormat.of().formatHex("GET / HTTP/1.0\r\n\r\n".getBytes());
    private static final int LENGTH = 2_000;

    private final EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
    private HttpServer provider;
    private Line line;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(new byte[LENGTH]);
            exchange.close();
        });
        provider.start();
        int port = provider.getAddress().getPort();
        line = new Line(new ToxiproxyClient("127.0.0.1", relay.address().getPort())
                .createProxy("line", "127.0.0.1:0", "127.0.0.1:" + port));
    }

    @AfterEach
    void stop() {
        relay.close();
        provider.stop(0);
    }

    record Row(String kind, String direction, Map<String, Object> settings) {}

    static Stream<Row> rows() {
        Duration moment = Duration.ofMillis(40);
        return Stream.of("answers", "requests", "both")
                .flatMap(way -> Stream.of(
                        new Row("reset", way, Map.of()),
                        new Row("delay", way, Map.of("by", moment)),
                        new Row("slow", way, Map.of("to", 20_000L)),
                        new Row("truncate", way, Map.of("after", 300L)),
                        new Row("slice", way, Map.of("into", 200L, "apart", moment))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSeenBeforeDuringAndAfter(Row row) {
        ActiveFault fault = aim(row);
        await("before").until(fault::effect, seen(Effect.State.ABSENT));
        fault.apply();
        await("during").until(fault::effect, seen(Effect.State.IN_EFFECT));
        fault.close();
        await("after").until(fault::effect, seen(Effect.State.ABSENT));
    }

    /** A machine that stood still looks like delay: it is looked at again. */
    private static Predicate<Effect> seen(Effect.State wanted) {
        return effect -> effect.state() == wanted;
    }

    private ActiveFault aim(Row row) {
        Fault fault = FaultCatalog.load().named(row.kind());
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : fault.kind().settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        values.putAll(row.settings());
        values.put("direction", row.direction());
        FaultSpec.Target target = new FaultSpec.Target.OnLink(Corner.LINK);
        return fault.aim(new FaultSpec(row.kind(), target, new Settings(values)), line);
    }

    /** A system that is one link, and its witness. */
    private record Line(Proxy proxy) implements SystemUnderDrill, Witness, Relay {
        @Override
        public LinkView link(Link link, Duration atMost) {
            return talk(link, new Talk(atMost, 0));
        }

        @Override
        public LinkView talk(Link link, Talk talk) {
            int port = Integer.parseInt(proxy.getListen().split(":")[1]);
            return new LongLook(System::nanoTime, talk.atMost())
                    .at(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                            Burden.on(HELLO, talk.burden()));
        }

        @Override
        public Link link() {
            return Corner.LINK;
        }

        @Override
        public Relay relay(Link link) {
            return this;
        }

        @Override
        public Witness witness() {
            return this;
        }

        @Override
        public List<Component> components() {
            return List.of();
        }

        @Override
        public LinkView host(String component, Duration atMost) {
            throw new DrillException("there is no host");
        }

        @Override
        public String state(String component) {
            return "gone";
        }

        @Override
        public long deaths(String component) {
            return 0;
        }

        @Override
        public InetSocketAddress entry(String name) {
            throw new DrillException("there is no entry");
        }

        @Override
        public void watch(Consumer<Sighting> listener) {
            // nothing changes by itself here
        }

        @Override
        public void close() {
            // the test closes the relay
        }
    }
}
