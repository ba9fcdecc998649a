package io.firedrill.topology.inprocess;

import io.firedrill.topology.Capability;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.Capability.Pausable;
import io.firedrill.topology.Capability.Stoppable;
import io.firedrill.topology.Component;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component as drills see it: its machine, and all that may be done to it. */
record InprocessComponent(Machine machine)
        implements Component, Crashable, Losable, Pausable, Stoppable, Askable, HasLogs {

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public <C extends Capability> Optional<C> as(Class<C> capability) {
        return Optional.of(this).filter(capability::isInstance).map(capability::cast);
    }

    @Override
    public Map<String, String> facts() {
        return machine.facts();
    }

    @Override
    public void crash() {
        machine.crash();
    }

    @Override
    public void revive() {
        machine.revive();
    }

    @Override
    public void lose() {
        machine.lose();
    }

    @Override
    public void bringBack() {
        machine.bringBack();
    }

    @Override
    public void pause() {
        machine.pause();
    }

    @Override
    public void resume() {
        machine.resume();
    }

    @Override
    public void stop() {
        machine.stop();
    }

    @Override
    public void start() {
        machine.start();
    }

    @Override
    public Answer ask(List<String> command, Duration atMost) {
        return machine.ask(command, atMost);
    }

    @Override
    public String logs(int lines) {
        return machine.log(lines);
    }
}
