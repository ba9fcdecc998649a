package io.firedrill.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.DrillException;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schemas (draft-07) of the files, for editors. They are resources beside this class,
 * written by hand but for the faults, objectives and reasons, which are filled in from what is at
 * hand: so an editor knows those of others as well.
 */
public final class Schemas {
    private static final String SHARED = "system.schema.json#/definitions/";
    private static final String DEFINITIONS = "definitions";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** Gives the name of each schema's file and its text, for these words. */
    public static Map<String, String> texts(Vocabulary vocabulary) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("system.schema.json", text(read("system.schema.json")));
        texts.put("drill.schema.json", text(drill(vocabulary)));
        texts.put("twin.schema.json", text(twin(vocabulary)));
        texts.put("communication.schema.json", text(communication(vocabulary)));
        texts.put("programme.schema.json", text(programme(vocabulary)));
        texts.put("findings.schema.json", text(read("findings.schema.json")));
        return texts;
    }

    private static ObjectNode drill(Vocabulary vocabulary) {
        ObjectNode schema = read("drill.schema.json");
        ObjectNode inject = JSON.createObjectNode();
        inject.put("description", "Breaks something: <fault>: <target>, and the fault's settings.");
        ArrayNode faults = inject.putArray("anyOf");
        vocabulary.faults().forEach(kind -> faults.add(fault(kind)));
        ObjectNode objective = object("What must hold: one kind, with its settings.");
        objective.put("minProperties", 1).put("maxProperties", 1);
        ToldKinds.others(vocabulary)
                .forEach(kind -> ((ObjectNode) objective.get("properties"))
                        .set(kind.name(), objective(kind)));
        schema.withObjectProperty(DEFINITIONS).set("inject", inject);
        schema.withObjectProperty(DEFINITIONS).set("objective", objective);
        schema.withObjectProperty(DEFINITIONS).set("told", told(vocabulary, true));
        return schema;
    }

    private static ObjectNode communication(Vocabulary vocabulary) {
        ObjectNode schema = read("communication.schema.json");
        schema.withObjectProperty(DEFINITIONS).set("told", told(vocabulary, false));
        return schema;
    }

    /** In a drill nothing must be given, for the plan may have it. */
    private static ObjectNode told(Vocabulary vocabulary, boolean inDrill) {
        ObjectNode told = JSON.createObjectNode();
        told.put("description", "A check of what people are told, bare or with settings.");
        ArrayNode ways = told.putArray("anyOf");
        ArrayNode names = ways.addObject().putArray("enum");
        ObjectNode withSettings = object("One check, with its settings.");
        withSettings.put("minProperties", 1).put("maxProperties", 1);
        ways.add(withSettings);
        for (ObjectiveKind kind : ToldKinds.of(vocabulary)) {
            names.add(kind.name());
            ObjectNode check = inDrill ? objective(kind) : settings(kind);
            if (inDrill) {
                check.remove("required");
                property(check, "because", reference("text"), "Why it differs from the plan.");
            }
            ((ObjectNode) withSettings.get("properties")).set(kind.name(), check);
        }
        return told;
    }

    private static ObjectNode programme(Vocabulary vocabulary) {
        ObjectNode schema = read("programme.schema.json");
        ObjectNode value = (ObjectNode) schema.at("/definitions/target/properties/value");
        value.remove("allOf");
        Yardstick.all(vocabulary).keySet().forEach(value.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode twin(Vocabulary vocabulary) {
        ObjectNode schema = read("twin.schema.json");
        ObjectNode reason = schema.withObjectProperty(DEFINITIONS).putObject("reason");
        reason.put("description", "The code of the reason that it must give.");
        ArrayNode codes = reason.putArray("enum");
        vocabulary.reasons().stream().sorted().forEach(codes::add);
        return schema;
    }

    private static ObjectNode fault(FaultKind kind) {
        ObjectNode fault = object(kind.name() + ": " + kind.meaning());
        switch (kind.target()) {
            case LINK -> property(fault, kind.name(), reference("link"), "A link of the system.");
            case COMPONENT ->
                property(fault, kind.name(), reference("text"), "A component, or a role.");
            case COMPONENTS ->
                property(fault, kind.name(), reference("words"), "Components, or roles.");
            case GROUPS ->
                property(
                        fault, kind.name(), reference("groups"), "Groups of components, or roles.");
        }
        kind.settings().forEach(setting -> setting(fault, setting));
        property(fault, "called", reference("phrase"), "The name it is healed by.");
        required(fault, kind.settings()).insert(0, kind.name());
        return fault;
    }

    private static ObjectNode objective(ObjectiveKind kind) {
        ObjectNode objective = settings(kind);
        property(objective, "id", reference("name"), "Its id; default: the kind.");
        return objective;
    }

    private static ObjectNode settings(ObjectiveKind kind) {
        ObjectNode objective = object(kind.meaning());
        kind.settings().forEach(setting -> setting(objective, setting));
        ArrayNode required = required(objective, kind.settings());
        if (required.isEmpty()) {
            objective.remove("required");
        }
        return objective;
    }

    private static ArrayNode required(ObjectNode object, List<Setting> settings) {
        ArrayNode required = object.putArray("required");
        settings.stream().filter(Setting::required).map(Setting::name).forEach(required::add);
        return required;
    }

    private static void setting(ObjectNode object, Setting setting) {
        if (setting.type() == Setting.Type.CHOICE) {
            ObjectNode choice = JSON.createObjectNode();
            choice.put("description", setting.meaning());
            setting.choices().forEach(choice.withArray("enum")::add);
            object.withObjectProperty("properties").set(setting.name(), choice);
        } else {
            property(object, setting.name(), reference(type(setting)), setting.meaning());
        }
    }

    private static String type(Setting setting) {
        return switch (setting.type()) {
            case DURATION -> "duration";
            case SIZE -> "size";
            case SPEED -> "speed";
            case RATE -> "rate";
            case COUNT -> "count";
            case SHARE -> "share";
            case TEXT, CHOICE, JOURNEY, COMPONENT, FAULT, ENTRY, ROLE, SECRET, IMAGE -> "text";
            case JSON_PATH -> "jsonPath";
            case WORDS -> "words";
            case REQUEST -> "request";
        };
    }

    private static ObjectNode object(String description) {
        ObjectNode object = JSON.createObjectNode();
        object.put("description", description).put("type", "object");
        object.putObject("properties");
        object.put("additionalProperties", false);
        return object;
    }

    private static ObjectNode reference(String definition) {
        return JSON.createObjectNode().put("$ref", SHARED + definition);
    }

    /** What stands beside a reference is not seen in draft-07, so the reference goes inside. */
    private static void property(
            ObjectNode object, String name, ObjectNode reference, String description) {
        ObjectNode property = object.withObjectProperty("properties").putObject(name);
        property.put("description", description).putArray("allOf").add(reference);
    }

    private static ObjectNode read(String name) {
        try (InputStream stream = Schemas.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new DrillException("the schema " + name + " is missing in this build");
            }
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new DrillException("the schema " + name + " cannot be read", e);
        }
    }

    private static String text(ObjectNode schema) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new DrillException("a schema cannot be written", e);
        }
    }
}
