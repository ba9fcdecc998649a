package io.firedrill.topology.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The toxics of one proxy, and what their changes do to the connections that are open. */
final class Toxics {
    private final List<Toxic> upstream = new ArrayList<>();
    private final List<Toxic> downstream = new ArrayList<>();
    private final Supplier<Collection<Connection>> connections;
    private final RandomGenerator random;

    /** Creates it without any. */
    Toxics(Supplier<Collection<Connection>> connections, RandomGenerator random) {
        this.connections = connections;
        this.random = random;
    }

    /** Gives the toxics of one stream, in the order in which bytes meet them. */
    List<Toxic> of(Stream stream) {
        return stream == Stream.UPSTREAM ? upstream : downstream;
    }

    /** Gives all, upstream first. */
    List<Toxic> all() {
        List<Toxic> all = new ArrayList<>(upstream);
        all.addAll(downstream);
        return all;
    }

    /** Finds one by its name. */
    Optional<Toxic> find(String name) {
        return all().stream().filter(toxic -> toxic.name().equals(name)).findFirst();
    }

    /** Says whether connections that begin now close with a reset. */
    boolean reset() {
        return all().stream().anyMatch(toxic -> toxic.toxin() instanceof ResetPeer);
    }

    /** Gives what dice are thrown with. */
    RandomGenerator random() {
        return random;
    }

    /** Puts one, whose name must be new, behind the others of its stream. */
    void add(Toxic toxic) {
        of(toxic.direction()).add(toxic);
        lanes(toxic.direction()).forEach(lane -> lane.add(toxic, random));
    }

    /** Takes other values for one that is there. */
    void change(Toxic toxic) {
        of(toxic.direction())
                .replaceAll(other -> other.name().equals(toxic.name()) ? toxic : other);
        lanes(toxic.direction()).forEach(lane -> lane.change(toxic));
    }

    /**
     * Takes one off.
     *
     * @throws ApiError when there is none of that name
     */
    void remove(String name) {
        Toxic toxic = find(name).orElseThrow(ApiError::noToxic);
        of(toxic.direction()).remove(toxic);
        lanes(toxic.direction()).forEach(lane -> lane.remove(name));
    }

    /** Takes all off. */
    void clear() {
        all().forEach(toxic -> remove(toxic.name()));
    }

    /** A copy: a lane that ends takes its connection out of the collection. */
    private List<Lane> lanes(Stream stream) {
        return connections.get().stream()
                .map(connection -> connection.lane(stream))
                .toList();
    }
}
