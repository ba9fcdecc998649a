package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reaches into containers from one that sees the processes of Docker's machine. Each command first
 * makes sure that the process still belongs to the container it is meant for.
 */
final class Hands {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int NOT_THERE = 3;

    /** $1 pid, $2 container id; what follows runs only if the one belongs to the other. */
    private static final String GUARD =
            "grep -q \"$2\" /proc/$1/cgroup 2>/dev/null || exit " + NOT_THERE + "\n";

    /** A component that shares the machine's own network or processes must never be lost. */
    private static final String APART = GUARD + "for space in net pid; do"
            + " [ \"$(readlink /proc/$1/ns/$space)\" != \"$(readlink /proc/1/ns/$space)\" ]"
            + " || { echo \"it shares the machine's own $space namespace\"; exit 4; }; done\n";

    private static final String KILL = GUARD + "kill -9 $1";
    private static final String DROP = APART
            + "for table in iptables ip6tables; do for way in 'INPUT ! -i' 'OUTPUT ! -o'; do\n"
            + "nsenter -t $1 -n $table -C $way lo -j DROP 2>/dev/null"
            + " || nsenter -t $1 -n $table -I $way lo -j DROP || [ $table = ip6tables ] || exit 1\n"
            + "done; done 2>&1";
    /** Found by their namespace, twice: one may have been forking. Fails where none was found. */
    private static final String STOP = "\nns=$(readlink /proc/$1/ns/pid); for round in 1 2; do"
            + " find /proc/[0-9]*/ns/pid -maxdepth 0 -printf '%p %l\\n' 2>/dev/null"
            + " | grep -F \" $ns\" | cut -d/ -f3 | xargs -r kill -STOP 2>/dev/null; done;"
            + " grep -q '^State:.*stopped' /proc/$1/status";

    private static final String LOSE = DROP + STOP;
    private static final String DROP_PORT = GUARD
            + "nsenter -t $1 -n iptables -C INPUT -p tcp --dport $3 -j DROP 2>/dev/null"
            + " || nsenter -t $1 -n iptables -I INPUT -p tcp --dport $3 -j DROP";
    private static final String PASS_PORT = GUARD
            + "while nsenter -t $1 -n iptables -C INPUT -p tcp --dport $3 -j DROP 2>/dev/null; do"
            + " nsenter -t $1 -n iptables -D INPUT -p tcp --dport $3 -j DROP || exit 1; done";

    private final Engine engine;
    private final String container;

    Hands(Engine engine, String container) {
        this.engine = engine;
        this.container = container;
    }

    /** Kills a container's main process; Docker takes it for a death of its own. */
    boolean kill(String target) {
        return run("kill the process of", KILL, target);
    }

    /**
     * Drops every packet from and to a container, loopback apart, and stops its processes where
     * they are.
     */
    boolean lose(String target) {
        return run("lose", LOSE, target);
    }

    /** Drops every packet to a port of a container. */
    boolean dropPort(String target, int port) {
        return run("drop the packets of", DROP_PORT, target, "" + port);
    }

    /** Undoes {@link #dropPort}. */
    boolean passPort(String target, int port) {
        return run("let pass the packets of", PASS_PORT, target, "" + port);
    }

    /** Returns false where the container does not run. */
    private boolean run(String what, String script, String target, String... more) {
        Optional<InspectContainerResponse> seen = engine.inspect(target);
        Long pid = seen.map(it -> it.getState().getPidLong()).orElse(0L);
        if (seen.isEmpty() || pid == null || pid == 0) {
            return false;
        }
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", script, "sh", pid.toString(), seen.get().getId()));
        command.addAll(List.of(more));
        Answer answer = engine.exec(container, command, LIMIT);
        if (answer.code() != 0 && answer.code() != NOT_THERE) {
            throw new DrillException("could not " + what + " " + seen.get().getName()
                    + ": exit code " + answer.code() + ", " + answer.output().strip());
        }
        return answer.code() == 0;
    }
}
