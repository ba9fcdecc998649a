package io.firedrill.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Other people's tools, installed under {@code target/rivals} by their own package managers where
 * these are there; the first run takes some minutes for that. A rival that can not be had is left
 * out, and said so.
 */
public final class Rivals {
    private static final Path HOME = Path.of("target", "rivals").toAbsolutePath();
    private static final Duration INSTALL_WITHIN = Duration.ofMinutes(6);

    private Rivals() {}

    /** Gives k6, installed on the first call; empty where Go is not there. */
    public static Optional<Path> k6() {
        return go("k6", "go.k6.io/k6@v1.8.1");
    }

    static Optional<Path> vegeta() {
        return go("vegeta", "github.com/tsenart/vegeta/v12@v12.13.0");
    }

    /** Chaos Toolkit with its Toxiproxy driver. */
    static Optional<Path> chaos() {
        Path chaos = HOME.resolve("venv/bin/chaos");
        if (!Files.exists(chaos)) {
            shell("python3 -m venv " + HOME.resolve("venv") + " && "
                    + HOME.resolve("venv/bin/pip")
                    + " install -q chaostoolkit==1.19.0 chaostoolkit-toxiproxy");
        }
        return Optional.of(chaos).filter(Files::exists);
    }

    private static Optional<Path> go(String name, String module) {
        Path program = HOME.resolve("bin").resolve(name);
        if (!Files.exists(program)) {
            shell("GOBIN=" + HOME.resolve("bin") + " go install " + module);
        }
        return Optional.of(program).filter(Files::exists);
    }

    private static void shell(String script) {
        try {
            Files.createDirectories(HOME);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Children.run(
                List.of("sh", "-c", script + " > " + HOME.resolve("install.log") + " 2>&1"),
                INSTALL_WITHIN);
    }

    /** Gives the command that sends {@code rate} a second with k6. */
    static List<String> k6(Path program, InetSocketAddress address, int rate, int seconds) {
        Path script = HOME.resolve("open-loop.js");
        String text = """
                import http from 'k6/http';
                export const options = {
                  discardResponseBodies: true,
                  scenarios: {open: {executor: 'constant-arrival-rate', rate: %d, timeUnit: '1s',
                    duration: '%ds', preAllocatedVUs: 100, maxVUs: 400}}};
                export default function () { http.get('http://127.0.0.1:%d/'); }
                """.formatted(rate, seconds, address.getPort());
        try {
            Files.writeString(script, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(
                "sh",
                "-c",
                program + " run --quiet --no-usage-report --no-thresholds " + script + " > "
                        + HOME.resolve("k6.log") + " 2>&1");
    }

    /** The same with vegeta. */
    static List<String> vegeta(Path program, InetSocketAddress address, int rate, int seconds) {
        return List.of(
                "sh",
                "-c",
                "echo GET http://127.0.0.1:" + address.getPort() + "/ | " + program
                        + " attack -rate=" + rate + "/1s -duration=" + seconds + "s > /dev/null");
    }
}
