package io.firedrill.evidence;

import io.firedrill.DrillException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Says on what machine a run took place. */
public final class Machine {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
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

    /**
     * Gives what a program on this machine says, where it ends well within 10 s; empty where it
     * does not, or there is none.
     */
    public static Optional<String> answer(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while asking " + command[0], e);
        }
    }
}
