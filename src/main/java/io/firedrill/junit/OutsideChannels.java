package io.firedrill.junit;

import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.util.List;

/**
 * Channels that a system in containers can not have yet: those whose provider's place an inbox of
 * ours takes, for the inbox listens where containers do not reach. Said before anything is started;
 * a drill on which nobody listens would find that nobody was told.
 */
final class OutsideChannels {
    private static final String SYSTEM_FILE = "system.yaml";

    private OutsideChannels() {}

    /** Gives a problem for each system of the choice that has such channels. */
    static List<Problem> refused(Choice choice) {
        if (choice.mode() != Options.Mode.CONTAINERS) {
            return List.of();
        }
        return choice.drills().stream()
                .map(Scenario::system)
                .filter(system -> !sentTo(system).isEmpty())
                .map(OutsideChannels::problem)
                .distinct()
                .toList();
    }

    private static List<String> sentTo(SystemSpec system) {
        return system.channels().values().stream()
                .filter(channel -> channel.at().isPresent())
                .map(Channel::name)
                .toList();
    }

    private static Problem problem(SystemSpec system) {
        return new Problem(
                system.folder().resolve(SYSTEM_FILE),
                0,
                0,
                "channels that components send to are not offered in containers yet: "
                        + String.join(", ", sentTo(system)),
                "allowed in containers: channels that look at a page",
                "Take them out, or drill a system in this JVM ('inprocess:')");
    }
}
