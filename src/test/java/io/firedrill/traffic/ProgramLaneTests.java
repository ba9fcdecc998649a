package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.ProgramHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgramLaneTests {
    private static final long SECOND = 1_000_000_000L;

    private final LeapingClock clock = new LeapingClock();
    private final Notes notes = new Notes();
    private ProgramHost.ProgramOrder order;
    private Optional<String> ended = Optional.empty();

    @Test
    void linesBecomeAttemptsOnTheDrillsClock() {
        ProgramLane lane = lane();
        clock.waitUntil(2 * SECOND);
        say("{\"start\":1990,\"end\":1999,\"outcome\":\"OK\",\"write\":\"w-1\",\"who\":\"ann\"}");
        say("");
        say(
                "{\"start\":1991,\"end\":1999.5,\"outcome\":\"UNKNOWN\",\"reason\":\"RESET\",\"write\":\"w-2\","
                        + "\"detail\":\"gone with " + Shop.PASSWORD + "\"}");
        lane.close();

        assertThat(troubles()).isEmpty();
        assertThat(notes.attempts("buy")).hasSize(2);
        assertThat(notes.attempts("buy").get(0))
                .isEqualTo(new Event.Attempt(
                        "buy",
                        "web",
                        "ann",
                        0,
                        1_990_000_000,
                        1_990_000_000,
                        2 * SECOND,
                        io.firedrill.journal.Outcome.OK,
                        AttemptReason.NONE,
                        "",
                        null,
                        "w-1",
                        true,
                        0));
        assertThat(notes.attempts("buy").get(1))
                .satisfies(attempt -> assertThat(attempt.told()).isFalse())
                .satisfies(attempt -> assertThat(attempt.detail()).isEqualTo("gone with ***"));
        assertThat(lane.tally()).isEqualTo(new Tally(2, 2, 0, 0, 2));
    }

    @Test
    void theProgramIsToldWhereHowOftenAndWithWhichSecrets() {
        lane().close();

        assertThat(order.environment())
                .containsEntry("FIREDRILL_JOURNEY", "buy")
                .containsEntry("FIREDRILL_TARGET", "127.0.0.1:8080")
                .containsEntry("FIREDRILL_HOST", "127.0.0.1")
                .containsEntry("FIREDRILL_PORT", "8080")
                .containsEntry("FIREDRILL_RATE", "20")
                .containsEntry("FIREDRILL_SECONDS", "60")
                .containsEntry("FIREDRILL_DEADLINE_MS", "1500")
                .containsEntry("PASSWORD", Shop.PASSWORD)
                .containsKey("FIREDRILL_RUN");
        assertThat(order.toString()).doesNotContain(Shop.PASSWORD);
    }

    @Test
    void aMalformedLineIsTroubleThatNamesTheLineAndTheCause() {
        ProgramLane lane = lane();
        ok();
        say("hello");
        say("world");
        lane.close();

        assertThat(troubles())
                .containsExactly(
                        "line 2 of its output is no attempt: no JSON object; print nothing but"
                                + " attempts to standard output (the line: hello)");
    }

    @Test
    void aProgramThatEndsBeforeTheDrillIsTroubleWithItsLastWords() {
        ProgramLane lane = lane();
        ok();
        ended = Optional.of("ended with exit code 3; last on standard error: no such file");
        lane.look();
        lane.look();
        lane.close();

        assertThat(troubles())
                .containsExactly(
                        "ended with exit code 3; last on standard error: no such file; it has"
                                + " to go on until it is told to end (1 attempts so far)");
    }

    @Test
    void silenceBeyondEveryDeadlineIsTrouble() {
        ProgramLane lane = lane();
        ok();
        clock.waitUntil(clock.nanos() + 3 * SECOND);
        lane.look();
        assertThat(troubles()).isEmpty();
        clock.waitUntil(clock.nanos() + SECOND);
        lane.look();

        assertThat(troubles())
                .containsExactly(
                        "it printed nothing for 4 s; at 20 attempts a second and a deadline of"
                                + " 1500 ms a line is due at least every 3 s");
    }

    @Test
    void aProgramThatPrintsNothingIsTrouble() {
        lane().close();

        assertThat(troubles())
                .containsExactly(
                        "it printed no attempt at all; it was running when it was told to end");
    }

    private ProgramLane lane() {
        Means.Program program = new Means.Program(
                Optional.empty(),
                List.of("k6"),
                Map.of("PASSWORD", "${SHOP_PASSWORD}"),
                Path.of("."));
        JourneySpec spec = new JourneySpec(
                "buy",
                "web",
                Shop.DEADLINE,
                Optional.empty(),
                program,
                true,
                false,
                Optional.empty());
        SystemSpec system = Shop.system(spec);
        ProgramLane.Order wanted = new ProgramLane.Order(
                spec,
                20,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080),
                system,
                Duration.ofMinutes(1));
        return new ProgramLane(wanted, this::host, notes, clock);
    }

    private ProgramHost.RunningProgram host(ProgramHost.ProgramOrder asked) {
        order = asked;
        return new ProgramHost.RunningProgram() {
            @Override
            public Optional<String> ended() {
                return ended;
            }

            @Override
            public void close() {
                ended = Optional.of("ended with exit code 143");
            }
        };
    }

    private void ok() {
        clock.waitUntil(clock.nanos() + SECOND);
        long now = clock.nanos() / 1_000_000;
        say("{\"start\":" + (now - 5) + ",\"end\":" + now + ",\"outcome\":\"OK\",\"write\":\"w\"}");
    }

    private void say(String line) {
        order.lines().accept(line);
    }

    private List<String> troubles() {
        return notes.all(Event.Trouble.class).map(Event.Trouble::what).toList();
    }
}
