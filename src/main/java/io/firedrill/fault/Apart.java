package io.firedrill.fault;

import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.topology.Separable;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Surveyor;
import io.firedrill.topology.Surveyor.Try;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Components out of each other's reach. Before it is applied and after it is healed every way
 * between them has to lead to somebody; in between every way has to be silent, and one that is open
 * says that it is not in effect.
 */
final class Apart implements ActiveFault {
    /** A handshake on one machine takes a millisecond; on a busy one a hundred. */
    private static final Duration LOOK = Duration.ofMillis(900);

    private static final int SHOWN = 4;
    private static final Set<Outcome> THROUGH = Set.of(
            Outcome.REFUSED, Outcome.RESET, Outcome.CLOSED, Outcome.ANSWERED, Outcome.DATA_SILENT);

    private final String words;
    private final Separable power;
    private final Surveyor witness;
    private final Separation separation;
    private boolean applied;

    private Apart(String words, Separable power, Surveyor witness, Separation separation) {
        this.words = words;
        this.power = power;
        this.witness = witness;
        this.separation = separation;
    }

    /**
     * Aims.
     *
     * @param words what is done, in plain words
     */
    static Apart aim(String words, Separation separation, FaultSpec spec, SystemUnderDrill system) {
        return new Apart(
                words,
                Aim.able(spec, system, Separable.class),
                Aim.able(spec, system.witness(), Surveyor.class),
                separation);
    }

    @Override
    public String describe() {
        return words;
    }

    @Override
    public void apply() {
        applied = true;
        power.separate(separation);
    }

    @Override
    public void close() {
        power.rejoin(separation);
        applied = false;
    }

    @Override
    public Effect effect() {
        List<Try> tries = witness.survey(separation, LOOK);
        Predicate<Try> silent = one -> one.outcome() == Outcome.CONNECT_SILENT;
        Predicate<Try> through = one -> THROUGH.contains(one.outcome());
        long silences = tries.stream().filter(silent).count();
        long passed = tries.stream().filter(through).count();
        String detail = silences + " of " + tries.size() + " ways silent, " + passed + " open"
                + exceptions(tries, silences > passed ? silent : through);
        return new Effect(
                state(tries.size(), silences, passed),
                "every way tried from its beginning",
                detail);
    }

    private State state(int tries, long silences, long passed) {
        if (tries > 0 && silences == tries) {
            return State.IN_EFFECT;
        }
        boolean gone = applied ? passed > 0 : tries > 0 && passed == tries;
        return gone ? State.ABSENT : State.UNKNOWN;
    }

    /** Names the first few ways that are unlike most. */
    private static String exceptions(List<Try> tries, Predicate<Try> usual) {
        List<Try> others = tries.stream().filter(usual.negate()).toList();
        if (others.isEmpty()) {
            return "";
        }
        String named = others.stream()
                .limit(SHOWN)
                .map(one -> one.way() + " " + word(one.outcome()))
                .collect(Collectors.joining(", "));
        return ": " + named + (others.size() > SHOWN ? ", ..." : "");
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
