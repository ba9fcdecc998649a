package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The {@code firedrill.*} switches of a run.
 *
 * @param mode which provisioner is taken
 * @param scenarios folders to read
 * @param drills globs over {@code <system>/<drill>}; empty for all drills
 * @param level drills of this level and of those that run more often are taken
 * @param rerun how often a drill that is INCONCLUSIVE is run again, never a FAIL; the pack of every
 *     run is kept
 * @param repeat how many times each drill is run, instead of what its file says; 0 for what that
 *     says
 * @param keep true where the system is left up for debugging
 * @param images the release under test: component to image reference
 * @param reports folder for everything that a run leaves behind
 * @param parallel how many drills may run side by side
 * @param twins true where twins run as well
 * @param plain true for plain lines instead of live ones
 * @param dry true where all is done but inject: no twin runs, nothing is proved
 * @param signingKey file of the private key that packs are signed with; empty for none
 * @param archive where runs are kept: a folder, or {@code git:<repository>[#<branch>]}; empty where
 *     {@code reports} keeps the only history
 * @param people where answers come from that steps ask people for
 */
public record Options(
        Mode mode,
        List<Path> scenarios,
        List<String> drills,
        Scenario.Level level,
        int rerun,
        int repeat,
        boolean keep,
        Map<String, String> images,
        Path reports,
        int parallel,
        boolean twins,
        boolean plain,
        boolean dry,
        Optional<Path> signingKey,
        Optional<String> archive,
        Answers people) {

    /** Which provisioner is taken. */
    public enum Mode {
        /** Containers where Docker answers, else in-process. */
        AUTO,
        /** Containers; no Docker is an error. */
        CONTAINERS,
        /** Pocket systems in this JVM. */
        INPROCESS
    }

    /** Where answers come from that steps ask people for. */
    public enum Answers {
        /** From nobody: a stand-in answers when the step says, and the report says so. */
        STAND_IN,
        /** From people who look at a page on this machine. */
        PAGE,
        /** From the person at the terminal. */
        TERMINAL
    }

    /**
     * Binds the switches; properties without the prefix {@code firedrill.} are left alone.
     *
     * @throws OptionsException with every unknown switch and every bad value
     */
    public static Options from(Properties properties) {
        Map<String, String> switches = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            switches.put(name, properties.getProperty(name));
        }
        return new OptionsBinder(switches).bind();
    }

    /** Tells whether a drill, or the drill of a twin, is to run. */
    public boolean selects(Scenario scenario) {
        return names(scenario) && scenario.about().level().compareTo(level) <= 0;
    }

    /** Tells whether a drill, or a twin, would run but for its level. */
    public boolean leavesForLevel(Scenario scenario) {
        return names(scenario) && !selects(scenario);
    }

    private boolean names(Scenario scenario) {
        String id = scenario.twin().map(Scenario.Twin::of).orElse(scenario.id());
        boolean wanted = scenario.twin().isEmpty() || twins && !dry;
        return wanted
                && (drills.isEmpty() || drills.stream().anyMatch(glob -> Glob.matches(glob, id)));
    }

    /** Gives the drill as often repeated as was asked for; a twin is run once. */
    public Scenario repeated(Scenario scenario) {
        return repeat == 0 || scenario.twin().isPresent() ? scenario : scenario.repeated(repeat);
    }

    /**
     * Finds images for components that are in none of these drills' systems.
     *
     * @return one sentence for each; empty where all is well
     */
    public List<String> strangers(List<Scenario> drills) {
        Reading reading = new Reading(drills, List.of(), List.of(), List.of(), List.of());
        return new Misfits(this, reading).strangers();
    }

    /**
     * Finds switches that fit nothing that was read: an image for a component that is in no system,
     * a glob that matches no drill, and a choice that leaves no drill to run. Drills in broken
     * files count as there; images are checked where nothing is broken.
     *
     * @return one sentence for each; empty where all is well
     */
    public List<String> misfits(Reading reading) {
        return new Misfits(this, reading).find();
    }
}
