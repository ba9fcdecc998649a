package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every transfer in the order in which it was booked: the disk of a store. */
final class BankLog {
    private static final String FILE = "log";

    private final Disk disk;

    BankLog(Disk disk) {
        this.disk = disk;
    }

    void append(Transfer transfer) {
        disk.append(FILE, Json.text(transfer));
    }

    List<Transfer> all() {
        List<Transfer> all = new ArrayList<>();
        for (String line : disk.lines(FILE)) {
            all.add(read(line));
        }
        return all;
    }

    int size() {
        return disk.count(FILE);
    }

    /** Takes over somebody else's log, whatever was in this one. */
    void replace(List<Transfer> all) {
        disk.replace(FILE, all.stream().map(Json::text).toList());
    }

    private static Transfer read(String line) {
        try {
            return Json.read(Json.tree(line), Transfer.class);
        } catch (IOException e) {
            throw new IllegalStateException("the log has a line that is none: " + line, e);
        }
    }
}
