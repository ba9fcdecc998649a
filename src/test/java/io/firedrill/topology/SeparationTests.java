package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is out of whose reach. */
class SeparationTests {
    @Test
    void groupsArePartedAndNobodyElseIs() {
        Separation split =
                Separation.between(List.of(Set.of("db1"), Set.of("db2", "etcd"), Set.of("portal")));

        assertThat(split.parts("db1", "etcd")).isTrue();
        assertThat(split.parts("etcd", "db1")).isTrue();
        assertThat(split.parts("portal", "db2")).isTrue();
        assertThat(split.parts("db2", "etcd")).isFalse();
        assertThat(split.parts("db1", "front")).isFalse();
        assertThat(split.parts("front", "web")).isFalse();
        assertThat(split.parts("db1", "db1")).isFalse();
        assertThat(split.named()).containsExactly("db1", "db2", "etcd", "portal");
    }

    @Test
    void whoIsAloneIsPartedFromEverybodyAlsoFromOthersThatAreAlone() {
        Separation alone = Separation.of(Set.of("db1", "etcd"));

        assertThat(alone.parts("db1", "etcd")).isTrue();
        assertThat(alone.parts("anybody", "db1")).isTrue();
        assertThat(alone.parts("front", "portal")).isFalse();
        assertThat(alone.parts("db1", "db1")).isFalse();
    }
}
