package io.firedrill.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code badge.json}: what shields.io asks an endpoint for. */
final class Badge {
    private Badge() {}

    /** Writes it. */
    static String of(ThisRun run) {
        long held = run.drills().stream()
                .filter(row -> row.verdict().equals("PASS"))
                .count();
        long failed = run.drills().stream()
                .filter(row -> row.verdict().equals("FAIL"))
                .count();
        int all = run.drills().size();
        Map<String, Object> badge = new LinkedHashMap<>();
        badge.put("schemaVersion", 1);
        badge.put("label", "drills");
        if (run.outcome().equals(Outcome.HELD.word())) {
            badge.put("message", held + " of " + all + " held");
            badge.put("color", "brightgreen");
        } else if (run.outcome().equals(Outcome.SYSTEM_FAILED.word())) {
            badge.put("message", failed + " of " + all + " failed");
            badge.put("color", "red");
        } else {
            badge.put("message", run.outcome());
            badge.put("color", "yellow");
        }
        return SummaryFile.json(badge) + "\n";
    }
}
