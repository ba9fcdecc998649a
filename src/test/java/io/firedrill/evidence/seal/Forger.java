package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Somebody who knows how packs are made, and changes one. */
record Forger(Path pack) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Replaces a text that must be there. */
    void edit(String name, String one, String other) throws IOException {
        Path file = pack.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(one);
        Files.writeString(file, text.replace(one, other));
    }

    ObjectNode json(String name) throws IOException {
        return (ObjectNode) JSON.readTree(pack.resolve(name).toFile());
    }

    void write(String name, JsonNode json) throws IOException {
        Files.writeString(pack.resolve(name), json.toPrettyString());
    }

    /** Writes the journal anew with a chain that holds, as somebody could who knows how. */
    void forge(UnaryOperator<Event> change) throws IOException {
        Path file = pack.resolve(PackContents.JOURNAL);
        List<Entry> entries = JournalFile.read(file).entries();
        Files.delete(file);
        Replaying clock = new Replaying();
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            for (Entry entry : entries) {
                Event event = change.apply(entry.event());
                if (event != null) {
                    clock.at = entry;
                    journal.record(entry.actor(), event);
                }
            }
        }
    }

    /** Gives the stamps of entries again. */
    private static final class Replaying implements DrillClock {
        private Entry at;

        @Override
        public long nanos() {
            return at.nanos();
        }

        @Override
        public Instant wall() {
            return at.wall();
        }

        @Override
        public void waitUntil(long nanos) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }

    /** Makes the journal name the scenario that is there now. */
    void forgeTheScenarioFact() throws IOException {
        String digest = Digests.of(Files.readString(pack.resolve(PackContents.SCENARIO)));
        forge(event -> {
            if (!(event instanceof Event.EnvironmentRecorded recorded)
                    || !recorded.facts().containsKey(PackJudge.SCENARIO_FACT)) {
                return event;
            }
            Map<String, String> facts = new HashMap<>(recorded.facts());
            facts.put(PackJudge.SCENARIO_FACT, digest);
            return new Event.EnvironmentRecorded(facts);
        });
    }

    /** Finds a verdict. */
    static ObjectNode find(ObjectNode verdicts, String id) {
        for (JsonNode verdict : verdicts.get("verdicts")) {
            if (verdict.path("id").asText().equals(id)) {
                return (ObjectNode) verdict;
            }
        }
        throw new AssertionError("no verdict " + id);
    }

    /** Gives the position of a verdict. */
    static int at(ArrayNode all, String id) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).path("id").asText().equals(id)) {
                return at;
            }
        }
        throw new AssertionError("no verdict " + id);
    }
}
