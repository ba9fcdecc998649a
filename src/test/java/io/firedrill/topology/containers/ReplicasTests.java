package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which container is which component, and when a service of several is gone. */
class ReplicasTests {
    private final Set<String> running = new TreeSet<>(Set.of("c-db", "c-web-1", "c-web-2"));
    private final Replicas replicas = new Replicas(services(), running::contains);

    private static Map<String, SortedMap<Integer, String>> services() {
        Map<String, SortedMap<Integer, String>> services = new LinkedHashMap<>();
        services.put("db", new TreeMap<>(Map.of(1, "c-db")));
        services.put("web", new TreeMap<>(Map.of(2, "c-web-2", 1, "c-web-1")));
        return services;
    }

    @Test
    void oneOfSeveralBearsItsNumber() {
        assertThat(replicas.hosts())
                .isEqualTo(Map.of("db", "c-db", "web-1", "c-web-1", "web-2", "c-web-2"));
        assertThat(replicas.all()).containsEntry("web", "c-web-1").hasSize(4);
        assertThat(replicas.components("web")).containsExactly("web-1", "web-2");
        assertThat(replicas.components("db")).containsExactly("db");
        assertThat(replicas.components("mail")).isEmpty();
        assertThat(replicas.service("web-2")).isEqualTo("web");
        assertThat(replicas.service("customers")).isEqualTo("customers");
        assertThat(replicas.of("web")).containsExactly("c-web-1", "c-web-2");
        assertThat(replicas.of("web-2")).containsExactly("c-web-2");
        assertThat(replicas.component("web", Map.of(Labels.NUMBER, "2"))).isEqualTo("web-2");
        assertThat(replicas.component("db", Map.of(Labels.NUMBER, "1"))).isEqualTo("db");
    }

    @Test
    void aServiceIsGoneWithTheLastOfItsContainersAndBackWithTheFirst() {
        running.remove("c-web-1");
        assertThat(replicas.ended("web-1")).isFalse();
        assertThat(replicas.started("web-1")).isFalse();

        running.clear();
        assertThat(replicas.ended("web-1")).isTrue();
        assertThat(replicas.ended("web-2")).isTrue();
        assertThat(replicas.started("web-2")).isTrue();
        assertThat(replicas.started("web-1")).isFalse();
    }

    @Test
    void whoseHostIsLostServesNobodyThoughItsContainerRuns() {
        assertThat(replicas.lost("web-1")).isFalse();
        assertThat(replicas.lost("web-2")).isTrue();
        assertThat(replicas.ended("web-1")).isTrue();
        assertThat(replicas.started("web-1")).isTrue();
        assertThat(replicas.ended("web-2")).isFalse();
        assertThat(replicas.started("web-2")).isFalse();
    }

    @Test
    void theOnlyOneOfAServiceIsTheService() {
        assertThat(replicas.lost("db")).isTrue();
        assertThat(replicas.started("db")).isTrue();
        assertThat(replicas.started("db")).isTrue();
        assertThat(replicas.ended("db")).isTrue();
    }
}
