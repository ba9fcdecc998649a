package io.firedrill.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.journal.Event.RoleAnswered;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class RoleWatchTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SystemClock clock = new SystemClock();
    private final List<RoleAnswered> answers = new CopyOnWriteArrayList<>();
    private final Map<String, IntSupplier> codes = new ConcurrentHashMap<>();

    @Test
    void recordsOnlyNewAnswersWithTheIntervalOfTheChange() {
        AtomicInteger asked = new AtomicInteger();
        codes.put("db1", () -> asked.incrementAndGet() < 3 ? 0 : 22);
        codes.put("db2", () -> 1);

        try (RoleWatch watch = watch()) {
            await("change")
                    .atMost(PATIENCE)
                    .until(() -> watch.holders("primary").get("db1") == Ternary.NO);
            assertThat(watch.holders("primary"))
                    .containsExactly(Map.entry("db1", Ternary.NO), Map.entry("db2", Ternary.NO));
        }

        List<RoleAnswered> first = of("db1");
        assertThat(first).extracting(RoleAnswered::holds).containsExactly(Ternary.YES, Ternary.NO);
        assertThat(first.get(1).begin())
                .isGreaterThan(first.get(0).begin())
                .isLessThan(first.get(1).end());
        assertThat(of("db2")).hasSize(1);
    }

    @Test
    void whatCouldNotBeAskedIsUnknownNotNo() {
        codes.put("db1", () -> -1);
        codes.put("db2", () -> {
            throw new DrillException("daemon is gone");
        });

        try (RoleWatch watch = watch()) {
            await("answers").atMost(PATIENCE).until(() -> answers.size() == 2);
        }

        assertThat(answers).extracting(RoleAnswered::holds).containsOnly(Ternary.UNKNOWN);
    }

    @Test
    void theCodesOfACommandThatCouldNotRunAreUnknown() {
        codes.put("db1", () -> 126);
        codes.put("db2", () -> 125);

        try (RoleWatch watch = watch()) {
            await("answers").atMost(PATIENCE).until(() -> answers.size() == 2);
        }

        assertThat(of("db1")).extracting(RoleAnswered::holds).containsExactly(Ternary.UNKNOWN);
        assertThat(of("db2")).extracting(RoleAnswered::holds).containsExactly(Ternary.NO);
    }

    @Test
    void oneThatHangsDelaysNoOtherAndNoThreadIsLeft() {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        codes.put("db1", () -> {
            awaitQuietly(hang);
            return -1;
        });
        codes.put("db2", () -> asked.incrementAndGet() > 2 ? 0 : 1);

        try (RoleWatch watch = watch()) {
            await("the other one")
                    .atMost(PATIENCE)
                    .until(() -> watch.holders("primary").get("db2") == Ternary.YES);
            assertThat(watch.holders("primary")).containsEntry("db1", Ternary.UNKNOWN);
            hang.countDown();
        }

        await("threads gone")
                .atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("role-watch")));
    }

    @Test
    void aCandidateThatIsNotThereIsSaidAtTheStart() {
        codes.put("db1", () -> 0);

        assertThatThrownBy(this::watch)
                .isInstanceOf(DrillException.class)
                .hasMessage("role 'primary': component 'db2' is not there; there are [db1]");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<RoleAnswered> of(String component) {
        return answers.stream()
                .filter(answer -> answer.component().equals(component))
                .toList();
    }

    private RoleWatch watch() {
        SystemSpec.Role role =
                new SystemSpec.Role("primary", List.of("db1", "db2"), List.of("am-i-primary"));
        SystemSpec spec = new SystemSpec(
                "bank",
                "",
                "hot",
                Path.of("."),
                new Blueprint.Inprocess("pocket", Map.of()),
                Set.of(),
                Map.of(),
                List.of(),
                Map.of("primary", role),
                Map.of(),
                Map.of(),
                Map.of());
        return RoleWatch.start(
                spec,
                new FakeSystem(codes),
                (actor, event) -> answers.add((RoleAnswered) event),
                clock);
    }

    private record FakeComponent(String name, IntSupplier code) implements Component {
        @Override
        public <C extends Capability> Optional<C> as(Class<C> capability) {
            Capability.Askable askable =
                    (command, atMost) -> new Capability.Answer(code.getAsInt(), "");
            return Optional.of(capability.cast(askable));
        }

        @Override
        public Map<String, String> facts() {
            return Map.of();
        }
    }

    private record FakeSystem(Map<String, IntSupplier> codes) implements SystemUnderDrill {
        @Override
        public List<Component> components() {
            return codes.keySet().stream()
                    .sorted()
                    .<Component>map(name -> new FakeComponent(name, codes.get(name)))
                    .toList();
        }

        @Override
        public InetSocketAddress entry(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Relay relay(Link link) {
            throw new UnsupportedOperationException(link.toString());
        }

        @Override
        public Witness witness() {
            throw new UnsupportedOperationException("no witness");
        }

        @Override
        public void watch(Consumer<Sighting> listener) {
            throw new UnsupportedOperationException("no sightings");
        }

        @Override
        public void close() {
            // nothing was started
        }
    }
}
