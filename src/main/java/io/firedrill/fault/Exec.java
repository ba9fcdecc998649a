package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.List;

/**
 * Runs a command inside a component, for what only an operator can do: drop an index, revoke a
 * grant, switch over by hand. What it stands for is what the command does. A second command heals
 * it, and a third, which neither of the two is, proves it by its exit code.
 */
public final class Exec implements Fault {
    private static final Duration RUN_WITHIN = Duration.ofSeconds(25);
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(5);
    /** The shell's codes for "could not run it", and for "killed", begin here. */
    private static final int FIRST_NO_ANSWER = 126;

    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "exec",
                "exec",
                List.of(
                        Setting.required("run", Setting.Type.WORDS, "the command that breaks it"),
                        Setting.required("undo", Setting.Type.WORDS, "the command that heals it"),
                        Setting.required(
                                "proof", Setting.Type.WORDS, "the command that tells which it is"),
                        Setting.optional(
                                "exit",
                                Setting.Type.COUNT,
                                0,
                                "exit code of the proof while it is broken")),
                "a command is run inside it");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "in " + to + " the command '" + String.join(" ", spec.settings().words("run"))
                + "' is run, later undone by '"
                + String.join(" ", spec.settings().words("undo")) + "'";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        return new Commanded(spec, Aim.power(spec, system, Askable.class));
    }

    private static final class Commanded implements ActiveFault {
        private final FaultSpec spec;
        private final Askable inside;
        private boolean begun;

        Commanded(FaultSpec spec, Askable inside) {
            this.spec = spec;
            this.inside = inside;
        }

        @Override
        public String describe() {
            return "run " + words("run") + " in " + Aim.component(spec);
        }

        @Override
        public void apply() {
            begun = true;
            run("run");
        }

        @Override
        public void close() {
            if (begun) {
                run("undo");
                begun = false;
            }
        }

        private void run(String setting) {
            Answer answer = inside.ask(words(setting), RUN_WITHIN);
            if (answer.code() != 0) {
                throw new DrillException("'" + setting + "' of fault 'exec', " + words(setting)
                        + " in " + Aim.component(spec) + ", ended with exit code " + answer.code()
                        + ": " + answer.output().strip());
            }
        }

        @Override
        public Effect effect() {
            Answer answer = inside.ask(words("proof"), LOOK_WITHIN);
            boolean told = answer.code() >= 0 && answer.code() < FIRST_NO_ANSWER;
            Effect.State state = answer.code() == spec.settings().get("exit", Integer.class)
                    ? Effect.State.IN_EFFECT
                    : told ? Effect.State.ABSENT : Effect.State.UNKNOWN;
            String detail = "exit code " + answer.code() + " " + answer.output().strip();
            return new Effect(state, "the proof command", detail.strip());
        }

        private List<String> words(String setting) {
            return spec.settings().words(setting);
        }
    }
}
