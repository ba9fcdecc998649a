package io.firedrill.run;

import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.util.Map;
import java.util.Optional;

/** Drills of a shop that tells people. */
final class Telling {
    private Telling() {}

    /** Gives the same drill of a system with these channels. */
    static Scenario on(Scenario drill, Map<String, Channel> channels) {
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                telling(drill.system(), channels),
                drill.customers(),
                drill.baseline(),
                drill.steps(),
                drill.objectives(),
                drill.relayed(),
                drill.limit(),
                drill.twin());
    }

    private static SystemSpec telling(SystemSpec system, Map<String, Channel> channels) {
        return new SystemSpec(
                system.name(),
                system.title(),
                system.tier(),
                system.folder(),
                system.blueprint(),
                system.components(),
                system.entries(),
                system.links(),
                system.roles(),
                system.signIns(),
                system.journeys(),
                channels,
                Optional.empty(),
                system.secrets());
    }
}
