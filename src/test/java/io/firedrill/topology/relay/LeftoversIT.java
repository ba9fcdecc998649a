package io.firedrill.topology.relay;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is left of ten thousand connections: no thread, no socket, no timer, no connection. */
@Isolated
class LeftoversIT {

    @Test
    void nothingIsLeftOfTenThousandConnections() throws IOException {
        try (Leftovers leftovers = new Leftovers()) {
            leftovers.after(10_000);
        }
    }
}
