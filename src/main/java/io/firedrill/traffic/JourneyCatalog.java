package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.scenario.JourneyKind;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every journey on the class path that is a Java class, by name. */
public final class JourneyCatalog {
    private final Map<String, Journey> journeys = new TreeMap<>();

    private JourneyCatalog(Iterable<Journey> found) {
        found.forEach(this::add);
    }

    /**
     * Finds every journey that a service entry names.
     *
     * @throws DrillException where two journeys have the same name
     */
    public static JourneyCatalog load() {
        return new JourneyCatalog(ServiceLoader.load(Journey.class));
    }

    /** Makes a catalog of given journeys. */
    public static JourneyCatalog of(Journey... journeys) {
        return new JourneyCatalog(List.of(journeys));
    }

    private void add(Journey journey) {
        Journey other = journeys.putIfAbsent(journey.kind().name(), journey);
        if (other != null) {
            throw new DrillException("two journeys are named '" + journey.kind().name() + "': "
                    + other.getClass().getName() + " and " + journey.getClass().getName()
                    + "; rename one of them");
        }
    }

    /** Lists what the journeys declare, in the order of their names. */
    public List<JourneyKind> kinds() {
        return journeys.values().stream().map(Journey::kind).toList();
    }

    /**
     * Gives the journey of that name.
     *
     * @throws DrillException where there is none
     */
    public Journey named(String name) {
        Journey journey = journeys.get(name);
        if (journey == null) {
            throw new DrillException("unknown journey '" + name
                    + "' on the class path; known ones: " + journeys.keySet());
        }
        return journey;
    }
}
