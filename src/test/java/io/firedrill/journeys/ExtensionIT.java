package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.SystemClock;
import io.firedrill.systems.kiosk.Kiosk;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.traffic.JourneyCatalog;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Somebody else's project: a fault, a check and a journey, each in one file with a service entry,
 * compiled against the harness alone and found on the class path.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ExtensionIT {
    private static final Path PROJECT = Path.of("src/docs/example/extension");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader theirs;

    @TempDir
    Path folder;

    @BeforeEach
    void buildTheirProject() throws IOException {
        Path classes = folder.resolve("classes");
        compile(PROJECT.resolve("src/main/java"), classes);
        theirs = new URLClassLoader(
                new URL[] {
                    classes.toUri().toURL(),
                    PROJECT.resolve("src/main/resources").toUri().toURL()
                },
                before);
        Thread.currentThread().setContextClassLoader(theirs);
    }

    @AfterEach
    void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        theirs.close();
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-Xlint:all,-processing,-classfile,-try",
                    "-Werror",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    Files.createDirectories(classes).toString());
            boolean ok = compiler.getTask(
                            said,
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(ok).as(said.toString()).isTrue();
        }
    }

    @Test
    void theirFaultCheckAndJourneyWorkLikeOurs() {
        Played played = play(Map.of());

        assertThat(played.causes()).isEmpty();
        assertThat(played.verdict("failures"))
                .satisfies(verdict -> assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS))
                .satisfies(verdict ->
                        assertThat(verdict.measured().orElseThrow().low()).isGreaterThan(0));
        assertThat(played.events(Event.EffectSeen.class))
                .extracting(seen -> seen.moment() + " " + seen.inEffect())
                .contains("BEFORE NO", "DURING YES", "AFTER NO");
        assertThat(played.attempts("by-wire")).hasSizeGreaterThan(50);
        assertThat(played.events(Event.WriteReconciled.class))
                .filteredOn(write -> write.journey().equals("by-wire"))
                .hasSizeGreaterThan(50)
                .allSatisfy(write -> assertThat(write.count()).isEqualTo(1));
    }

    @Test
    void theirCheckCanFail() {
        Played played = play(Map.of("at-most: 150", "at-most: 3"));

        assertThat(played.causes())
                .singleElement()
                .asString()
                .matches("failures: \\d+ attempts failed, at most 3 asked");
    }

    private Played play(Map<String, String> changes) {
        Path system = folder.resolve("tickets");
        Played.copy(PROJECT.resolve("scenarios/tickets"), system, changes);
        SystemClock clock = new SystemClock();
        try (InprocessProvisioner provisioner =
                new InprocessProvisioner(List.of(new Kiosk()), clock::nanos, clock::wall)) {
            return Played.on(provisioner, system, JourneyCatalog.load());
        }
    }
}
