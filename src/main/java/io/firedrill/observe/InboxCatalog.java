package io.firedrill.observe;

import io.firedrill.DrillException;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every kind of inbox on the class path, by what it speaks. */
public final class InboxCatalog {
    private final Map<String, InboxKind> kinds = new TreeMap<>();

    private InboxCatalog(Iterable<InboxKind> found) {
        found.forEach(this::add);
    }

    /**
     * Finds every kind that a service entry names.
     *
     * @throws DrillException where two kinds speak the same
     */
    public static InboxCatalog load() {
        return new InboxCatalog(ServiceLoader.load(InboxKind.class));
    }

    /** Makes a catalog of given kinds. */
    public static InboxCatalog of(InboxKind... kinds) {
        return new InboxCatalog(List.of(kinds));
    }

    private void add(InboxKind kind) {
        InboxKind other = kinds.putIfAbsent(kind.speaks(), kind);
        if (other != null) {
            throw new DrillException("two kinds of inbox speak '" + kind.speaks() + "': "
                    + other.getClass().getName() + " and "
                    + kind.getClass().getName() + "; rename one of them");
        }
    }

    /** Lists what is spoken, sorted. */
    public Set<String> spoken() {
        return new TreeSet<>(kinds.keySet());
    }

    /**
     * Gives the kind that speaks so.
     *
     * @throws DrillException where there is none
     */
    public InboxKind speaking(String speaks) {
        InboxKind kind = kinds.get(speaks);
        if (kind == null) {
            throw new DrillException(
                    "nobody on the class path speaks '" + speaks + "'; spoken are: " + spoken());
        }
        return kind;
    }
}
