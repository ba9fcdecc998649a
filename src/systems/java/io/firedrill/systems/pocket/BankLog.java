package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every transfer in the order in which it was booked: the disk of a store. */
final class BankLog {
    private final Disk disk;
    private final String file;

    /** Opens the log itself. */
    BankLog(Disk disk) {
        this(disk, "log");
    }

    /** Opens a copy of the log, which has a name of its own. */
    BankLog(Disk disk, String file) {
        this.disk = disk;
        this.file = file;
    }

    void append(Transfer transfer) {
        disk.append(file, Json.text(transfer));
    }

    List<Transfer> all() {
        List<Transfer> all = new ArrayList<>();
        for (String line : disk.lines(file)) {
            all.add(read(line));
        }
        return all;
    }

    int size() {
        return disk.count(file);
    }

    /** Takes over somebody else's log, whatever was in this one. */
    void replace(List<Transfer> all) {
        disk.replace(file, all.stream().map(Json::text).toList());
    }

    private static Transfer read(String line) {
        try {
            return Json.read(Json.tree(line), Transfer.class);
        } catch (IOException e) {
            throw new IllegalStateException("the log has a line that is none: " + line, e);
        }
    }
}
