package io.firedrill.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.Proxy;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.fault.FakeToxiproxy;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.fault.OnePart;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.Relay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injectors that are told "done" while nothing happens: whatever the fault, the drill is
 * INCONCLUSIVE (SURVIVAL R9).
 */
class SabotagedFaultsTests {
    private static final Link LINK = new Link("shop", new Endpoint("db", 5432));

    private final List<Entry> entries = new ArrayList<>();

    static Stream<String> faults() {
        return FaultCatalog.load().kinds().stream()
                .filter(kind -> !kind.name().equals("flap"))
                .map(FaultKind::name);
    }

    /** Time passes only when somebody waits for it. */
    private static final class StillClock implements DrillClock {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }

        @Override
        public void waitUntil(long nanos) {
            now = Math.max(now, nanos);
        }
    }

    private record Deaf(Proxy proxy) implements Relay {
        @Override
        public Link link() {
            return LINK;
        }
    }

    private static FaultSpec spec(FaultKind kind) {
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : kind.settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
            if (setting.required()) {
                values.put(setting.name(), example(setting));
            }
        }
        if (kind.name().equals("starve")) {
            values.put("cpu", 0.2);
        }
        return new FaultSpec(kind.name(), target(kind), new Settings(values));
    }

    private static FaultSpec.Target target(FaultKind kind) {
        FaultSpec.Target db = new FaultSpec.Target.Component("db");
        FaultSpec.Target shop = new FaultSpec.Target.Component("shop");
        return switch (kind.target()) {
            case LINK -> new FaultSpec.Target.OnLink(LINK);
            case COMPONENT -> db;
            case COMPONENTS -> new FaultSpec.Target.Several(List.of(db, shop));
            case GROUPS ->
                new FaultSpec.Target.Groups(List.of(
                        new FaultSpec.Target.Several(List.of(db)),
                        new FaultSpec.Target.Several(List.of(shop))));
        };
    }

    private static Object example(Setting setting) {
        return switch (setting.type()) {
            case DURATION -> Duration.ofMillis(200);
            case SIZE, SPEED -> 1_000L;
            case WORDS -> List.of(setting.name().equals("proof") ? "look" : "true");
            case TEXT -> "/data";
            case IMAGE -> "portal:2.6";
            default -> throw new IllegalStateException("no example of " + setting.type());
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultThatDoesNothingMakesTheDrillInconclusive(String name) throws IOException {
        try (FakeToxiproxy toxiproxy = new FakeToxiproxy();
                Bounded bounded = new Bounded("test")) {
            FaultCatalog catalog = FaultCatalog.load();
            FaultSpec fault = spec(catalog.named(name).kind());
            Step.Inject step = new Step.Inject(TestScenarios.now(), "the fault", fault);
            FaultDesk.Timing timing =
                    new FaultDesk.Timing(new StillClock(), Duration.ofMillis(500));
            OnePart system = new OnePart(Optional.of(new Deaf(toxiproxy.proxy())));
            FaultDesk desk = new FaultDesk(
                    new FaultDesk.Site(catalog, this::record, timing, bounded), system);
            desk.inject(step, fault);
            desk.healAll();

            Verdict verdict = verdict(TestScenarios.of(List.of(step), List.of()));
            assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
            assertThat(verdict.reason())
                    .as(verdict.headline())
                    .contains(Reason.FAULT_NOT_IN_EFFECT);
        }
    }

    private void record(String actor, Event event) {
        entries.add(new Entry(entries.size(), entries.size(), Instant.EPOCH, actor, event));
    }

    private Verdict verdict(Scenario scenario) {
        Journal journal = () -> entries;
        return Judge.withAllChecks().judge(scenario, journal).verdicts().stream()
                .filter(verdict -> verdict.id().equals("faults-in-effect"))
                .findFirst()
                .orElseThrow();
    }
}
