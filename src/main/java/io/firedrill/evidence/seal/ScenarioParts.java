package io.firedrill.evidence.seal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Trigger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How those parts of a scenario are written as JSON, and read, that Jackson can not guess. */
final class ScenarioParts {
    /** Name of the attribute that holds the folder at which paths begin. */
    static final String FOLDER = "folder";

    /** Every sealed type, and what has secrets, with what says how it is written. */
    static final Map<Class<?>, Class<?>> KINDS = Map.of(
            Blueprint.class, Blueprints.class,
            FaultSpec.Target.class, Targets.class,
            JourneySpec.Means.class, Ways.class,
            Step.class, Steps.class,
            SystemSpec.class, Systems.class,
            Trigger.class, Triggers.class);

    private ScenarioParts() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Blueprint.Composed.class, name = "composed"),
        @JsonSubTypes.Type(value = Blueprint.Inprocess.class, name = "inprocess"),
    })
    private interface Blueprints {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FaultSpec.Target.Component.class, name = "component"),
        @JsonSubTypes.Type(value = FaultSpec.Target.RoleHolder.class, name = "role-holder"),
        @JsonSubTypes.Type(value = FaultSpec.Target.OthersOf.class, name = "others-of"),
        @JsonSubTypes.Type(value = FaultSpec.Target.Several.class, name = "several"),
        @JsonSubTypes.Type(value = FaultSpec.Target.Groups.class, name = "groups"),
        @JsonSubTypes.Type(value = FaultSpec.Target.OnLink.class, name = "link"),
    })
    private interface Targets {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JourneySpec.Means.Requests.class, name = "requests"),
        @JsonSubTypes.Type(value = JourneySpec.Means.Plugin.class, name = "plugin"),
        @JsonSubTypes.Type(value = JourneySpec.Means.Program.class, name = "program"),
    })
    private interface Ways {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.Inject.class, name = "inject"),
        @JsonSubTypes.Type(value = Step.Heal.class, name = "heal"),
        @JsonSubTypes.Type(value = Step.Ask.class, name = "ask"),
    })
    private interface Steps {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trigger.After.class, name = "after"),
        @JsonSubTypes.Type(value = Trigger.Recovered.class, name = "recovered"),
        @JsonSubTypes.Type(value = Trigger.Failing.class, name = "failing"),
        @JsonSubTypes.Type(value = Trigger.RoleMoved.class, name = "role-moved"),
        @JsonSubTypes.Type(value = Trigger.Drained.class, name = "drained"),
        @JsonSubTypes.Type(value = Trigger.RoleHeld.class, name = "role-held"),
        @JsonSubTypes.Type(value = Trigger.RoleBack.class, name = "role-back"),
        @JsonSubTypes.Type(value = Trigger.Told.class, name = "told"),
        @JsonSubTypes.Type(value = Trigger.ToldEverywhere.class, name = "told-everywhere"),
        @JsonSubTypes.Type(value = Trigger.Answered.class, name = "answered"),
        @JsonSubTypes.Type(value = Trigger.Rejoined.class, name = "rejoined"),
    })
    private interface Triggers {}

    /** The values of secrets are never written; no check asks for one. */
    private interface Systems {
        /** Writes nothing of them. */
        @JsonSerialize(using = NothingWriter.class)
        Map<String, String> secrets();
    }

    /** Writes an empty object, whatever is there. */
    static final class NothingWriter extends StdSerializer<Object> {
        private static final long serialVersionUID = 1L;

        NothingWriter() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeEndObject();
        }
    }

    /** Writes a path from the system's folder on; of one outside only its last name. */
    static final class PathWriter extends StdSerializer<Path> {
        private static final long serialVersionUID = 1L;

        PathWriter() {
            super(Path.class);
        }

        @Override
        public void serialize(Path value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            Path folder = whole((Path) provider.getAttribute(FOLDER));
            Path path = whole(value);
            Path shown = path.startsWith(folder) ? folder.relativize(path) : path.getFileName();
            json.writeString(String.valueOf(shown).replace('\\', '/'));
        }

        private static Path whole(Path path) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Reads a path as it is written. */
    static final class PathReader extends StdDeserializer<Path> {
        private static final long serialVersionUID = 1L;

        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Path.of(json.getText());
        }
    }

    /** Writes sets sorted, so that the same set gives the same bytes. */
    static final class SetWriter extends StdSerializer<Set<?>> {
        private static final long serialVersionUID = 1L;

        SetWriter() {
            super(sets());
        }

        @Override
        public void serialize(Set<?> value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartArray();
            for (Object each : new TreeSet<Object>(value)) {
                json.writePOJO(each);
            }
            json.writeEndArray();
        }
    }

    /** Gives the type of sets. */
    @SuppressWarnings("unchecked") // a class literal knows no type argument
    static Class<Set<?>> sets() {
        return (Class<Set<?>>) (Class<?>) Set.class;
    }

    /** Writes each value with its type, sorted by name. */
    static final class SettingsWriter extends StdSerializer<Settings> {
        private static final long serialVersionUID = 1L;

        SettingsWriter() {
            super(Settings.class);
        }

        @Override
        public void serialize(Settings value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            for (Map.Entry<String, Object> setting : new TreeMap<>(value.values()).entrySet()) {
                json.writeObjectFieldStart(setting.getKey());
                provider.defaultSerializeField(
                        Kind.of(setting.getValue(), provider).word, setting.getValue(), json);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    /** Reads values of the types that were written. */
    static final class SettingsReader extends StdDeserializer<Settings> {
        private static final long serialVersionUID = 1L;

        SettingsReader() {
            super(Settings.class);
        }

        @Override
        public Settings deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            Map<String, Object> values = new LinkedHashMap<>();
            JsonNode tree = context.readTree(json);
            for (Map.Entry<String, JsonNode> setting : tree.properties()) {
                for (Map.Entry<String, JsonNode> value : setting.getValue().properties()) {
                    values.put(setting.getKey(), read(value, context));
                }
            }
            return new Settings(values);
        }

        private static Object read(
                Map.Entry<String, JsonNode> value, DeserializationContext context)
                throws IOException {
            for (Kind kind : Kind.values()) {
                if (kind.word.equals(value.getKey())) {
                    return kind.read(value.getValue(), context);
                }
            }
            throw JsonMappingException.from(
                    context, "a setting of the type '" + value.getKey() + "', which is not known");
        }
    }

    /** The types that values of settings have. */
    private enum Kind {
        TEXT("text", String.class),
        DURATION("duration", Duration.class),
        COUNT("count", Integer.class),
        AMOUNT("amount", Long.class),
        NUMBER("number", Double.class),
        WORDS("words", List.class),
        REQUEST("request", HttpStep.class);

        private final String word;
        private final Class<?> type;

        Kind(String word, Class<?> type) {
            this.word = word;
            this.type = type;
        }

        static Kind of(Object value, SerializerProvider provider) throws JsonMappingException {
            for (Kind kind : values()) {
                if (kind.type.isInstance(value)) {
                    return kind;
                }
            }
            throw JsonMappingException.from(
                    provider, "a setting of " + value.getClass() + ", which no file can bring");
        }

        private Object read(JsonNode node, DeserializationContext context) throws IOException {
            if (this == WORDS) {
                return List.copyOf(context.readTreeAsValue(
                        node,
                        context.getTypeFactory()
                                .constructType(new TypeReference<List<String>>() {})));
            }
            Object read = context.readTreeAsValue(node, type);
            if (read == null) {
                throw JsonMappingException.from(context, "a setting without a value");
            }
            return read;
        }
    }
}
