package io.firedrill.systems.pocket;

/** A defect: a front that never asks whether a portal is well. */
final class AlwaysUp implements HealthCheck {

    AlwaysUp(Seat seat) {
        seat.host().console().log("takes every portal for well");
    }

    @Override
    public boolean isUp(String portal) {
        return true;
    }
}
