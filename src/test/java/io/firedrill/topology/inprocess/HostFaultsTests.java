package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.topology.Capability.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of each fault: on a new connection, on an idle one, amid a request. */
@RealTime
final class HostFaultsTests {
    private final Bench bench = new Bench();
    private final Tally program = new Tally();
    private final Visitor idle = new Visitor();
    private final Visitor fresh = new Visitor();
    private Machine machine;
    private InetSocketAddress port;

    @BeforeEach
    void startAndAskOnce() throws IOException {
        machine = bench.start(Part.of("tally", program));
        port = machine.ports().address(Tally.PORT);
        await().until(machine::isUp);
        assertThat(idle.connect(port)).isEqualTo("connected");
        assertThat(idle.ask()).isEqualTo("1 of 1");
    }

    @AfterEach
    void stop() throws IOException {
        idle.close();
        fresh.close();
        bench.close();
    }

    @Test
    void aCrashResetsOpenConnectionsAndThePortRefuses() throws IOException {
        machine.crash();

        assertThat(idle.hear()).isEqualTo("reset");
        assertThat(fresh.connect(port)).isEqualTo("refused");
        assertThat(nobody()).isEqualTo("refused");
    }

    @Test
    void whatIsRevivedHasItsDiskAndNotItsMemory() throws IOException {
        machine.crash();

        machine.revive();

        await().until(machine::isUp);
        assertThat(fresh.connect(port)).isEqualTo("connected");
        assertThat(fresh.ask()).isEqualTo("1 of 2");
        assertThat(bench.words()).containsExactly("start", "die", "start");
    }

    @Test
    void aStopEndsIdleConnectionsInOrderAndNobodyStartsItAgain() throws IOException {
        Machine other =
                bench.start(Part.of("other", new Tally()).restartedAfter(Duration.ofMillis(1)));
        await().until(other::isUp);
        assertThat(fresh.connect(other.ports().address(Tally.PORT))).isEqualTo("connected");
        assertThat(fresh.ask()).isEqualTo("1 of 1");

        other.stop();

        assertThat(fresh.hear()).isEqualTo("closed");
        try (Visitor late = new Visitor()) {
            assertThat(late.connect(other.ports().address(Tally.PORT))).isEqualTo("refused");
        }
        await().pollDelay(Duration.ofMillis(50)).until(() -> other.now().equals("die"));
        other.start();
        await().until(other::isUp);
    }

    @Test
    void aRequestUnderWayIsFinishedBeforeAStop() throws IOException {
        stopAmidARequest(host -> {
            while (isServing(host)) {
                host.work().pause(Tally.TICK);
            }
        });

        assertThat(fresh.hear()).isEqualTo("done");
        assertThat(fresh.hear()).isEqualTo("closed");
    }

    @Test
    void aRequestThatTakesLongerThanTheGraceIsCutOff() throws IOException {
        stopAmidARequest(host -> host.work().pause(Duration.ofHours(1)));

        assertThat(fresh.hear()).isEqualTo("closed");
    }

    private void stopAmidARequest(Consumer<Host> work) throws IOException {
        Machine slow = bench.start(Part.of(
                "slow",
                host -> host.network().serve(Tally.PORT, connection -> {
                    if (connection.getInputStream().read() == 'h') {
                        work.accept(host);
                        connection.getOutputStream().write("done\n".getBytes(US_ASCII));
                        connection.getInputStream().readAllBytes();
                    }
                })));
        await().until(slow::isUp);
        assertThat(fresh.connect(slow.ports().address(Tally.PORT))).isEqualTo("connected");
        assertThat(fresh.askInVain()).isEqualTo("silent");
        slow.stop();
    }

    private static boolean isServing(Host host) {
        try (Socket again = host.network().dial("slow", Tally.PORT, Duration.ofSeconds(1))) {
            return again.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void aRestartPolicyStartsWhatDiedAfterItsDelay() throws IOException {
        Duration delay = Duration.ofMillis(30);
        Machine other = bench.start(Part.of("other", new Tally()).restartedAfter(delay));
        await().until(other::isUp);
        long begin = System.nanoTime();

        other.crash();

        assertThat(fresh.connect(other.ports().address(Tally.PORT))).isEqualTo("refused");
        await().until(other::isUp);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(delay.toNanos());
    }

    @Test
    void aFrozenHostShakesHandsAndIsSilent() throws IOException {
        machine.pause();

        assertThat(idle.askInVain()).isEqualTo("silent");
        assertThat(fresh.connect(port)).isEqualTo("connected");
        assertThat(fresh.askInVain()).isEqualTo("silent");
        assertThat(nobody()).isEqualTo("refused");
    }

    @Test
    void whatIsThawedGoesOnWhereItWas() throws IOException {
        machine.pause();
        assertThat(fresh.connect(port)).isEqualTo("connected");
        assertThat(idle.askInVain()).isEqualTo("silent");
        assertThat(fresh.askInVain()).isEqualTo("silent");

        machine.resume();

        assertThat(List.of(idle.hear(), fresh.hear()))
                .containsExactlyInAnyOrder("2 of 2", "3 of 3");
        assertThat(bench.words()).containsExactly("start", "pause", "unpause");
    }

    @Test
    void noTimerTicksWhileFrozen() {
        await().until(() -> program.ticks() > 3);

        machine.pause();

        int ticks = program.ticks();
        await().pollDelay(Tally.TICK.multipliedBy(20)).until(() -> true);
        assertThat(program.ticks()).as("one may have been under way").isBetween(ticks, ticks + 1);
        machine.resume();
        await().until(() -> program.ticks() > ticks + 1);
    }

    @Test
    void aLostHostIsSilentOnEveryPortForOpenAndNewConnections() throws IOException {
        machine.lose();

        assertThat(idle.askInVain()).isEqualTo("silent");
        assertThat(fresh.connect(port)).isEqualTo("silent");
        assertThat(nobody()).isEqualTo("silent");
    }

    @Test
    void aLostHostComesBackAsAfterAPowerCycle() throws IOException {
        machine.lose();
        assertThat(idle.askInVain()).as("sent into the silence").isEqualTo("silent");

        machine.bringBack();

        assertThat(idle.hear()).isEqualTo("reset");
        await().until(machine::isUp);
        assertThat(fresh.connect(port)).isEqualTo("connected");
        assertThat(fresh.ask()).isEqualTo("1 of 2");
        assertThat(bench.words()).containsExactly("start", "lost", "die", "start");
    }

    @Test
    void healsThatHaveNothingToDoDoNothing() {
        machine.resume();
        machine.revive();
        machine.bringBack();

        assertThat(bench.words()).containsExactly("start");
        assertThat(idle.ask()).isEqualTo("2 of 2");
    }

    @Test
    void whatDoesNotRunCanNotBeBroken() {
        machine.crash();

        assertThatThrownBy(machine::crash)
                .isInstanceOf(DrillException.class)
                .hasMessage("'tally' has no process that could die: it does not run");
        assertThatThrownBy(machine::pause)
                .hasMessage("'tally' could not be paused: it does not run");
        assertThatThrownBy(machine::stop)
                .hasMessage("'tally' could not be stopped: it does not run");
        assertThatThrownBy(machine::lose)
                .hasMessage("'tally' has no host to lose: it does not run");
    }

    @Test
    void onlyALiveProcessAnswersCommands() {
        Duration atMost = Duration.ofSeconds(20);
        List<String> even = List.of("is", "it", "even");
        assertThat(machine.ask(even, atMost)).isEqualTo(new Answer(1, ""));
        assertThat(machine.ask(List.of("what"), atMost))
                .isEqualTo(new Answer(127, "'what' is not known here; known: [is it even]"));

        machine.pause();

        assertThat(machine.ask(even, atMost)).isEqualTo(new Answer(-1, ""));
    }

    @Test
    void theLogOutlivesTheProcess() {
        Machine broken = bench.start(Part.of("broken", host -> {
            host.console().log("about to fail");
            throw new IOException("no such file");
        }));

        await().until(() -> broken.now().equals("die"));
        assertThat(broken.log(10))
                .contains("about to fail", "could not start: java.io.IOException: no such file");
    }

    private String nobody() throws IOException {
        try (Visitor visitor = new Visitor()) {
            return visitor.connect(machine.ports().address(Machine.NOBODY));
        }
    }
}
