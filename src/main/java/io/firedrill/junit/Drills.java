package io.firedrill.junit;

import io.firedrill.evidence.PackFolder;
import io.firedrill.scenario.DrillBuilder;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.WrittenDrill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs drills from anybody's own tests. A system that fails a drill is a verdict, not an exception:
 * ask the result, or let it {@linkplain Verdicts#assertPassed assert} that the drill passed.
 *
 * <pre>{@code
 * @Test
 * void customersDoNotNoticeOneLostServer() {
 *     Drills.run(Path.of("scenarios/shop/way-lost.yaml")).assertPassed();
 * }
 * }</pre>
 *
 * <p>Evidence and {@code summary.json} go to the folder of reports, beside those of the other
 * drills of this JVM. The switches {@code firedrill.*} hold, but for those that choose among files
 * ({@code scenarios}, {@code drills}, {@code level}, {@code twins}). One drill at a time: a second
 * caller waits.
 */
public final class Drills {
    private Drills() {}

    /**
     * Runs the drill, or the twin, of a file.
     *
     * @param file for instance {@code scenarios/shop/way-lost.yaml}; its system lies beside it
     * @throws InconclusiveDrillException where nothing could be started, saying everything that is
     *     wrong with files and switches
     */
    public static Verdicts run(Path file) {
        LocalDrills drills = new LocalDrills();
        return run(DrillEngine.Setup.of(drills), drills.plan(file));
    }

    /**
     * Runs a drill that was built.
     *
     * @throws InconclusiveDrillException where nothing could be started, saying what is wrong
     */
    public static Verdicts run(WrittenDrill drill) {
        LocalDrills drills = new LocalDrills();
        DrillRuns kept = new Documented(drills, drill.text());
        return run(DrillEngine.Setup.of(kept), drills.plan(drill.scenario()));
    }

    /**
     * Runs a drill as it is: records of one's own making are not validated.
     *
     * @throws InconclusiveDrillException where nothing could be started, saying what is wrong
     */
    public static Verdicts run(Scenario drill) {
        LocalDrills drills = new LocalDrills();
        return run(DrillEngine.Setup.of(drills), drills.plan(drill));
    }

    /**
     * Begins a drill in Java; {@link DrillBuilder#build} says everything that is wrong with it.
     *
     * @param system the folder of the system, with its {@code system.yaml}
     * @param name the drill's part of its id, which no file there bears
     */
    public static DrillBuilder drill(Path system, String name) {
        return new DrillBuilder(system, name, new LocalDrills().vocabulary());
    }

    /** Runs the one drill of a plan. */
    static synchronized Verdicts run(DrillEngine.Setup setup, DrillRuns.Plan plan) {
        try (DrillSession session = new DrillSession(setup, plan, plan.chosen())) {
            if (!plan.problems().isEmpty()) {
                throw new InconclusiveDrillException(
                        plan.problems().stream()
                                .map(Problem::toString)
                                .collect(Collectors.joining(System.lineSeparator())),
                        null);
            }
            return session.verdicts(plan.chosen().get(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InconclusiveDrillException("the test was interrupted", e);
        }
    }

    /** Keeps with the evidence what a file would say. */
    private record Documented(DrillRuns inner, String text) implements DrillRuns {
        @Override
        public Plan plan(List<Path> roots) {
            return inner.plan(roots);
        }

        @Override
        public Judged run(Order order) throws InterruptedException {
            try {
                Files.writeString(order.folder().resolve(PackFolder.SCENARIO), text);
            } catch (IOException e) {
                throw new UncheckedIOException(order.folder() + ": the drill can not be kept", e);
            }
            return inner.run(order);
        }

        @Override
        public void abandon() {
            inner.abandon();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
