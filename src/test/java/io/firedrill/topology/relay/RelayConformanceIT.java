package io.firedrill.topology.relay;

import io.firedrill.NeedsDocker;

/** The real Toxiproxy 2.12, asked again, so that what was recorded stays true. */
@NeedsDocker
final class RelayConformanceIT extends RelayConformance {

    @Override
    RelayUnderTest start() {
        return RealToxiproxy.start();
    }
}
