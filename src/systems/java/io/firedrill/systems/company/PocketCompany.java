package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A company that fits into this JVM: a shop, monitoring, two incident desks, a status page. */
public final class PocketCompany implements PocketSystem {
    private static final Duration RESTART = Duration.ofMillis(300);
    private static final Duration SECOND_DESK = Duration.ofMillis(400);

    @Override
    public String name() {
        return "pocket-company";
    }

    /** Desks are not started again by themselves: the other one takes over. */
    @Override
    public List<Part> parts(Map<String, String> settings) {
        Playbook playbook = Variants.of(settings);
        Times times = playbook.times();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Store.NAME, new Store()).restartedAfter(RESTART));
        Shop.NAMES.forEach(shop -> parts.add(Part.of(shop, new Shop()).restartedAfter(RESTART)));
        parts.add(Part.of(Front.NAME, new Front(times)).restartedAfter(RESTART));
        parts.add(Part.of(StatusPage.NAME, new StatusPage(playbook)).restartedAfter(RESTART));
        parts.add(Part.of(Suite.NAME, new Suite()).restartedAfter(RESTART));
        parts.add(Part.of(Records.NAME, new Records(times)).restartedAfter(RESTART));
        parts.add(Part.of(Desk.NAMES.get(0), new Desk(playbook, Duration.ZERO)));
        parts.add(Part.of(Desk.NAMES.get(1), new Desk(playbook, SECOND_DESK)));
        parts.add(Part.of("watch", new Watch(times)).restartedAfter(RESTART));
        return List.copyOf(parts);
    }
}
