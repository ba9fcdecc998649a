package io.firedrill.topology.relay;

/** The embedded relay, asked what the real one was asked. */
final class RelayConformanceTests extends RelayConformance {

    @Override
    RelayUnderTest start() {
        return RelayUnderTest.embedded();
    }
}
