package io.firedrill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Ration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults on components do, and what a witness has to see as proof. */
class ComponentFaultsTests {
    private static final Map<String, Object> FOLDER = Map.of("path", "/data", "size", 1_000_000L);
    private static final Map<String, Object> COMMANDS = Map.of(
            "run", List.of("drop"), "undo", List.of("create"), "proof", List.of("look"), "exit", 3);

    private final OnePart system = new OnePart(Optional.empty());

    private ActiveFault aim(String kind, Map<String, Object> settings) {
        FaultSpec.Target target = new FaultSpec.Target.Component("db");
        return FaultCatalog.load()
                .named(kind)
                .aim(new FaultSpec(kind, target, new Settings(settings)), system);
    }

    @Test
    void aStopIsProvedByTheStateThatThePlatformTells() {
        ActiveFault stop = aim("stop", Map.of());

        assertThat(stop.effect().state()).isEqualTo(State.ABSENT);
        stop.apply();
        assertThat(stop.effect().state()).as("nothing happened").isEqualTo(State.ABSENT);
        system.is("exited");
        assertThat(stop.effect())
                .isEqualTo(new Effect(State.IN_EFFECT, "docker event stream", "db is exited"));
        system.is("unknown");
        assertThat(stop.effect().state()).isEqualTo(State.UNKNOWN);
        stop.close();
        assertThat(system.calls).containsExactly("stop", "start");
    }

    @Test
    void aRestartIsProvedByADeathAndHealedByRunningAgain() {
        system.died(2);
        ActiveFault restart = aim("restart", Map.of());

        assertThat(restart.effect().state()).isEqualTo(State.ABSENT);
        restart.apply();
        system.died(3);
        assertThat(restart.effect().state()).isEqualTo(State.IN_EFFECT);
        restart.close();
        assertThat(restart.effect().state()).isEqualTo(State.ABSENT);
        system.is("exited");
        assertThat(restart.effect().state()).isEqualTo(State.UNKNOWN);
        assertThat(system.calls).containsExactly("stop", "start", "start");
    }

    @ParameterizedTest
    @CsvSource({"3, IN_EFFECT", "0, ABSENT", "1, ABSENT", "-1, UNKNOWN", "127, UNKNOWN"})
    void aCommandIsProvedByTheExitCodeOfAnother(int code, State seen) {
        system.answering(command -> new Answer(code, " said "));

        assertThat(aim("exec", COMMANDS).effect())
                .isEqualTo(new Effect(seen, "the proof command", "exit code " + code + " said"));
    }

    @Test
    void aCommandIsUndoneOnceAndOnlyWhereItWasBegun() {
        system.answering(command -> new Answer(0, ""));
        ActiveFault exec = aim("exec", COMMANDS);

        exec.close();
        assertThat(system.calls).isEmpty();
        exec.apply();
        exec.close();
        exec.close();

        assertThat(system.calls).containsExactly("ask drop", "ask create");
    }

    @Test
    void aCommandThatFailsSaysSoAndIsUndoneAllTheSame() {
        system.answering(command -> new Answer(command.contains("drop") ? 2 : 0, "no such table"));
        ActiveFault exec = aim("exec", COMMANDS);

        assertThatThrownBy(exec::apply)
                .isInstanceOf(DrillException.class)
                .hasMessage("'run' of fault 'exec', [drop] in db, ended with exit code 2:"
                        + " no such table");

        exec.close();
        assertThat(system.calls).containsExactly("ask drop", "ask create");
    }

    @Test
    void starvingIsProvedByTheKernelsLimits() {
        Map<String, Object> cpu = Map.of("cpu", 0.2);
        Map<String, Object> both = Map.of("cpu", 0.2, "memory", 64_000_000L);

        assertThat(limits("20000 100000\nmax\n", cpu)).isEqualTo(State.IN_EFFECT);
        assertThat(limits("max 100000\nmax\n", cpu)).isEqualTo(State.ABSENT);
        assertThat(limits("-1 100000\n9223372036854771712\n", both)).isEqualTo(State.ABSENT);
        assertThat(limits("20000 100000\nmax\n", both)).isEqualTo(State.ABSENT);
        assertThat(limits("20000 100000\n63999999\n", both)).isEqualTo(State.IN_EFFECT);
        assertThat(limits("sh: not found", cpu)).isEqualTo(State.UNKNOWN);
    }

    private State limits(String printed, Map<String, Object> settings) {
        system.answering(command -> new Answer(0, printed));
        return aim("starve", settings).effect().state();
    }

    @Test
    void starvingHandsItsRationOverAndFeedsAgain() {
        ActiveFault starve = aim("starve", Map.of("cpu", 0.2));

        starve.apply();
        starve.close();

        assertThat(system.calls).containsExactly("starve Optional[0.2] Optional.empty", "feed");
        assertThatThrownBy(() -> aim("starve", Map.of()))
                .hasMessage("fault 'starve' says neither 'cpu' nor 'memory'");
        assertThat(KernelLimits.parse("20000 100000\n5\n")
                        .orElseThrow()
                        .within(new Ration(Optional.empty(), Optional.of(4L))))
                .isFalse();
    }

    @Test
    void aFullDiskIsProvedByWhatDfSays() {
        system.answering(command -> df(100, 5_000, "none"));
        ActiveFault fill = aim("fill-disk", FOLDER);

        assertThat(fill.effect().state()).isEqualTo(State.ABSENT);
        system.answering(command -> df(1_000, 4_100, "filler"));
        assertThat(fill.effect())
                .isEqualTo(new Effect(
                        State.IN_EFFECT, "df inside", "tmpfs 5100 1000 4100 20% /data filler"));
        system.answering(command -> df(900, 4_200, "filler"));
        assertThat(fill.effect().state()).as("too small a rise").isEqualTo(State.UNKNOWN);
        system.answering(command -> new Answer(127, "df: not found"));
        assertThat(fill.effect().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aDiskWithLessRoomThanTheFileIsFullWhenTheRoomIsGone() {
        system.answering(command -> df(100, 500, "none"));
        ActiveFault fill = aim("fill-disk", FOLDER);

        fill.apply();
        system.answering(command -> df(600, 0, "filler"));

        assertThat(fill.effect().state()).isEqualTo(State.IN_EFFECT);
        fill.close();
        assertThat(system.calls).contains("fill /data 1000000", "empty");
    }

    private static Answer df(long used, long free, String file) {
        String line = "tmpfs " + (used + free) + " " + used + " " + free + " 20% /data\n";
        return new Answer(0, line + file + "\n");
    }
}
