package io.firedrill.proof;

import io.firedrill.check.Judge;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs trials side by side: those of the defects, and those of the healthy bank. */
final class Proof {
    private static final int UNCOUNTED_IN = 100;

    private final Switches switches;
    private final Path folder;
    private final Judge judge;
    private final Consumer<Trial.Outcome> watch;

    /**
     * Prepares it.
     *
     * @param folder where journals of surprises are kept
     * @param watch hears of each trial that is over, one at a time
     */
    Proof(Switches switches, Path folder, Judge judge, Consumer<Trial.Outcome> watch) {
        this.switches = switches;
        this.folder = folder;
        this.judge = judge;
        this.watch = watch;
    }

    /** What is tried. */
    record Plan(List<Scenario> healthy, List<Scenario> defects) {}

    /** Reads what there is, and keeps what was chosen. */
    static Plan plan(Reading reading, Switches switches) {
        return new Plan(chosen(reading.drills(), switches), chosen(reading.twins(), switches));
    }

    private static List<Scenario> chosen(List<Scenario> all, Switches switches) {
        return all.stream().filter(one -> switches.chooses(one.id())).toList();
    }

    /**
     * Tries those again, two at a time, that could not tell on a machine too busy for many at once;
     * what came out otherwise stands.
     *
     * @param which of those that could not tell
     */
    List<Trial.Outcome> again(List<Trial.Outcome> outcomes, Predicate<Trial.Outcome> which)
            throws IOException, InterruptedException {
        Predicate<Trial.Outcome> unclear = which.and(Trial.Outcome::unclear);
        List<Trial.Outcome> all = new ArrayList<>(outcomes);
        all.removeIf(unclear);
        List<Trial> trials = outcomes.stream()
                .filter(unclear)
                .map(outcome -> outcome.trial().again())
                .toList();
        Switches calmer = switches.withParallel(2);
        try (Laboratory laboratory = new Laboratory(folder, judge)) {
            all.addAll(new Proof(calmer, folder, judge, watch).run(laboratory, trials));
        }
        return all;
    }

    /** Runs everything: in the calm, then what is tried under noise. */
    List<Trial.Outcome> run(Plan plan) throws IOException, InterruptedException {
        Random random = new Random(switches.seed());
        List<Trial> calm = new ArrayList<>();
        List<Trial> noisy = new ArrayList<>();
        for (Scenario defect : plan.defects()) {
            for (int number = 1; number <= switches.times(); number++) {
                calm.add(new Trial(defect, number, random.nextLong(), false));
            }
        }
        for (int i = 0; i < switches.healthy() && !plan.healthy().isEmpty(); i++) {
            boolean loud = switches.noise() && i % 2 == 1;
            int place = switches.noise() ? i / 2 : i;
            int count = plan.healthy().size();
            Scenario drill = plan.healthy().get(place % count);
            (loud ? noisy : calm).add(new Trial(drill, place / count + 1, random.nextLong(), loud));
        }
        Collections.shuffle(calm, random);
        Collections.shuffle(noisy, random);
        return run(calm, noisy);
    }

    private List<Trial.Outcome> run(List<Trial> calm, List<Trial> noisy)
            throws IOException, InterruptedException {
        try (Laboratory laboratory = new Laboratory(folder, judge)) {
            warmUp(laboratory, calm.isEmpty() ? noisy : calm);
            List<Trial.Outcome> all = new ArrayList<>(run(laboratory, calm));
            if (noisy.isEmpty()) {
                return all;
            }
            Path noise = folder.resolve("noise");
            try (Noise neighbour = Noise.start(noise)) {
                all.addAll(run(laboratory, noisy));
            } finally {
                Noise.clean(noise);
            }
            return all;
        }
    }

    /**
     * A cold JVM is so slow that it says nothing, and busy compiling what many trials at once make
     * it do: one in a hundred, few at a time, do not count.
     */
    private void warmUp(Laboratory laboratory, List<Trial> trials) throws InterruptedException {
        List<Trial> some = trials.stream()
                .limit(1 + trials.size() / UNCOUNTED_IN)
                .map(trial -> new Trial(trial.scenario(), -trial.number(), trial.seed(), false))
                .toList();
        Switches few = switches.withParallel(Math.max(1, switches.parallel() / 4));
        new Proof(few, folder, judge, uncounted -> {}).run(laboratory, some);
    }

    private List<Trial.Outcome> run(Laboratory laboratory, List<Trial> trials)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, switches.parallel()));
        try {
            CompletionService<Trial.Outcome> running = new ExecutorCompletionService<>(threads);
            Turnstile turnstile = new Turnstile(Math.min(trials.size(), switches.parallel()));
            for (Trial trial : trials) {
                running.submit(() -> {
                    turnstile.pass();
                    return laboratory.run(trial);
                });
            }
            List<Trial.Outcome> all = new ArrayList<>();
            for (int i = 0; i < trials.size(); i++) {
                Trial.Outcome outcome = running.take().get();
                watch.accept(outcome);
                all.add(outcome);
            }
            return all;
        } catch (ExecutionException e) {
            laboratory.stop("a trial could not be run");
            throw new IllegalStateException("a trial could not be run", e.getCause());
        } catch (InterruptedException e) {
            laboratory.stop("the proof was broken off from outside");
            throw e;
        } finally {
            threads.shutdown();
        }
    }
}
