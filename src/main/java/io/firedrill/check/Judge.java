package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a drill: the implicit checks, then each objective by the check of its kind. Pure: the same
 * scenario and journal give the same result.
 *
 * <p>What an implicit check that did not pass does to the objectives:
 *
 * <ul>
 *   <li>ran-to-the-end, SYSTEM_NOT_STARTED or ABORTED: not measured; what they would say is about
 *       half a drill
 *   <li>ran-to-the-end, HARNESS_TROUBLE: not measured; as they are where the trouble came only when
 *       everything was over (phase CLOSE)
 *   <li>ran-to-the-end, STEP_SKIPPED: as they are; a fault that was left out shows in
 *       faults-in-effect
 *   <li>baseline: not measured; neither a pass nor a failure says anything of failover (R11)
 *   <li>faults-in-effect: not measured; no pass without proof (R9)
 *   <li>links-used: not measured; the fault hit nobody
 *   <li>traffic: as they are; each asks for the traffic it needs
 *   <li>heals-confirmed: as they are; a system that never recovered is still found out
 *   <li>limits-held: as they are, for the same reason
 * </ul>
 *
 * <p>Each failing implicit check is INCONCLUSIVE, and so is the drill, save that a FAIL wins.
 *
 * <p>A verdict that is not PASS only because of another one names that one in its detail
 * {@link #BECAUSE}, and what it would have been in {@link #OTHERWISE}; see
 * {@link DrillResult#causes}. So does an objective that could not be measured where another found
 * that the system never recovered, or that a role never moved.
 */
public final class Judge {
    /** Name of the detail that says which verdict a verdict follows from. */
    public static final String BECAUSE = "because";

    /** Name of the detail that says what a verdict would have been by itself. */
    public static final String OTHERWISE = "otherwise";

    private static final Set<Reason> FOLLOWING = Set.of(
            Reason.STEP_SKIPPED,
            Reason.FAULT_NOT_IN_EFFECT,
            Reason.NO_TRAFFIC,
            Reason.LINK_NOT_USED,
            Reason.BASELINE_NOT_HEALTHY);
    private static final Set<Reason> DEAD_ENDS =
            Set.of(Reason.NOT_RECOVERED, Reason.ROLE_NOT_MOVED);
    private static final String OBJECTIVES = "objectives";

    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<ImplicitCheck> implicit;

    Judge(List<Check> checks, List<ImplicitCheck> implicit) {
        checks.forEach(check -> this.checks.put(check.kind().name(), check));
        this.implicit = List.copyOf(implicit);
    }

    /** Makes a judge with every check on the class path. */
    public static Judge withAllChecks() {
        List<Check> checks = ServiceLoader.load(Check.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Judge(checks, alwaysOn());
    }

    private static List<ImplicitCheck> alwaysOn() {
        return List.of(
                new RanToTheEnd(),
                new BaselineHealthy(),
                new FaultsInEffect(),
                new LinksUsed(),
                new TrafficFlowed(),
                new HealsConfirmed(),
                new LimitsHeld());
    }

    /** Gives the kinds of objectives that can be judged. */
    public List<ObjectiveKind> kinds() {
        return checks.values().stream().map(Check::kind).toList();
    }

    /**
     * Gives the ids of the checks that are always on, in order; no objective may have one of them.
     */
    public List<String> implicitIds() {
        return Stream.concat(implicit.stream().map(ImplicitCheck::id), Stream.of(OBJECTIVES))
                .toList();
    }

    /** Gives the words that scenarios may use, with those faults, capabilities and journeys. */
    public Vocabulary vocabulary(
            List<FaultKind> faults, Set<String> capabilities, List<JourneyKind> journeys) {
        Set<String> reasons =
                Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet());
        return new Vocabulary(faults, kinds(), capabilities, implicitIds(), reasons, journeys);
    }

    /** Says in plain words what an objective measures, and its target. */
    public String explain(Objective objective) {
        Check check = checks.get(objective.kind());
        return check == null ? "(no check is called so)" : check.explain(objective);
    }

    /** Judges a drill. */
    public DrillResult judge(Scenario scenario, Journal written) {
        Journal journal = SortedJournal.of(written);
        if (DryRun.was(journal)) {
            return DryRun.judge(scenario, journal);
        }
        List<Verdict> always = new ArrayList<>();
        Optional<Verdict> ground = Optional.empty();
        for (ImplicitCheck check : implicit) {
            Verdict verdict = implicit(check, scenario, journal);
            always.add(verdict);
            if (ground.isEmpty() && !passed(verdict) && check.ground(verdict)) {
                ground = Optional.of(verdict);
            }
        }
        Optional<Verdict> cause = ground;
        List<Verdict> all = new ArrayList<>();
        always.forEach(verdict ->
                all.add(follows(verdict, cause) ? follow(verdict, cause.get()) : verdict));
        all.addAll(objectives(cause, scenario, journal));
        return new DrillResult(scenario, List.copyOf(all));
    }

    private static boolean passed(Verdict verdict) {
        return verdict.status() == Verdict.Status.PASS;
    }

    private static boolean follows(Verdict verdict, Optional<Verdict> ground) {
        return ground.isPresent()
                && !ground.get().equals(verdict)
                && verdict.reason().filter(FOLLOWING::contains).isPresent();
    }

    private List<Verdict> objectives(Optional<Verdict> ground, Scenario scenario, Journal journal) {
        if (scenario.objectives().isEmpty()) {
            return List.of(Draft.implicit(OBJECTIVES, "at least one")
                    .inconclusive(
                            Reason.NOT_MEASURED,
                            "the scenario has no objectives, so nothing was shown"));
        }
        List<Verdict> found = scenario.objectives().stream()
                .map(objective -> objective(objective, scenario, journal))
                .toList();
        if (ground.isPresent()) {
            return found.stream()
                    .map(verdict -> notMeasured(verdict, ground.get()))
                    .toList();
        }
        Optional<Verdict> end = found.stream()
                .filter(verdict -> verdict.reason().filter(DEAD_ENDS::contains).isPresent())
                .findFirst();
        return end.map(because -> afterDeadEnd(found, because)).orElse(found);
    }

    private static List<Verdict> afterDeadEnd(List<Verdict> found, Verdict because) {
        return found.stream()
                .map(verdict ->
                        verdict.reason().filter(Reason.NOT_MEASURED::equals).isPresent()
                                ? follow(verdict, because)
                                : verdict)
                .toList();
    }

    private Verdict implicit(ImplicitCheck check, Scenario scenario, Journal journal) {
        return orCrashed(Draft.implicit(check.id(), ""), () -> check.examine(scenario, journal));
    }

    private Verdict objective(Objective objective, Scenario scenario, Journal journal) {
        Check check = checks.get(objective.kind());
        Draft draft = Draft.of(objective, "");
        if (check == null) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no check is called '" + objective.kind() + "'; there are: "
                            + String.join(", ", checks.keySet()));
        }
        return orCrashed(draft, () -> check.examine(objective, scenario, journal));
    }

    private static Verdict orCrashed(Draft draft, Supplier<Verdict> examination) {
        try {
            return examination.get();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            List<String> stack =
                    Stream.of(e.getStackTrace()).limit(20).map(String::valueOf).toList();
            return draft.detail("exception", e.toString())
                    .detail("stack", String.join("\n", stack))
                    .inconclusive(Reason.CHECK_CRASHED, "the check itself crashed: " + e);
        }
    }

    private static Verdict follow(Verdict verdict, Verdict because) {
        Map<String, String> details = new LinkedHashMap<>(verdict.details());
        details.put(BECAUSE, because.id());
        return copy(
                verdict, verdict.headline(), verdict.reason().orElse(Reason.NOT_MEASURED), details);
    }

    private static Verdict notMeasured(Verdict verdict, Verdict because) {
        Map<String, String> details = new LinkedHashMap<>(verdict.details());
        details.put(BECAUSE, because.id());
        String reason = verdict.reason().map(why -> " " + why).orElse("");
        details.put(OTHERWISE, verdict.status() + reason + ", " + verdict.headline());
        String headline = verdict.id() + ": not measured, for " + because.headline();
        return copy(verdict, headline, Reason.NOT_MEASURED, details);
    }

    private static Verdict copy(
            Verdict verdict, String headline, Reason reason, Map<String, String> details) {
        return new Verdict(
                verdict.id(),
                verdict.implicit(),
                Verdict.Status.INCONCLUSIVE,
                headline,
                verdict.target(),
                verdict.measured(),
                Optional.of(reason),
                verdict.events(),
                Collections.unmodifiableMap(details));
    }
}
