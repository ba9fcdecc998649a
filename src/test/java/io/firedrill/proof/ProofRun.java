package io.firedrill.proof;

import io.firedrill.check.Judge;
import io.firedrill.evidence.Machine;
import io.firedrill.scenario.Reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One run of the proof from the files to the findings, telling how far it is. */
final class ProofRun {
    private static final Path TARGET = Path.of("target", "proof");
    static final String TRIED_AGAIN = "tried again";
    private static final int TELL_EVERY = 50;
    private static final int ROUNDS = 3;

    private final Switches switches;
    private final String name;
    private final long begin = System.nanoTime();
    private int over;
    private int surprises;
    private int all;

    /** Prepares it; the name is that of its folder below {@code target/proof}. */
    ProofRun(Switches switches, String name) {
        this.switches = switches;
        this.name = name;
    }

    /** Reads the scenarios of the proof; there is nothing wrong with them. */
    Reading read() throws IOException {
        Path root = folder().resolve("scenarios");
        Reading reading = ProofFiles.read(ProofFiles.assemble(root));
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException(
                    "the files of the proof have problems: " + reading.problems());
        }
        return reading;
    }

    private Path folder() throws IOException {
        return Files.createDirectories(TARGET.resolve(name));
    }

    /**
     * Runs the trials of a plan, and adds up.
     *
     * @param again which of those that could not tell are tried again, at most {@value #ROUNDS}
     *     times in all; how many were is among the facts
     */
    Findings run(Proof.Plan plan, Predicate<Trial.Outcome> again)
            throws IOException, InterruptedException {
        Map<String, String> facts = new TreeMap<>(Machine.facts());
        facts.put("seed", Long.toString(switches.seed()));
        facts.put("side by side", Integer.toString(switches.parallel()));
        all = plan.defects().size() * switches.times()
                + (plan.healthy().isEmpty() ? 0 : switches.healthy());
        say("seed " + switches.seed() + ": " + all + " trials of "
                + plan.defects().size()
                + " defects and " + plan.healthy().size() + " healthy drills, "
                + switches.parallel() + " side by side");
        ProofFiles.clear(folder().resolve("surprises"));
        Proof proof = new Proof(
                switches, folder().resolve("surprises"), Judge.withAllChecks(), this::note);
        List<Trial.Outcome> outcomes = proof.run(plan);
        int first = over;
        for (int round = 1; round < ROUNDS; round++) {
            outcomes = proof.again(outcomes, again);
        }
        facts.put(TRIED_AGAIN, Integer.toString(over - first));
        facts.put("load at the end", Machine.facts().get("load"));
        facts.put("minutes", String.format(Locale.ROOT, "%.1f", since().toMillis() / 60_000.0));
        List<Refused> refused =
                switches.chooses("*") ? Refused.readAll(folder().resolve("refused")) : List.of();
        return Findings.of(facts, outcomes, refused);
    }

    private void note(Trial.Outcome outcome) {
        over++;
        if (!outcome.right()) {
            surprises++;
            say(outcome.text());
        }
        if (over % TELL_EVERY == 0 || over == all) {
            say(over + " of " + all + " trials, " + surprises + " surprises, " + since().toSeconds()
                    + " s, load " + Machine.facts().get("load"));
        }
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Tells whoever watches the build. */
    static void say(String text) {
        System.out.println("[proof] " + text);
    }
}
