package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.firedrill.bench.Rivals;
import io.firedrill.check.Verdict;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.systems.kiosk.Kiosk;
import io.firedrill.systems.pocket.PocketBank;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Journeys whose attempts a program makes, in drills. */
@Execution(ExecutionMode.CONCURRENT)
final class ProgramsIT {
    @TempDir
    Path folder;

    @Test
    void customersSentByK6() {
        Optional<Path> k6 = Rivals.k6();
        assumeThat(k6).as("k6, which needs Go").isPresent();

        Played played = Played.of(
                new Played.Example(
                        Path.of("src/docs/example/journeys/k6"),
                        Map.of("[k6,", "[\"" + k6.orElseThrow() + "\","),
                        new PocketBank()),
                folder);

        assertThat(played.causes()).isEmpty();
        assertThat(played.reasons("transfer"))
                .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED);
        assertThat(played.attempts("transfer"))
                .anySatisfy(attempt -> assertThat(attempt.intended()).isLessThan(attempt.sent()));
        assertThat(played.events(Event.WriteReconciled.class)).hasSizeGreaterThan(60);
    }

    @Test
    void customersSentByAScript() {
        Played played = desk("[perl, take.pl]");

        assertThat(played.causes()).isEmpty();
        assertThat(played.reasons("ticket")).containsKeys(AttemptReason.NONE, AttemptReason.STATUS);
        assertThat(played.events(Event.WriteReconciled.class)).hasSizeGreaterThan(60);
        assertThat(played.verdict("traffic").details().get("ticket"))
                .contains(" attempts by a program, ")
                .endsWith("waits count from the intended starts that it prints");
    }

    @Test
    void aProgramThatPrintsSomethingElseMakesTheDrillInconclusive() {
        Played played = desk("[sh, -c, \"echo starting...; exec perl take.pl\"]");

        assertThat(played.result().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(played.causes())
                .anySatisfy(cause -> assertThat(cause)
                        .contains(
                                "the program of journey 'ticket': line 1 of its output is no attempt:"
                                        + " no JSON object;"));
    }

    @Test
    void aProgramThatEndsTooSoonMakesTheDrillInconclusive() {
        Played played =
                desk("[sh, -c, \"timeout 2 perl take.pl; echo out of customers >&2; exit 7\"]");

        assertThat(played.result().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(played.causes())
                .anySatisfy(
                        cause -> assertThat(cause)
                                .contains(
                                        "ended with exit code 7; last on standard error: out of customers"));
    }

    @Test
    void aProgramThatSaysNothingMakesTheDrillInconclusive() {
        Played played = desk("[sleep, \"60\"]");

        assertThat(played.result().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(played.causes())
                .anySatisfy(cause -> assertThat(cause).contains("it printed no attempt at all"));
    }

    private Played desk(String command) {
        return Played.of(
                new Played.Example(
                        Path.of("src/test/resources/journeys/desk"),
                        Map.of("[perl, take.pl]", command),
                        new Kiosk()),
                folder);
    }
}
