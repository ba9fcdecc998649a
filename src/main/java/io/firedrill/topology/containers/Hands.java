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

    /** A component that shares the machine's own network must never be taken off it. */
    private static final String OWN_NETWORK = GUARD + own("net");

    /** One that shares the machine's processes as well must never be lost. */
    private static final String APART = OWN_NETWORK + own("pid");

    private static final String KILL = GUARD + "kill -9 $1";
    private static final String DROP =
            "for table in iptables ip6tables; do for way in 'INPUT ! -i' 'OUTPUT ! -o'; do\n"
                    + "nsenter -t $1 -n $table -C $way lo -j DROP 2>/dev/null"
                    + " || nsenter -t $1 -n $table -I $way lo -j DROP"
                    + " || [ $table = ip6tables ] || exit 1\n"
                    + "done; done 2>&1";
    /**
     * Found by their namespace, twice: one may have been forking. Fails where none was found. A
     * process stops when it is next run, which on a busy machine is a moment after the signal.
     */
    private static final String STOP = "\nns=$(readlink /proc/$1/ns/pid); for round in 1 2; do"
            + " find /proc/[0-9]*/ns/pid -maxdepth 0 -printf '%p %l\\n' 2>/dev/null"
            + " | grep -F \" $ns\" | cut -d/ -f3 | xargs -r kill -STOP 2>/dev/null; done;"
            + " for look in 1 2 3 4 5 6 7 8 9 10; do"
            + " grep -q '^State:.*stopped' /proc/$1/status && exit 0; sleep 0.1; done; exit 1";

    private static final String LOSE = APART + DROP + STOP;
    private static final String DROP_PORT = GUARD
            + "nsenter -t $1 -n iptables -C INPUT -p tcp --dport $3 -j DROP 2>/dev/null"
            + " || nsenter -t $1 -n iptables -I INPUT -p tcp --dport $3 -j DROP";
    private static final String PASS_PORT = GUARD
            + "while nsenter -t $1 -n iptables -C INPUT -p tcp --dport $3 -j DROP 2>/dev/null; do"
            + " nsenter -t $1 -n iptables -D INPUT -p tcp --dport $3 -j DROP || exit 1; done";

    /** $3 and $4: filters for both protocols; the second may be missing on a machine. */
    private static final String FILTER = OWN_NETWORK + "nsenter -t $1 -n sh -c '"
            + "put() { printf %s \"$2\" | $1-restore --noflush && for way in IN OUT; do"
            + " $1 -C ${way}PUT -j FIREDRILL-$way 2>/dev/null"
            + " || $1 -I ${way}PUT -j FIREDRILL-$way || return 1; done; }\n"
            + "put iptables \"$1\" || exit 1; put ip6tables \"$2\" 2>/dev/null; exit 0'"
            + " sh \"$3\" \"$4\" 2>&1";

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

    /** Gives a container a packet filter instead of the one that it had from here. */
    boolean filter(String target, PacketFilter filter) {
        return run("filter the packets of", FILTER, target, filter.ipv4(), filter.ipv6());
    }

    /** Drops every packet to a port of a container. */
    boolean dropPort(String target, int port) {
        return run("drop the packets of", DROP_PORT, target, "" + port);
    }

    /** Undoes {@link #dropPort}. */
    boolean passPort(String target, int port) {
        return run("let pass the packets of", PASS_PORT, target, "" + port);
    }

    private static String own(String space) {
        return "[ \"$(readlink /proc/$1/ns/" + space + ")\" != \"$(readlink /proc/1/ns/" + space
                + ")\" ] || { echo \"it shares the machine's own " + space
                + " namespace\"; exit 4; }\n";
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
