package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Disk;

import java.io.IOException;
import java.util.List;

/**
 * What the lease keeper must not forget.
 *
 * @param holder who got the lease last; empty where nobody ever did
 * @param term counts the changes of leadership
 * @param electable who may get it next
 */
record LeaseState(String holder, long term, List<String> electable) {
    private static final String FILE = "lease";

    static LeaseState onDisk(Disk disk, List<String> stores) throws IOException {
        List<String> lines = disk.lines(FILE);
        return lines.isEmpty()
                ? new LeaseState("", 0, stores)
                : Json.read(Json.tree(lines.get(0)), LeaseState.class);
    }

    void save(Disk disk) {
        disk.replace(FILE, List.of(Json.text(this)));
    }

    LeaseState heldBy(String who) {
        return new LeaseState(who, term + 1, electable);
    }

    LeaseState among(List<String> members) {
        return new LeaseState(holder, term, members);
    }
}
