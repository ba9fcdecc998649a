package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SystemSpec;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;

/** Makes journeys that are Java classes ready. */
final class Plugins {
    private final JourneyCatalog catalog;
    private final SystemSpec system;
    private final Function<String, InetSocketAddress> entries;

    Plugins(
            JourneyCatalog catalog,
            SystemSpec system,
            Function<String, InetSocketAddress> entries) {
        this.catalog = catalog;
        this.system = system;
        this.entries = entries;
    }

    /**
     * Makes one ready.
     *
     * @throws DrillException where it is not there, or can not begin
     */
    ActiveJourney begin(JourneySpec spec, Means.Plugin plugin) {
        Journey journey = catalog.named(plugin.kind());
        JourneyPlace place = new JourneyPlace(
                spec.name(),
                entries.apply(spec.entry()),
                entries,
                spec.deadline(),
                revealed(journey, plugin.settings()));
        try {
            return journey.begin(place);
        } catch (Exception | LinkageError failure) {
            String why = new Discretion(system.secrets().values()).apply(failure.toString());
            throw new DrillException(
                    "journey '" + spec.name() + "' by '" + plugin.kind() + "' can not begin: "
                            + why,
                    failure);
        }
    }

    private Settings revealed(Journey journey, Settings settings) {
        Placeholders secrets = Placeholders.ofSecrets(system.secrets());
        Settings revealed = settings;
        for (Setting setting : journey.kind().settings()) {
            Optional<String> name = settings.find(setting.name(), Object.class)
                    .filter(value -> setting.type() == Setting.Type.SECRET)
                    .map(String::valueOf);
            if (name.isPresent()) {
                revealed = revealed.with(setting.name(), secrets.fill(name.get()));
            }
        }
        return revealed;
    }
}
