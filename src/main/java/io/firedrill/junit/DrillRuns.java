package io.firedrill.junit;

import io.firedrill.check.DrillResult;
import io.firedrill.evidence.archive.ArchivePlace;
import io.firedrill.evidence.seal.SigningKey;
import io.firedrill.journal.Journal;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads drills and runs them: all that the engine asks of the rest of Firedrill. */
public interface DrillRuns extends AutoCloseable {

    /**
     * Reads what is to be run. Called several times before a run, so it is quick, starts nothing
     * and never throws: what is wrong is a problem.
     *
     * @param roots the folders named by the suite; {@code firedrill.scenarios} goes before them
     */
    Plan plan(List<Path> roots);

    /**
     * Runs one drill and judges it; called from several threads at once. On return nothing of the
     * system is left, also where it throws.
     */
    Judged run(Order order) throws InterruptedException;

    /** Takes everything down at once, under the drills that use it: this process is to end. */
    default void abandon() {}

    /** Ends what the drills of a run share; called once they are over. Safe to call twice. */
    @Override
    default void close() {}

    /**
     * What is to be run.
     *
     * @param chosen drills and twins after every filter, in the order of their files
     * @param found how many there were before the filters
     * @param chosenBy the filters in words, for instance {@code firedrill.level=gate}
     * @param problems everything wrong with files and switches; with any, nothing is run
     * @param known finds every drill, chosen or not, for what is said of all of them together;
     *     asked once, at the end
     * @param findings the known gaps
     */
    record Plan(
            List<Scenario> chosen,
            int found,
            String chosenBy,
            List<Problem> problems,
            Budget budget,
            Supplier<List<Scenario>> known,
            List<Finding> findings) {
        /** Makes one that knows what it has chosen. */
        Plan(
                List<Scenario> chosen,
                int found,
                String chosenBy,
                List<Problem> problems,
                Budget budget) {
            this(chosen, found, chosenBy, problems, budget, () -> chosen, List.of());
        }

        /** Gives the same, with these known gaps. */
        Plan with(List<Finding> known) {
            return new Plan(chosen, found, chosenBy, problems, budget, this.known, known);
        }
    }

    /**
     * How it is to be run.
     *
     * @param mode containers or inprocess
     * @param parallel how many drills side by side
     * @param starting how many of them may start, or be in their baseline, at a time
     * @param plain true for lines only, as in CI
     * @param reports folder of the reports
     * @param reruns how often a drill that did not tell is run again
     * @param notes what is not run, and how to get it; sentences for whoever reads the result
     * @param dry true where nothing is injected, so that nothing can pass
     * @param key what packs are signed with; empty where they stay unsigned
     * @param archive where runs are kept; empty where the reports keep the only history
     */
    record Budget(
            String mode,
            int parallel,
            int starting,
            boolean plain,
            Path reports,
            int reruns,
            List<String> notes,
            boolean dry,
            Optional<SigningKey> key,
            Optional<ArchivePlace> archive) {
        /** For a run of nothing, because of problems. */
        static final Budget NOTHING = new Budget(
                "containers",
                1,
                1,
                true,
                Path.of("reports"),
                0,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One drill to run.
     *
     * @param run which of its runs this is, with the shift of the first fault and the seed
     * @param folder an empty folder for the journal, the component logs and the files as run, under
     *     the names in {@link io.firedrill.evidence.PackFolder}; it becomes the pack
     * @param gate to be entered before anything is started, and left once the baseline is judged
     * @param stop to be obeyed at any moment
     * @param watch to be handed the journal as soon as there is one
     * @param say takes a line for whoever sits before the terminal
     */
    record Order(
            Scenario scenario,
            Repetition run,
            Path folder,
            StartGate gate,
            StopSignal stop,
            Consumer<Journal> watch,
            Consumer<String> say) {

        /** Makes an order of which nothing is said to anybody. */
        public Order(
                Scenario scenario,
                Repetition run,
                Path folder,
                StartGate gate,
                StopSignal stop,
                Consumer<Journal> watch) {
            this(scenario, run, folder, gate, stop, watch, line -> {});
        }
    }

    /** What came of it. */
    record Judged(DrillResult result, Journal journal) {}
}
