package io.firedrill.topology.relay;

/** The real Toxiproxy 2.12, asked again, so that what was recorded stays true. */
final class RelayConformanceIT extends RelayConformance {

    @Override
    RelayUnderTest start() {
        return RealToxiproxy.start();
    }
}
