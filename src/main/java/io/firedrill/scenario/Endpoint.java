package io.firedrill.scenario;

/** A port of a component, written {@code component:port}. */
public record Endpoint(String component, int port) {
    @Override
    public String toString() {
        return component + ":" + port;
    }
}
