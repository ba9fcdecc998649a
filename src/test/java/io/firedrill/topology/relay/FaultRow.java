package io.firedrill.topology.relay;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table: a fault, and what is asked while it is there.
 *
 * @param bytes of the answer
 * @param end whether the provider closes behind its answer
 * @param healed whether the fault is taken off once the customer waits
 */
record FaultRow(String name, Fault fault, int bytes, boolean end, boolean healed) {
    private static final int FEW = 20;
    private static final int MANY = 700;
    private static final int DELAY = Customer.DELAY_MILLIS;
    private static final int LONG = 60_000;

    /** Makes a fault. */
    interface Fault {
        void apply(Proxy proxy, Provider provider) throws IOException;
    }

    private static FaultRow of(String name, Fault fault) {
        return new FaultRow(name, fault, FEW, false, false);
    }

    private static FaultRow healed(String name, Fault fault) {
        return new FaultRow(name, fault, FEW, false, true);
    }

    private static FaultRow bytes(String name, int bytes, Fault fault) {
        return new FaultRow(name, fault, bytes, false, false);
    }

    private static FaultRow closing(String name, Fault fault) {
        return new FaultRow(name, fault, FEW, true, false);
    }

    /** Gives every row, the one without a fault first. */
    static List<FaultRow> all() {
        List<FaultRow> all = new ArrayList<>(thatStop());
        all.addAll(thatSlow());
        return all;
    }

    private static List<FaultRow> thatStop() {
        String delay = DELAY + " ms";
        return List.of(
                of("no fault", (it, behind) -> {}),
                of("cut (disabled)", (it, behind) -> it.disable()),
                of("provider dead", (it, behind) -> behind.die()),
                of("timeout 0", (it, b) -> it.toxics().timeout("f", DOWNSTREAM, 0)),
                of("timeout 0, upstream", (it, b) -> it.toxics().timeout("f", UPSTREAM, 0)),
                healed("timeout 0, removed", (it, b) -> it.toxics().timeout("f", DOWNSTREAM, 0)),
                of("timeout " + delay, (it, b) -> it.toxics().timeout("f", DOWNSTREAM, DELAY)),
                of(
                        "timeout " + delay + ", upstream",
                        (it, b) -> it.toxics().timeout("f", UPSTREAM, DELAY)),
                of("reset_peer 0", (it, b) -> it.toxics().resetPeer("f", DOWNSTREAM, 0)),
                of("reset_peer 0, upstream", (it, b) -> it.toxics().resetPeer("f", UPSTREAM, 0)),
                of(
                        "reset_peer " + delay,
                        (it, b) -> it.toxics().resetPeer("f", DOWNSTREAM, DELAY)));
    }

    private static List<FaultRow> thatSlow() {
        String delay = DELAY + " ms";
        return List.of(
                of("latency " + delay, (it, b) -> it.toxics().latency("f", DOWNSTREAM, DELAY)),
                of(
                        "latency " + delay + ", upstream",
                        (it, b) -> it.toxics().latency("f", UPSTREAM, DELAY)),
                healed(
                        "latency 60 s, removed",
                        (it, b) -> it.toxics().latency("f", DOWNSTREAM, LONG)),
                closing(
                        "latency " + delay + ", provider closes",
                        (it, b) -> it.toxics().latency("f", DOWNSTREAM, DELAY)),
                bytes(
                        "bandwidth 1 kB/s, " + MANY + " bytes",
                        MANY,
                        (it, b) -> it.toxics().bandwidth("f", DOWNSTREAM, 1)),
                of("bandwidth 0", (it, b) -> it.toxics().bandwidth("f", DOWNSTREAM, 0)),
                closing("no fault, provider closes", (it, b) -> {}),
                closing(
                        "slow_close " + delay + ", provider closes",
                        (it, b) -> it.toxics().slowClose("f", DOWNSTREAM, DELAY)),
                of("limit_data 5", (it, b) -> it.toxics().limitData("f", DOWNSTREAM, 5)),
                of("limit_data 0", (it, b) -> it.toxics().limitData("f", DOWNSTREAM, 0)),
                bytes(
                        "slicer 20, 1 ms, 200 bytes",
                        200,
                        (it, b) -> it.toxics().slicer("f", DOWNSTREAM, 20, 1_000)));
    }

    /** Takes the fault off, where the row says so. */
    void heal(Proxy proxy) throws IOException {
        if (healed) {
            proxy.toxics().get("f").remove();
        }
    }

    /** Gives the request. */
    String request() {
        return bytes + (end ? " close" : "");
    }
}
