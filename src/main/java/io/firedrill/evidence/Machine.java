package io.firedrill.evidence;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says on what machine a run took place. */
public final class Machine {
    private static final long MEGABYTE = 1024 * 1024;

    private Machine() {}

    /** Gives facts of this machine and this JVM, name to value. */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("host", host());
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        facts.put("load", Figures.plain(load));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("heap", Runtime.getRuntime().maxMemory() / MEGABYTE + " MB");
        return facts;
    }

    /** Gives the name of this host, or {@code localhost} where it has none. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
