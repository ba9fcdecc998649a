package io.firedrill.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * P6: a harness with many endpoints, alone in its process, so that its processor time and heap are
 * its own. Prints {@code <share of a core> <MB of heap after a collection> <scheduled> <sent>
 * <dropped> <p99 lateness ms>}.
 */
public final class LoadChild {
    private LoadChild() {}

    /** {@code args}: port, endpoints, customers a second at each, seconds. */
    public static void main(String[] args) {
        InetSocketAddress stub =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        Map<String, InetSocketAddress> endpoints = new TreeMap<>();
        for (int number = 0; number < Integer.parseInt(args[1]); number++) {
            endpoints.put("e" + number, stub);
        }
        Duration measured = Duration.ofSeconds(Long.parseLong(args[3]));
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Probing probing = Probing.start(endpoints, Double.parseDouble(args[2]))) {
            probing.pass(Duration.ofSeconds(6));
            long begin = probing.clock().nanos();
            long busy = system.getProcessCpuTime();
            probing.pass(measured);
            double share = (double) (system.getProcessCpuTime() - busy)
                    / (probing.clock().nanos() - begin);
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            probing.close();
            System.out.println(share + " " + heap + " " + probing.totals() + " "
                    + probing.lateness(begin).quantile(0.99));
        }
        System.exit(0);
    }
}
