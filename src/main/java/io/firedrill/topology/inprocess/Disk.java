package io.firedrill.topology.inprocess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a component keeps when its process dies, and when its host is lost and comes back: files of
 * lines. Every line is on the disk when the call returns.
 */
public final class Disk {
    private final Gate gate;
    private final Map<String, List<String>> files;

    private Disk(Gate gate, Map<String, List<String>> files) {
        this.gate = gate;
        this.files = files;
    }

    /** Makes an empty disk, not yet used by any process. */
    static Disk empty() {
        return new Disk(new Gate("nobody"), new HashMap<>());
    }

    /** Gives the same disk to a process, which loses hold of it when it dies. */
    Disk usedBy(Life life) {
        return new Disk(life.gate(), files);
    }

    /** Adds a line to the end of a file, which is made where it is not there. */
    public void append(String file, String line) {
        gate.pass();
        synchronized (files) {
            requireHold();
            files.computeIfAbsent(file, name -> new ArrayList<>()).add(line);
        }
    }

    /** Gives the lines of a file; none where it is not there. */
    public List<String> lines(String file) {
        gate.pass();
        synchronized (files) {
            return List.copyOf(files.getOrDefault(file, List.of()));
        }
    }

    /** Gives how many lines a file has; none where it is not there. */
    public int count(String file) {
        gate.pass();
        synchronized (files) {
            return files.getOrDefault(file, List.of()).size();
        }
    }

    /** Puts these lines in the place of whatever a file had; whole or not at all. */
    public void replace(String file, List<String> lines) {
        gate.pass();
        synchronized (files) {
            requireHold();
            files.put(file, new ArrayList<>(lines));
        }
    }

    /** What is over writes nothing more, though it may have come this far before it was killed. */
    private void requireHold() {
        if (gate.over()) {
            gate.pass();
        }
    }
}
