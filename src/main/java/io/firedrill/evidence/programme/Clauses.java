package io.firedrill.evidence.programme;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.PlanTime;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Programme.Fidelity.Likeness;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The registry of clauses: which objectives are evidence toward what. It never says that anything
 * is met.
 *
 * @param all every clause, in the order of the file
 */
public record Clauses(List<Clause> all) {
    /** Stands wherever a clause is named. */
    public static final String CAVEAT =
            "evidence toward, from a test environment; not a determination of compliance";

    private static final String FILE = "/io/firedrill/evidence/clauses.yaml";
    private static final Period LASTS = Period.ofMonths(18);

    /**
     * How much a drill says of a clause.
     *
     * @param lowered why it says less than the registry has it; empty where it does not
     */
    public record Weight(Clause.Strength strength, String lowered) {
        /** Says it in a few words. */
        public String words() {
            return strength.word() + (lowered.isEmpty() ? "" : " (lowered: " + lowered + ")");
        }
    }

    /** Copies the list. */
    public Clauses {
        all = List.copyOf(all);
    }

    /** Reads the registry of this build. */
    public static Clauses load() {
        try (InputStream stream = Clauses.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new EvidenceException(
                        "the registry of clauses is missing in this build", null);
            }
            Object list = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
            List<Clause> clauses = new ArrayList<>();
            ((List<?>) list).forEach(item -> clauses.add(clause((Map<?, ?>) item)));
            return new Clauses(clauses);
        } catch (IOException e) {
            throw new EvidenceException("the registry of clauses can not be read", e);
        }
    }

    private static Clause clause(Map<?, ?> item) {
        return new Clause(
                text(item, "id"),
                text(item, "text"),
                Clause.Strength.valueOf(text(item, "strength").toUpperCase(Locale.ROOT)),
                text(item, "source"),
                LocalDate.parse(text(item, "checked")),
                words(item.get("objectives")).stream().map(String::valueOf).toList());
    }

    private static List<?> words(@Nullable Object list) {
        return list instanceof List<?> words ? words : List.of();
    }

    private static String text(Map<?, ?> item, String key) {
        return Optional.ofNullable(item.get(key))
                .map(String::valueOf)
                .orElseThrow(() -> new EvidenceException(
                        "the registry of clauses has an entry without '" + key + "': " + item,
                        null));
    }

    /** Gives the clauses that an objective of that kind is evidence toward. */
    public List<Clause> of(String kind) {
        return all.stream().filter(clause -> touches(clause, kind)).toList();
    }

    /** Gives the clauses that a drill is evidence toward. */
    public List<Clause> of(Scenario drill) {
        return all.stream().filter(clause -> touches(clause, drill)).toList();
    }

    /** Says whether a drill is evidence toward a clause. */
    public static boolean touches(Clause clause, Scenario drill) {
        return clause.objectives().contains(Clause.EVERY_DRILL)
                || drill.objectives().stream()
                        .map(Objective::kind)
                        .anyMatch(kind -> touches(clause, kind));
    }

    private static boolean touches(Clause clause, String kind) {
        return clause.objectives().contains(kind)
                || ToldChecks.is(kind) && clause.objectives().contains(Clause.TOLD);
    }

    /**
     * Says how much a drill says of a clause: less where nobody has stated how alike a component is
     * to production, and where people were told in scaled time.
     */
    public static Weight weight(Clause clause, Scenario drill) {
        boolean told = drill.objectives().stream()
                .map(Objective::kind)
                .anyMatch(kind -> ToldChecks.is(kind) && touches(clause, kind));
        List<String> reasons = new ArrayList<>();
        if (!stated(drill)) {
            reasons.add("fidelity of a component not stated");
        }
        if (told && PlanTime.of(drill).scaled()) {
            reasons.add("scaled time");
        }
        Clause.Strength strength = clause.strength();
        for (int count = 0; count < reasons.size(); count++) {
            strength = strength.lowered();
        }
        return new Weight(strength, String.join(", ", reasons));
    }

    private static boolean stated(Scenario drill) {
        Optional<Programme> programme = drill.about().programme();
        return programme
                .filter(known -> drill.system().components().stream()
                        .map(it -> known.fidelity(drill.system().name(), it).likeness())
                        .noneMatch(Likeness.NOT_STATED::equals))
                .isPresent();
    }

    /** Gives the clauses that somebody must look up again: those not looked up for 18 months. */
    public List<Clause> stale(LocalDate today) {
        return all.stream()
                .filter(clause -> clause.checked().plus(LASTS).isBefore(today))
                .toList();
    }
}
