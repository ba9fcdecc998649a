package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;

import java.io.IOException;

/** Takes named toxics off a proxy again. */
final class Toxics {
    private Toxics() {}

    /** Removes the toxics whose name starts so; does nothing where there are none. */
    static void remove(Proxy proxy, String prefix) throws IOException {
        for (Toxic toxic : proxy.toxics().getAll()) {
            if (toxic.getName().startsWith(prefix)) {
                toxic.remove();
            }
        }
    }
}
