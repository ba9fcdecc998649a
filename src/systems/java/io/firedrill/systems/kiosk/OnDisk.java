package io.firedrill.systems.kiosk;

import io.firedrill.topology.inprocess.Disk;
import io.firedrill.topology.inprocess.Host;

/** Notes that outlive the process. */
record OnDisk(Disk disk) implements Notes {
    private static final String FILE = "tickets";

    OnDisk(Host host) {
        this(host.disk());
    }

    @Override
    public synchronized void note(String id) {
        if (count(id) == 0) {
            disk.append(FILE, id);
        }
    }

    @Override
    public int count(String id) {
        return disk.lines(FILE).contains(id) ? 1 : 0;
    }
}
