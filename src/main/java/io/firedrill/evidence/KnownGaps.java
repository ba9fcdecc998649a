package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.check.Verdict.Status;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.Scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger of findings makes of a run (EVIDENCE.md, findings ledger): a known gap fails no
 * build while it is owned and in time, and fails it once it is overdue, or was closed and the
 * ledger does not say so. No verdict is changed by it.
 *
 * @param ledger the findings
 * @param today the day of the run, in UTC
 */
public record KnownGaps(List<Finding> ledger, LocalDate today) {
    /** Where nothing is known. */
    public static final KnownGaps NONE = new KnownGaps(List.of(), LocalDate.EPOCH);

    /** What a finding makes of the verdict on its objective. */
    public enum Ruling {
        /** It failed, as is known, and there is time. */
        KNOWN,
        /** It failed, and should hold by now. */
        OVERDUE,
        /** It held, though the finding is open. */
        FIXED
    }

    /**
     * A finding and what it makes of a verdict.
     *
     * @param sentence says so to a person
     */
    public record Ruled(Finding finding, Ruling ruling, String sentence) {
        /** Gives it as it stands in the summary. */
        Map<String, String> json() {
            Map<String, String> json = new LinkedHashMap<>();
            json.put("id", finding.id());
            json.put("objective", finding.about().objective());
            json.put("ruling", ruling.name().toLowerCase(Locale.ROOT));
            json.put("owner", finding.owner());
            json.put("due", finding.last().toString());
            return json;
        }
    }

    /** Copies the list. */
    public KnownGaps {
        ledger = List.copyOf(ledger);
    }

    /** Says what is ruled on the objectives of a drill, in their order. */
    public List<Ruled> of(Drilled drill) {
        return drill.objectives().stream()
                .flatMap(verdict -> of(drill.scenario(), verdict).stream())
                .toList();
    }

    /** Says what is ruled on a verdict; nothing of one that tells nothing, or of a twin. */
    public Optional<Ruled> of(Scenario drill, Verdict verdict) {
        if (drill.twin().isPresent() || verdict.status() == Status.INCONCLUSIVE) {
            return Optional.empty();
        }
        return ledger.stream()
                .filter(finding -> finding.closing().isEmpty())
                .filter(finding -> finding.about().drill().equals(drill.id()))
                .filter(finding -> finding.about().objective().equals(verdict.id()))
                .findFirst()
                .map(finding -> ruled(finding, verdict));
    }

    private Ruled ruled(Finding finding, Verdict verdict) {
        String name = "finding " + finding.id() + " (" + finding.owner() + ")";
        if (verdict.status() == Status.PASS) {
            return new Ruled(
                    finding,
                    Ruling.FIXED,
                    name + " is open, and " + verdict.id() + " held: close it with 'findings close "
                            + finding.id() + " --retest ...', and from then on it must hold");
        }
        if (finding.on(today) == Finding.State.OVERDUE) {
            return new Ruled(
                    finding,
                    Ruling.OVERDUE,
                    name + " was due on " + finding.last() + passed(finding));
        }
        return new Ruled(
                finding,
                Ruling.KNOWN,
                name + " is known: " + finding.about().what() + " " + until(finding));
    }

    private String passed(Finding finding) {
        return ", " + days(ChronoUnit.DAYS.between(finding.last(), today)) + " ago";
    }

    private String until(Finding finding) {
        String left = " (" + days(ChronoUnit.DAYS.between(today, finding.last())) + " left)";
        return finding.accepted()
                .filter(risk -> finding.on(today) == Finding.State.ACCEPTED)
                .map(risk -> "Accepted by " + risk.by() + " until " + risk.until() + left)
                .orElseGet(() -> "Due on " + finding.due() + left);
    }

    /** Says a number of days in words. */
    public static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
