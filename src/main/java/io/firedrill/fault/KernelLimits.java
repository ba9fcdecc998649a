package io.firedrill.fault;

import io.firedrill.topology.Capability.Ration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits that the kernel holds a control group to, as either version of them says.
 *
 * @param cores of processors; infinite where there is no limit
 * @param memory in bytes; infinite where there is no limit
 */
record KernelLimits(double cores, double memory) {
    /** Prints two lines: quota and period of the processor, and the bytes of memory. */
    static final List<String> COMMAND = List.of(
            "sh",
            "-c",
            "cd /sys/fs/cgroup; cat cpu.max 2>/dev/null"
                    + " || echo $(cat cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us);"
                    + " cat memory.max 2>/dev/null || cat memory/memory.limit_in_bytes");

    private static final Pattern SAID = Pattern.compile("(max|-?\\d+) (\\d+)\\s+(max|-?\\d+)\\s*");
    private static final String MOST = "max";
    private static final double ROUNDED = 1.01;

    /** Reads what the command printed; empty where that is something else. */
    static Optional<KernelLimits> parse(String output) {
        Matcher matcher = SAID.matcher(output);
        return matcher.matches()
                ? Optional.of(new KernelLimits(
                        number(matcher.group(1)) / Double.parseDouble(matcher.group(2)),
                        number(matcher.group(3))))
                : Optional.empty();
    }

    private static double number(String text) {
        return text.equals(MOST) || text.startsWith("-")
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(text);
    }

    /** Says whether they leave no more than a ration. */
    boolean within(Ration ration) {
        return ration.cores().map(most -> cores <= most * ROUNDED).orElse(true)
                && ration.memory().map(most -> memory <= most).orElse(true);
    }
}
