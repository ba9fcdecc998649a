package io.firedrill.evidence.seal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.Masking;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code scenario.json}: a scenario as it was bound, with every default filled in, so that
 * its journal can be judged where neither its files nor its environment are. Secrets are not in it;
 * paths begin at the system's folder.
 */
public final class ScenarioJson {
    /** Name of this format, with its number. */
    static final String FORMAT = "firedrill-scenario/1";

    private static final String SCENARIO = "scenario";
    private static final ObjectMapper JSON = mapper();

    private ScenarioJson() {}

    private static ObjectMapper mapper() {
        SimpleModule own = new SimpleModule();
        own.addSerializer(Path.class, new ScenarioParts.PathWriter());
        own.addDeserializer(Path.class, new ScenarioParts.PathReader());
        own.addSerializer(Settings.class, new ScenarioParts.SettingsWriter());
        own.addDeserializer(Settings.class, new ScenarioParts.SettingsReader());
        own.addSerializer(ScenarioParts.sets(), new ScenarioParts.SetWriter());
        own.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
        own.addAbstractTypeMapping(Map.class, LinkedHashMap.class);
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(own)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        for (Class<?> type : List.of(Map.class, Set.class, List.class)) {
            builder.withConfigOverride(
                    type,
                    override ->
                            override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        ScenarioParts.KINDS.forEach(builder::addMixIn);
        return builder.build();
    }

    /**
     * Writes a scenario, its secrets masked.
     *
     * @throws EvidenceException where it holds a setting of a type that no scenario file can bring
     */
    public static String text(Scenario scenario) {
        try {
            Path folder = scenario.system().folder();
            String plain = JSON.writer()
                    .withAttribute(ScenarioParts.FOLDER, folder)
                    .writeValueAsString(scenario);
            Map<String, @Nullable Object> file = new LinkedHashMap<>();
            file.put("format", FORMAT);
            Object tree = JSON.readValue(plain, Object.class);
            file.put(SCENARIO, Masking.of(scenario).over(tree));
            return SummaryFile.json(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new EvidenceException(
                    "scenario " + scenario.id() + " can not be written as JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /** Gives the digest of the file that a scenario is written to. */
    public static String digest(Scenario scenario) {
        return Digests.of(text(scenario));
    }

    /** Gives the format of a file, where it is newer than the one known here. */
    static Optional<String> newer(String text) {
        return PackFormat.newer(text, FORMAT);
    }

    /**
     * Reads a scenario back; without its secrets.
     *
     * @throws EvidenceException where the text is none
     */
    public static Scenario read(String text) {
        try {
            JsonNode scenario = JSON.readTree(text).path(SCENARIO);
            if (!(scenario instanceof ObjectNode)) {
                throw new EvidenceException("it holds no scenario", null);
            }
            return JSON.treeToValue(scenario, Scenario.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new EvidenceException("it holds no scenario: " + first(e), e);
        }
    }

    private static String first(Exception e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
