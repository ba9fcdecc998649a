package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.traffic.JourneyCatalog;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Holds the schemas for editors and the reader together, key by key and file by file. */
class SchemasTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/main/resources/io/firedrill/scenario");
    private static final Path UNSEEN = ShopFolder.RESOURCES.resolve("not-seen-by-schemas.txt");
    private static final Path BAD = ShopFolder.RESOURCES.resolve("bad");
    private static final List<Path> SHIPPED =
            List.of(Path.of("scenarios"), Path.of("src/docs/example"));

    /** Every mapping of the files, and where its keys stand in a schema. */
    private static final Map<String, Shape> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("system.schema.json#", Shapes.SYSTEM);
        PLACES.put("system.schema.json#/definitions/channel", Shapes.CHANNEL);
        PLACES.put("system.schema.json#/definitions/role", Shapes.ROLE);
        PLACES.put("system.schema.json#/definitions/signIn", Shapes.SIGN_IN);
        PLACES.put("system.schema.json#/definitions/oauth2", Shapes.OAUTH2);
        PLACES.put("system.schema.json#/definitions/identity", Shapes.IDENTITY);
        PLACES.put("system.schema.json#/definitions/customers", Shapes.CUSTOMERS);
        PLACES.put("system.schema.json#/definitions/program", Shapes.PROGRAM);
        PLACES.put("system.schema.json#/definitions/journey", Shapes.JOURNEY);
        PLACES.put("system.schema.json#/definitions/request", Shapes.REQUEST);
        PLACES.put("system.schema.json#/definitions/reconcile", Shapes.RECONCILE);
        PLACES.put("system.schema.json#/definitions/expect", Shapes.EXPECT);
        PLACES.put("drill.schema.json#", Shapes.DRILL);
        PLACES.put("drill.schema.json#/definitions/plan", Shapes.PLAN);
        PLACES.put("drill.schema.json#/definitions/baseline", Shapes.BASELINE);
        PLACES.put("drill.schema.json#/definitions/step", Shapes.STEP);
        PLACES.put("drill.schema.json#/definitions/person", Shapes.ASKED);
        PLACES.put("drill.schema.json#/definitions/deputy", Shapes.DEPUTY);
        PLACES.put("drill.schema.json#/definitions/runbook", Shapes.RUNBOOK);
        PLACES.put("drill.schema.json#/definitions/line", Shapes.RUNBOOK_LINE);
        PLACES.put("drill.schema.json#/definitions/when", Shapes.WHEN);
        PLACES.put("twin.schema.json#", Shapes.TWIN);
        PLACES.put("twin.schema.json#/definitions/expect", Shapes.TWIN_EXPECT);
        PLACES.put("communication.schema.json#", Shapes.COMMUNICATION);
        PLACES.put("communication.schema.json#/definitions/audience", Shapes.AUDIENCE);
        PLACES.put("communication.schema.json#/definitions/person", Shapes.PERSON);
        PLACES.put("programme.schema.json#", Shapes.PROGRAMME);
        PLACES.put("programme.schema.json#/definitions/function", Shapes.FUNCTION);
        PLACES.put("programme.schema.json#/definitions/target", Shapes.TARGET);
        PLACES.put("programme.schema.json#/definitions/facts", Shapes.SYSTEM_FACTS);
        PLACES.put("programme.schema.json#/definitions/fidelity", Shapes.FIDELITY);
        PLACES.put("programme.schema.json#/definitions/roles", Shapes.ROLES);
        PLACES.put("findings.schema.json#", Shapes.FINDINGS);
        PLACES.put("findings.schema.json#/definitions/finding", Shapes.FINDING);
        PLACES.put("findings.schema.json#/definitions/accepted", Shapes.ACCEPTED);
    }

    private static Vocabulary shipped() {
        return Judge.withAllChecks()
                .vocabulary(
                        FaultCatalog.load().kinds(),
                        Set.of(),
                        JourneyCatalog.load().kinds());
    }

    private static JsonNode at(String place, Map<String, String> schemas) throws IOException {
        String[] parts = place.split("#", -1);
        return JSON.readTree(schemas.get(parts[0])).at(parts[1]);
    }

    static Set<String> places() {
        return PLACES.keySet();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aMappingHasTheSameKeysInSchemaAndReader(String place) throws IOException {
        Shape shape = PLACES.get(place);

        JsonNode schema = at(place, Schemas.texts(shipped()));

        assertThat(names(schema.path("properties")))
                .as(place)
                .isEqualTo(new TreeSet<>(shape.known()));
        assertThat(texts(schema.path("required")))
                .as(place)
                .isEqualTo(new TreeSet<>(shape.required()));
        boolean open = shape.equals(Shapes.PERSON); // the names of channels come on top
        assertThat(schema.path("additionalProperties").asText()).isEqualTo(open ? "" : "false");
    }

    @Test
    void everyMappingThatTheReaderKnowsIsInASchema() throws IllegalAccessException {
        for (Field field : Shapes.class.getDeclaredFields()) {
            if (field.getType() == Shape.class) {
                assertThat(PLACES).as("add " + field.getName()).containsValue((Shape)
                        field.get(null));
            }
        }
    }

    @Test
    void everyMappingOfASchemaIsOneThatTheReaderKnows() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, String> schema : Schemas.texts(shipped()).entrySet()) {
            JsonNode root = JSON.readTree(schema.getValue());
            note(schema.getKey() + "#", root, found);
            names(root.path("definitions"))
                    .forEach(name -> note(
                            schema.getKey() + "#/definitions/" + name,
                            root.path("definitions").path(name),
                            found));
        }

        found.remove("drill.schema.json#/definitions/objective"); // filled in from the kinds

        assertThat(found).isEqualTo(new TreeSet<>(PLACES.keySet()));
    }

    private static void note(String place, JsonNode node, Set<String> found) {
        if (node.has("properties")) {
            found.add(place);
        }
    }

    @Test
    void thePublishedFilesHoldTheFaultsObjectivesAndReasonsOfThisBuild() throws IOException {
        for (Map.Entry<String, String> schema : Schemas.texts(shipped()).entrySet()) {
            Path file = RESOURCES.resolve(schema.getKey());
            if ("write".equals(System.getProperty("firedrill.test.golden"))) {
                Files.writeString(file, schema.getValue());
            }
            assertThat(JSON.readTree(Files.readString(file)))
                    .as("run once with -Dfiredrill.test.golden=write")
                    .isEqualTo(JSON.readTree(schema.getValue()));
        }
    }

    @Test
    void theWordsOfAChoiceAreTheSame() throws IOException {
        Map<String, String> schemas = Schemas.texts(shipped());
        Map<String, String> bad = Map.of(
                "system.schema.json#/properties/tier/enum", "system-unknown-tier.expected",
                "drill.schema.json#/properties/level/enum", "drill-unknown-level.expected",
                "twin.schema.json#/definitions/expect/properties/verdict/enum",
                        "twin-unknown-verdict.expected",
                "drill.schema.json#/properties/severity/enum", "drill-unknown-severity.expected");

        for (Map.Entry<String, String> each : bad.entrySet()) {
            List<String> words = new ArrayList<>();
            at(each.getKey(), schemas).forEach(word -> words.add(word.asText()));
            assertThat(Files.readString(BAD.resolve(each.getValue())))
                    .as(each.getKey())
                    .contains("allowed: " + String.join(", ", words));
        }
    }

    @Test
    void aChannelSpeaksAndIsReadTheSame() throws IOException {
        JsonNode definitions = at("system.schema.json#/definitions", Schemas.texts(shipped()));

        JsonNode speaks = definitions.at("/channel/properties/speaks/enum");
        JsonNode facts = definitions.at("/patterns/propertyNames/enum");

        assertThat(texts(speaks)).isEqualTo(new TreeSet<>(ChannelKind.names()));
        assertThat(texts(facts)).isEqualTo(new TreeSet<>(ChannelsBinder.FACTS));
    }

    static List<Path> shippedFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path root : SHIPPED) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.toString().endsWith("compose.yaml"))
                        .filter(file -> !file.toString().contains("refused"))
                        // its words are those of plug-ins that only its own project has
                        .filter(file -> !file.startsWith("src/docs/example/extension"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void everyShippedFileIsValid(Path file) throws IOException {
        assertThat(complaints(file, kind(file), shipped())).isEmpty();
    }

    private static String kind(Path file) {
        for (String one : List.of("communication", "programme")) {
            if (file.endsWith(one + ".yaml")) {
                return one;
            }
        }
        boolean system = file.endsWith("system.yaml");
        return system ? "system" : file.toString().contains("twins") ? "twin" : "drill";
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefusesWhereItCanSeeIt() throws IOException {
        Set<String> unseen = new LinkedHashSet<>();
        for (Path file : BadFilesTests.badFiles()) {
            String name = file.getFileName().toString();
            String kind = name.substring(0, name.indexOf('-'));
            boolean ours = Set.of("system", "drill", "twin", "communication", "programme")
                    .contains(kind);
            if (ours && complaints(file, kind, Words.vocabulary()).isEmpty()) {
                unseen.add(name);
            }
        }

        if ("write".equals(System.getProperty("firedrill.test.golden"))) {
            Files.write(UNSEEN, unseen);
        }
        assertThat(unseen).containsExactlyElementsOf(Files.readAllLines(UNSEEN));
    }

    /** Gives what a schema has against a file. */
    private static List<String> complaints(Path file, String kind, Vocabulary words) {
        try {
            Object plain = new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(20)
                            .build())
                    .loadFromString(Files.readString(file));
            Map<String, String> schemas = new LinkedHashMap<>();
            Schemas.texts(words)
                    .forEach((name, text) -> schemas.put("https://firedrill.test/" + name, text));
            Schema schema = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_7, builder -> builder.schemas(schemas))
                    .getSchema(
                            SchemaLocation.of("https://firedrill.test/" + kind + ".schema.json"));
            return schema.validate(JSON.<JsonNode>valueToTree(plain)).stream()
                    .map(String::valueOf)
                    .toList();
        } catch (YamlEngineException
                | IOException
                | IllegalArgumentException
                | StackOverflowError e) {
            return List.of("no YAML: " + e);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
