package io.firedrill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is meant by the target of a fault, at the moment of its injection. */
class TargetsTests {
    private static final Target PRIMARY = new Target.RoleHolder("primary");
    private static final Target OTHERS = new Target.OthersOf("primary");

    private final Scenario scenario = TestScenarios.of(List.of(), List.of());
    private final List<Entry> entries = new ArrayList<>();

    private Optional<String> resolved(Target target) {
        return new Targets(scenario, () -> entries).resolve(target, 100).map(Target::text);
    }

    private void answers(String component, Ternary holds) {
        long at = entries.size();
        entries.add(new Entry(
                at,
                at,
                Instant.EPOCH,
                "roles",
                new Event.RoleAnswered("primary", component, holds, at, at)));
    }

    private static Target.Several group(Target... members) {
        return new Target.Several(List.of(members));
    }

    @Test
    void aRoleIsWhoHoldsItAndTheOthersAreWhoCouldAndDoesNot() {
        answers("a", Ternary.NO);
        answers("b", Ternary.YES);

        assertThat(resolved(PRIMARY)).contains("b");
        assertThat(resolved(OTHERS)).contains("a");
        assertThat(resolved(group(new Target.Component("shop"), OTHERS, PRIMARY)))
                .contains("shop, a, b");
        assertThat(resolved(new Target.Groups(List.of(group(PRIMARY), group(OTHERS)))))
                .contains("b | a");
    }

    @Test
    void nobodyIsMeantWhileTheRoleHasNotExactlyOneHolder() {
        Target groups = new Target.Groups(List.of(group(PRIMARY), group(OTHERS)));

        assertThat(List.of(resolved(PRIMARY), resolved(OTHERS), resolved(groups)))
                .containsOnly(Optional.empty());
        answers("a", Ternary.YES);
        answers("b", Ternary.YES);
        assertThat(List.of(resolved(PRIMARY), resolved(OTHERS), resolved(groups)))
                .containsOnly(Optional.empty());
    }

    @Test
    void whoIsNamedTwiceIsMeantOnce() {
        answers("a", Ternary.YES);

        assertThat(resolved(group(PRIMARY, new Target.Component("a")))).contains("a");
    }
}
