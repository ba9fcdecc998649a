package io.firedrill.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.Witness.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What faults on links do to a relay, and what a connection has to show as proof. */
class LinkFaultsTests {
    private static final Map<String, Object> REQUESTS = Map.of("direction", "requests");
    private static final Map<String, Object> BOTH = Map.of("direction", "both");

    private FakeToxiproxy toxiproxy;
    private OneLink system;

    @BeforeEach
    void start() throws IOException {
        toxiproxy = new FakeToxiproxy();
        system = new OneLink(toxiproxy.proxy());
    }

    @AfterEach
    void stop() {
        toxiproxy.close();
    }

    private ActiveFault aim(String kind, Map<String, Object> given) {
        Fault fault = FaultCatalog.load().named(kind);
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : fault.kind().settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        values.putAll(given);
        FaultSpec.Target target = new FaultSpec.Target.OnLink(OneLink.LINK);
        return fault.aim(new FaultSpec(kind, target, new Settings(values)), system);
    }

    private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
        Map<String, Object> all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }

    record Row(String kind, Map<String, Object> settings, List<String> toxics) {}

    static Stream<Row> toxics() {
        return Stream.concat(endings(), slownesses());
    }

    private static Stream<Row> endings() {
        return Stream.of(
                new Row(
                        "reset",
                        Map.of(),
                        List.of(line("reset", "down", "reset_peer", "timeout\":0"))),
                new Row(
                        "reset",
                        with(BOTH, "after", Duration.ofMillis(300)),
                        List.of(
                                line("reset", "down", "reset_peer", "timeout\":300"),
                                line("reset", "up", "reset_peer", "timeout\":300"))),
                new Row(
                        "truncate",
                        with(REQUESTS, "after", 100L),
                        List.of(line("truncate", "up", "limit_data", "bytes\":100"))),
                new Row(
                        "truncate",
                        Map.of("after", 100L),
                        List.of(line("truncate", "down", "limit_data", "bytes\":100"))));
    }

    private static Stream<Row> slownesses() {
        String late = "latency\":200,\"jitter\":0";
        return Stream.of(
                new Row(
                        "slow",
                        Map.of("to", 10_000L),
                        List.of(line("slow", "down", "bandwidth", "rate\":10"))),
                new Row(
                        "slice",
                        Map.of(),
                        List.of(line(
                                "slice",
                                "down",
                                "slicer",
                                "average_size\":16,\"size_variation\":0,\"delay\":20000"))),
                new Row(
                        "delay",
                        with(BOTH, "by", Duration.ofMillis(200)),
                        List.of(
                                line("delay", "down", "latency", late),
                                line("delay", "up", "latency", late))));
    }

    private static String line(String kind, String way, String type, String attributes) {
        String stream = way + "stream";
        return "firedrill-" + kind + "-" + stream + ": " + type + " " + stream + " {\"" + attributes
                + "}";
    }

    @ParameterizedTest
    @MethodSource("toxics")
    void putsItsToxicsOnTheLinkAndTakesThemOffAgain(Row row) throws IOException {
        toxiproxy
                .proxy()
                .toxics()
                .latency("somebody-elses", eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM, 1);
        ActiveFault fault = aim(row.kind(), row.settings());

        fault.apply();

        assertThat(toxiproxy.lines())
                .startsWith(row.toxics().toArray(String[]::new))
                .hasSize(row.toxics().size() + 1);

        fault.close();
        fault.close();

        assertThat(toxiproxy.lines()).singleElement().asString().startsWith("somebody-elses");
    }

    private static LinkView answered(long sent, long received, int pieces, double last) {
        Traffic traffic = new Traffic(sent, received, pieces, last, true);
        return new LinkView(Outcome.ANSWERED, 0.2, 1, "", traffic);
    }

    private static LinkView ended(Outcome how, long sent) {
        return new LinkView(how, 0.2, 1, "", new Traffic(sent, 0, 0, -1, true));
    }

    private State seen(String kind, Map<String, Object> settings, LinkView view) {
        system.seeing(view);
        return aim(kind, settings).effect().state();
    }

    @Test
    void aResetIsProvedByAConnectionThatIsTornDownAndByNothingElse() {
        LinkView torn = new LinkView(Outcome.RESET, 0.2, 1, "ECONNRESET");

        assertThat(seen("reset", Map.of(), torn)).isEqualTo(State.IN_EFFECT);
        assertThat(seen("reset", BOTH, torn)).isEqualTo(State.IN_EFFECT);
        assertThat(seen("reset", Map.of(), OneLink.WELL)).isEqualTo(State.ABSENT);
        assertThat(seen("reset", Map.of(), ended(Outcome.CLOSED, 18))).isEqualTo(State.ABSENT);
        assertThat(seen("reset", Map.of(), new LinkView(Outcome.REFUSED, -1, -1, "")))
                .isEqualTo(State.UNKNOWN);
        assertThat(seen("reset", Map.of(), new LinkView(Outcome.BLIND, -1, -1, "")))
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void aSlowLinkIsProvedByTheTimeItsBytesTakeAndTooFewBytesTellNothing() {
        Map<String, Object> speed = Map.of("to", 10_000L);

        assertThat(seen("slow", speed, answered(18, 5_000, 5, 490))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("slow", speed, answered(18, 5_000, 1, 399))).isEqualTo(State.ABSENT);
        assertThat(seen("slow", speed, answered(18, 199, 1, 500))).isEqualTo(State.UNKNOWN);
        assertThat(seen("slow", speed, OneLink.WELL)).isEqualTo(State.UNKNOWN);
        assertThat(seen("slow", speed, ended(Outcome.RESET, 18))).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aLinkThatIsSlowForRequestsIsProvedByTheBytesThatWereSent() {
        Map<String, Object> speed = with(REQUESTS, "to", 10_000L);
        Map<String, Object> twice = with(BOTH, "to", 10_000L);

        assertThat(seen("slow", speed, answered(4_000, 99, 1, 401))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("slow", speed, answered(4_000, 99, 1, 20))).isEqualTo(State.ABSENT);
        assertThat(seen("slow", speed, answered(18, 5_000, 5, 490))).isEqualTo(State.UNKNOWN);
        assertThat(seen("slow", twice, answered(4_000, 4_000, 1, 401))).isEqualTo(State.ABSENT);
        assertThat(seen("slow", twice, answered(4_000, 4_000, 9, 801))).isEqualTo(State.IN_EFFECT);
        assertThat(system.asked).containsOnly("talk 2500 ms, 2000 bytes");
    }

    @Test
    void aTruncatedAnswerIsProvedByItsEndAtThatByte() {
        Map<String, Object> limit = Map.of("after", 100L);
        LinkView open =
                new LinkView(Outcome.ANSWERED, 0.2, 1, "", new Traffic(18, 100, 1, 1, false));

        assertThat(seen("truncate", limit, answered(18, 100, 1, 1))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("truncate", limit, answered(18, 101, 1, 1))).isEqualTo(State.ABSENT);
        assertThat(seen("truncate", limit, answered(18, 60, 1, 1))).isEqualTo(State.UNKNOWN);
        assertThat(seen("truncate", limit, open)).isEqualTo(State.UNKNOWN);
        assertThat(seen("truncate", limit, OneLink.WELL)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aTruncatedRequestIsProvedByALongerOneThatGetsNoAnswer() {
        Map<String, Object> limit = with(REQUESTS, "after", 100L);

        assertThat(seen("truncate", limit, ended(Outcome.CLOSED, 101))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("truncate", limit, ended(Outcome.CLOSED, 18))).isEqualTo(State.UNKNOWN);
        assertThat(seen("truncate", limit, answered(101, 20, 1, 1))).isEqualTo(State.ABSENT);
        assertThat(system.asked).containsOnly("talk 1500 ms, 101 bytes");
    }

    @Test
    void slicesAreProvedByTheirNumberAndTheTimeBetweenThem() {
        assertThat(seen("slice", Map.of(), answered(18, 160, 10, 181))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("slice", Map.of(), answered(18, 160, 1, 181))).isEqualTo(State.ABSENT);
        assertThat(seen("slice", Map.of(), answered(18, 160, 10, 20))).isEqualTo(State.ABSENT);
        assertThat(seen("slice", Map.of(), answered(18, 16, 1, 181))).isEqualTo(State.UNKNOWN);
        assertThat(seen("slice", REQUESTS, answered(160, 16, 1, 181))).isEqualTo(State.IN_EFFECT);
        assertThat(seen("slice", REQUESTS, answered(160, 16, 1, 20))).isEqualTo(State.ABSENT);
    }

    @Test
    void aDelayOfBothDirectionsIsTwiceAsLate() {
        Map<String, Object> by = Map.of("by", Duration.ofMillis(200));
        LinkView late = new LinkView(Outcome.ANSWERED, 0.2, 399, "");

        assertThat(seen("delay", by, late)).isEqualTo(State.IN_EFFECT);
        assertThat(seen("delay", with(by, "direction", "both"), late)).isEqualTo(State.ABSENT);
        assertThat(seen("delay", with(by, "direction", "requests"), late))
                .isEqualTo(State.IN_EFFECT);
    }

    @Test
    void saysWhatWasSeen() {
        system.seeing(answered(18, 160, 10, 181));

        assertThat(aim("slice", Map.of()).effect())
                .isEqualTo(new Effect(
                        State.IN_EFFECT,
                        "a connection tried from the consumer",
                        "answered after 1 ms; 18 bytes sent, 160 came in 10 pieces until 181 ms,"
                                + " then the end"));
        assertThat(aim("slice", Map.of()).describe())
                .isEqualTo("cut answers into pieces of 16 bytes, 20 ms apart, on shop -> db:5432");
    }
}
