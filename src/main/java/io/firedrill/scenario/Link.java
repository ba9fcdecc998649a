package io.firedrill.scenario;

/** The way from a consumer to a port of its provider, written {@code consumer -> provider:port}. */
public record Link(String consumer, Endpoint provider) {
    @Override
    public String toString() {
        return consumer + " -> " + provider;
    }
}
