package io.firedrill.evidence.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.seal.Digests;
import io.firedrill.evidence.seal.ScenarioJson;
import io.firedrill.scenario.Scenario;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about to do: written before anything starts, so that a run that was thrown away
 * shows.
 *
 * @param mode containers or inprocess
 * @param chosenBy what the drills were chosen by, in words
 * @param notes what else is known by then, such as the release under test
 * @param facts of the machine and the commit
 * @param drills the drills and twins that will be run
 */
public record Intent(
        Instant started,
        String mode,
        String chosenBy,
        List<String> notes,
        Map<String, String> facts,
        List<Scenario> drills) {
    static final String FORMAT = "firedrill-intent/1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes it, with the newest runs that it goes on from. */
    String text(List<ArchivedRun> before) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("started", started.toString());
        map.put("mode", mode);
        map.put("chosenBy", chosenBy);
        map.put("notes", notes);
        map.put("facts", facts);
        map.put("before", before.stream().map(ArchivedRun::named).toList());
        map.put("drills", drills.stream().map(Intent::drill).toList());
        return SummaryFile.json(map) + "\n";
    }

    /** The digest is that of scenario.json in the pack; the objectives are for people to read. */
    private static Map<String, Object> drill(Scenario drill) {
        String scenario = ScenarioJson.text(drill);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", drill.id());
        map.put("scenario", Digests.of(scenario));
        map.put("objectives", objectives(scenario));
        return map;
    }

    private static JsonNode objectives(String scenario) {
        try {
            return JSON.readTree(scenario).path("scenario").path("objectives");
        } catch (JsonProcessingException e) {
            throw new EvidenceException("a scenario that was just written is no JSON", e);
        }
    }
}
