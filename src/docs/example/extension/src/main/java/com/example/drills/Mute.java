package com.example.drills;

import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;

import io.firedrill.DrillException;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Aim;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Fault;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Swallows the provider's answers while its consumer's requests still arrive: work is done, and
 * nobody hears of it.
 */
public final class Mute implements Fault {
    private static final String TOXIC = "example-mute";
    private static final Duration LOOK = Duration.ofMillis(500);

    @Override
    public FaultKind kind() {
        return FaultKind.onLink("mute", List.of(), "requests arrive, answers do not");
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        return new Muted(Aim.link(spec), system);
    }

    private record Muted(Link link, SystemUnderDrill system) implements ActiveFault {
        @Override
        public String describe() {
            return "swallow the answers on " + link;
        }

        @Override
        public void apply() {
            try {
                // 0: for ever, not closed after a while
                system.relay(link).proxy().toxics().timeout(TOXIC, ToxicDirection.DOWNSTREAM, 0);
            } catch (IOException e) {
                throw new DrillException("the relay on " + link + " did not mute", e);
            }
        }

        /** The proof shares nothing with the injector: a connection tried from the consumer. */
        @Override
        public Effect effect() {
            LinkView view = system.witness().link(link, LOOK);
            Effect.State state = switch (view.outcome()) {
                case DATA_SILENT -> Effect.State.IN_EFFECT;
                case ANSWERED, CLOSED -> Effect.State.ABSENT;
                default -> Effect.State.UNKNOWN;
            };
            return new Effect(state, "a connection tried from the consumer", words(view.outcome()));
        }

        private static String words(Outcome outcome) {
            return outcome == Outcome.DATA_SILENT ? "connected, then silence" : "" + outcome;
        }

        /** Heals it, also where it never came to be: what is not there is not removed. */
        @Override
        public void close() {
            try {
                for (Toxic toxic : system.relay(link).proxy().toxics().getAll()) {
                    if (toxic.getName().equals(TOXIC)) {
                        toxic.remove();
                    }
                }
            } catch (IOException e) {
                throw new DrillException("the relay on " + link + " is still mute", e);
            }
        }
    }
}
