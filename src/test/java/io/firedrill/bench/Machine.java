package io.firedrill.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The state of the machine while something was measured: no number without it.
 *
 * @param load the load average of the last minute when it began
 * @param pauses collections of this JVM so far, {@code pauseMillis} their time
 */
record Machine(double load, long pauses, long pauseMillis) {

    /** Looks at it now. */
    static Machine now() {
        long pauses = 0;
        long millis = 0;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            pauses += each.getCollectionCount();
            millis += each.getCollectionTime();
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(load, pauses, millis);
    }

    /** Says in a few words how it was since then. */
    String since() {
        Machine now = now();
        return String.format(
                Locale.ROOT,
                "load %.1f -> %.1f, GC %d pauses %d ms",
                load,
                now.load,
                now.pauses - pauses,
                now.pauseMillis - pauseMillis);
    }

    /** Describes what stays the same. */
    static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("heap MB", Runtime.getRuntime().maxMemory() >> 20);
        facts.put("load at the begin", now().load());
        return facts;
    }
}
