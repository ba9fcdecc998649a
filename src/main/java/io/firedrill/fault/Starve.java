package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Ration;
import io.firedrill.topology.Capability.Starvable;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves a component little processor time, little memory, or both, by its container's own limits.
 * Stands for a noisy neighbour, a machine too small, a leak about to be punished. Proved is the
 * limit that the kernel holds it to, read inside the component; not that it needs more than that.
 */
public final class Starve implements Fault {
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(5);

    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "starve",
                "starve",
                List.of(
                        Setting.optional(
                                "cpu", Setting.Type.SHARE, "what is left, as a share of one core"),
                        Setting.optional("memory", Setting.Type.SIZE, "what is left")),
                "little processor time or memory is left to it");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + " is left with "
                + Stream.concat(
                                spec
                                        .settings()
                                        .find("cpu", Double.class)
                                        .map(it -> PlainWords.share(it) + " of a core")
                                        .stream(),
                                spec
                                        .settings()
                                        .find("memory", Long.class)
                                        .map(it -> PlainWords.size(it) + " of memory")
                                        .stream())
                        .collect(Collectors.joining(" and "));
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Ration ration = new Ration(
                spec.settings().find("cpu", Double.class),
                spec.settings().find("memory", Long.class));
        if (ration.cores().isEmpty() && ration.memory().isEmpty()) {
            throw new DrillException("fault 'starve' says neither 'cpu' nor 'memory'");
        }
        Starvable power = Aim.power(spec, system, Starvable.class);
        Optional<Askable> inside = Aim.find(spec, system, Askable.class);
        return new ComponentFault(
                "starve " + Aim.component(spec),
                () -> power.starve(ration),
                power::feed,
                () -> look(inside, ration));
    }

    private static Effect look(Optional<Askable> inside, Ration ration) {
        Answer answer = inside.map(it -> it.ask(KernelLimits.COMMAND, LOOK_WITHIN))
                .orElse(new Answer(-1, "nobody can be asked inside"));
        Effect.State state = Optional.of(answer)
                .filter(it -> it.code() == 0)
                .flatMap(it -> KernelLimits.parse(it.output()))
                .map(limits -> limits.within(ration) ? Effect.State.IN_EFFECT : Effect.State.ABSENT)
                .orElse(Effect.State.UNKNOWN);
        String detail = answer.output().strip().replace('\n', ',');
        return new Effect(state, "the kernel's limits, read inside", detail);
    }
}
