package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.firedrill.bench.Rivals;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.systems.pocket.PocketBank;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys whose attempts a program makes, in drills. */
final class ProgramsIT {
    @TempDir
    Path folder;

    @Test
    void customersSentByK6() {
        Optional<Path> k6 = Rivals.k6();
        assumeThat(k6).as("k6, which needs Go").isPresent();

        Played played = Played.of(
                Path.of("src/docs/example/k6"),
                folder,
                Map.of("[k6,", "[\"" + k6.orElseThrow() + "\","),
                List.of(new PocketBank()));

        assertThat(played.causes()).isEmpty();
        assertThat(played.reasons("transfer"))
                .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED);
        assertThat(played.attempts("transfer"))
                .anySatisfy(attempt -> assertThat(attempt.intended()).isLessThan(attempt.sent()));
        assertThat(played.events(Event.WriteReconciled.class)).hasSizeGreaterThan(60);
    }
}
