package io.firedrill.junit;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.util.List;

/**
 * Channels that nobody in containers could send to: a component finds a provider outside of the
 * system by the relay of its link alone. Said before anything is started; a drill on which nobody
 * can be heard would find that nobody was told.
 */
final class OutsideChannels {
    private static final String SYSTEM_FILE = "system.yaml";

    private OutsideChannels() {}

    /** Gives a problem for each provider of the choice's systems that no link leads to. */
    static List<Problem> unreachable(Choice choice) {
        return choice.drills().stream()
                .map(Scenario::system)
                .filter(system -> system.blueprint() instanceof Blueprint.Composed)
                .flatMap(system -> system.channels().values().stream()
                        .flatMap(channel -> channel.at().stream())
                        .filter(at -> isAlone(at, system))
                        .map(at -> problem(at, system)))
                .distinct()
                .toList();
    }

    private static boolean isAlone(Endpoint provider, SystemSpec system) {
        return system.links().stream().noneMatch(link -> link.provider().equals(provider));
    }

    private static Problem problem(Endpoint provider, SystemSpec system) {
        return new Problem(
                system.folder().resolve(SYSTEM_FILE),
                0,
                0,
                "a channel is at " + provider + ", and no link leads there",
                "needed in containers: '<component> -> " + provider
                        + "' for each component that sends there",
                "Components in containers find whoever is outside of the system by a link only");
    }
}
