package io.firedrill.junit;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Which of the chosen drills this machine runs, and how: a run has one mode, for a report that
 * mixes containers with what only stands for them would mislead.
 *
 * @param mode containers or inprocess
 * @param drills those that are run
 * @param problems why nothing can be run
 * @param notes what is not run, and how to get it, in sentences for whoever reads the result
 */
record Choice(Options.Mode mode, List<Scenario> drills, List<String> problems, List<String> notes) {
    static final String GET_DOCKER =
            "For those, run src/images/prepare (as root, on Debian), or start Docker";
    private static final String NO_DOCKER = "Docker does not answer";

    /**
     * Chooses.
     *
     * @param wanted the mode that was asked for
     * @param chosen drills and twins after every filter
     * @param docker asked where it matters, for that takes a while
     */
    static Choice of(Options.Mode wanted, List<Scenario> chosen, BooleanSupplier docker) {
        List<Scenario> contained = chosen.stream().filter(it -> !pocket(it)).toList();
        List<Scenario> pocket = chosen.stream().filter(Choice::pocket).toList();
        return switch (wanted) {
            case INPROCESS -> inprocess(pocket, contained);
            case CONTAINERS -> containers(contained, pocket, docker.getAsBoolean());
            case AUTO -> auto(contained, pocket, docker);
        };
    }

    /**
     * Adds a note on drills that only their level left out; those that this mode would not run
     * anyway are not of them.
     */
    Choice leaving(List<Scenario> others) {
        List<String> left = Stream.of(Scenario.Level.values())
                .flatMap(level -> left(level, others).stream())
                .toList();
        if (left.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(notes);
        all.add("Not chosen: " + String.join(", ", left) + ". For those: -Dfiredrill.level="
                + most(others).word());
        return new Choice(mode, drills, problems, List.copyOf(all));
    }

    private Optional<String> left(Scenario.Level level, List<Scenario> others) {
        List<Scenario> of = others.stream()
                .filter(it -> it.about().level() == level && wouldRun(it))
                .toList();
        return of.isEmpty()
                ? Optional.empty()
                : Optional.of(counted(of) + " of level " + level.word());
    }

    private Scenario.Level most(List<Scenario> others) {
        return others.stream()
                .filter(this::wouldRun)
                .map(it -> it.about().level())
                .max(Comparator.naturalOrder())
                .orElse(Scenario.Level.FULL);
    }

    private boolean wouldRun(Scenario scenario) {
        return pocket(scenario) == (mode == Options.Mode.INPROCESS);
    }

    /** Names the mode as the switch and the summary do. */
    String modeName() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static boolean pocket(Scenario scenario) {
        return scenario.system().blueprint() instanceof Blueprint.Inprocess;
    }

    private static Choice auto(
            List<Scenario> contained, List<Scenario> pocket, BooleanSupplier docker) {
        if (contained.isEmpty() && !pocket.isEmpty()) {
            return new Choice(Options.Mode.INPROCESS, pocket, List.of(), List.of());
        }
        boolean answers = docker.getAsBoolean();
        if (answers || pocket.isEmpty()) {
            return containers(contained, pocket, answers);
        }
        return new Choice(
                Options.Mode.INPROCESS,
                pocket,
                List.of(),
                List.of(NO_DOCKER + ". In this JVM: " + counted(pocket)
                        + " of pocket systems. Not run: " + counted(contained)
                        + " on containers. " + GET_DOCKER));
    }

    private static Choice inprocess(List<Scenario> pocket, List<Scenario> contained) {
        List<String> problems = pocket.isEmpty() && !contained.isEmpty()
                ? List.of(
                        "firedrill.mode=inprocess: none of the chosen drills is of a pocket system;"
                                + " they need containers: " + ids(contained))
                : List.of();
        List<String> notes = contained.isEmpty()
                ? List.of()
                : List.of("firedrill.mode=inprocess. Not run: " + counted(contained)
                        + " on containers");
        return new Choice(Options.Mode.INPROCESS, pocket, problems, notes);
    }

    private static Choice containers(
            List<Scenario> contained, List<Scenario> pocket, boolean docker) {
        List<String> problems = List.of();
        if (contained.isEmpty() && !pocket.isEmpty()) {
            problems =
                    List.of("firedrill.mode=containers: the chosen drills are of pocket systems; "
                            + "use inprocess for them: " + ids(pocket));
        } else if (!docker) {
            problems =
                    List.of(NO_DOCKER + ", and the chosen drills run in containers. " + GET_DOCKER);
        }
        List<String> notes = pocket.isEmpty()
                ? List.of()
                : List.of("Not run: " + counted(pocket)
                        + " of pocket systems. For those: -Dfiredrill.mode=inprocess");
        return new Choice(Options.Mode.CONTAINERS, contained, problems, notes);
    }

    private static String counted(List<Scenario> scenarios) {
        long twins = scenarios.stream().filter(it -> it.twin().isPresent()).count();
        long drills = scenarios.size() - twins;
        String both = drills == 0 ? "" : counted(drills, "drill") + " and ";
        return twins == 0 ? counted(drills, "drill") : both + counted(twins, "twin");
    }

    private static String counted(long many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }

    private static String ids(List<Scenario> scenarios) {
        return String.join(", ", scenarios.stream().map(Scenario::id).toList());
    }
}
