package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs of a drill that is run several times. */
class RepetitionTests {
    private static final long ROUND = Duration.ofSeconds(10).toNanos();

    @TempDir
    Path root;

    private Scenario drill() {
        return ShopFolder.copyTo(root).read().drills().get(0);
    }

    @Test
    void aDrillThatIsRunOnceIsPlayedAsItIsWritten() {
        Scenario drill = drill();

        List<Repetition> runs = Repetition.of(drill);

        assertThat(runs).containsExactly(Repetition.once(drill));
        assertThat(runs.get(0).play(drill)).isSameAs(drill);
        assertThat(runs.get(0).facts()).isEmpty();
        assertThat(runs.get(0).seed()).isEqualTo("shop/db-lost".hashCode());
    }

    @Test
    void theRunsMeetEveryPartOfARoundOnceInADrawnOrder() {
        Scenario drill = drill().repeated(20);

        List<Repetition> runs = Repetition.of(drill);

        List<Long> parts =
                runs.stream().map(run -> run.shift().toNanos() * 20 / ROUND).toList();
        List<Long> each = IntStream.range(0, 20).mapToObj(part -> (long) part).toList();
        assertThat(parts).containsExactlyInAnyOrderElementsOf(each).isNotEqualTo(each);
        assertThat(runs.stream()
                        .map(run -> run.shift().toNanos() % (ROUND / 20))
                        .distinct())
                .hasSize(20);
        assertThat(runs).extracting(Repetition::seed).doesNotHaveDuplicates();
    }

    @Test
    void theSameDrillHasTheSameRunsAndAnotherOneOthers() {
        Scenario drill = drill().repeated(3);

        assertThat(Repetition.of(drill)).isEqualTo(Repetition.of(drill.repeated(3)));
        assertThat(Repetition.of(drill).get(0).shift())
                .isNotEqualTo(Repetition.of(other(drill)).get(0).shift());
    }

    private static Scenario other(Scenario it) {
        return new Scenario(
                "shop/other",
                it.file(),
                it.title(),
                it.about(),
                it.system(),
                it.customers(),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }

    @Test
    void onlyTheFirstFaultAndTheLimitComeLater() {
        Scenario drill = drill();
        Repetition run = new Repetition(2, 5, Duration.ofMillis(1_250), 42);

        Scenario played = run.play(drill);

        assertThat(drill.steps().get(0).when()).isEqualTo(new Trigger.After(Duration.ZERO));
        assertThat(played.steps().get(0).when())
                .isEqualTo(new Trigger.After(Duration.ofMillis(1_250)));
        assertThat(played.steps().get(0).called()).isEqualTo("lost host");
        assertThat(played.steps().subList(1, 5)).isEqualTo(drill.steps().subList(1, 5));
        assertThat(played.limit()).isEqualTo(drill.limit().plusMillis(1_250));
        assertThat(played.baseline()).isEqualTo(drill.baseline());
        assertThat(run.facts())
                .containsOnly(
                        Map.entry("run", "2 of 5"), Map.entry("first fault later by", "1.250 s"));
        assertThat(run.inWords()).isEqualTo("run 2 of 5");
    }
}
