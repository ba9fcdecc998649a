package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every fault on the class path, by name. */
public final class FaultCatalog {
    private final Map<String, Fault> faults = new TreeMap<>();

    private FaultCatalog(Iterable<Fault> found) {
        found.forEach(this::add);
    }

    /**
     * Finds every fault that a service entry names.
     *
     * @throws DrillException where two faults have the same name
     */
    public static FaultCatalog load() {
        return new FaultCatalog(ServiceLoader.load(Fault.class));
    }

    /** Makes a catalog of given faults. */
    public static FaultCatalog of(Fault... faults) {
        return new FaultCatalog(List.of(faults));
    }

    private void add(Fault fault) {
        Fault other = faults.putIfAbsent(fault.kind().name(), fault);
        if (other != null) {
            throw new DrillException("two faults are named '" + fault.kind().name() + "': "
                    + other.getClass().getName() + " and " + fault.getClass().getName()
                    + "; rename one of them");
        }
    }

    /** Lists what the faults declare, in the order of their names. */
    public List<FaultKind> kinds() {
        List<FaultKind> kinds = new ArrayList<>();
        faults.values().forEach(fault -> kinds.add(fault.kind()));
        return kinds;
    }

    /** Says in plain words what a fault will do to what. */
    public String explain(FaultSpec spec) {
        return named(spec.kind()).explain(spec);
    }

    /**
     * Gives the fault of that name.
     *
     * @throws DrillException where there is none
     */
    public Fault named(String name) {
        Fault fault = faults.get(name);
        if (fault == null) {
            throw new DrillException(
                    "unknown fault '" + name + "'; known faults: " + faults.keySet());
        }
        return fault;
    }
}
