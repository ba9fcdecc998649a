package io.firedrill.observe;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches who holds each role of a system: every candidate is asked about four times a second, each
 * by a thread of its own, so that one that hangs delays no other. New answers are recorded as
 * {@link io.firedrill.journal.Event.RoleAnswered}.
 */
public final class RoleWatch implements AutoCloseable {
    private final List<RoleSampler> samplers = new ArrayList<>();

    private RoleWatch() {}

    /** Starts to watch. Throws where a candidate is missing or can not be asked. */
    public static RoleWatch start(
            SystemSpec spec, SystemUnderDrill system, Recorder recorder, DrillClock clock) {
        RoleWatch watch = new RoleWatch();
        Duration every = Tempo.of(spec.blueprint()).roles();
        for (SystemSpec.Role role : spec.roles().values()) {
            for (String component : role.among()) {
                RoleSampler.Seat seat = new RoleSampler.Seat(
                        role, component, askable(system, role, component), every);
                watch.samplers.add(new RoleSampler(seat, recorder, clock));
            }
        }
        watch.samplers.forEach(RoleSampler::start);
        return watch;
    }

    private static Askable askable(SystemUnderDrill system, SystemSpec.Role role, String name) {
        Component component = system.components().stream()
                .filter(there -> there.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DrillException("role '" + role.name() + "': component '"
                        + name
                        + "' is not there; there are "
                        + system.components().stream().map(Component::name).toList()));
        return component
                .as(Askable.class)
                .orElseThrow(() -> new DrillException(
                        "role '" + role.name() + "': component '" + name + "' can not be asked"));
    }

    /**
     * Gives the last answer of each candidate for a role; {@code UNKNOWN} for one that has not
     * answered yet.
     */
    public Map<String, Ternary> holders(String role) {
        Map<String, Ternary> holders = new LinkedHashMap<>();
        samplers.stream()
                .filter(sampler -> sampler.seat().role().name().equals(role))
                .forEach(sampler -> holders.put(sampler.seat().component(), sampler.holds()));
        return holders;
    }

    /**
     * Stops asking; returns when every thread has ended, or at the latest some seconds later where
     * a component still hangs. Safe to call twice.
     *
     * @throws RuntimeException whatever the recorder threw first
     */
    @Override
    public void close() {
        samplers.forEach(RoleSampler::stop);
        samplers.forEach(RoleSampler::join);
        samplers.forEach(RoleSampler::throwIfFailed);
    }
}
