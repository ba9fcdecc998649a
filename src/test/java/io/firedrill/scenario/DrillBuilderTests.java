package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may say can be built in Java, and what it may not is refused in the same words. */
class DrillBuilderTests {
    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    private DrillBuilder builder(String name) {
        return new DrillBuilder(folder.shop(), name, Words.vocabulary());
    }

    private DrillBuilder small() {
        return builder("small").title("Small").customers("look", "1/s").inject("crash", "web");
    }

    private static String problems(DrillBuilder builder) {
        return catchThrowableOfType(ScenarioException.class, builder::build).getMessage();
    }

    @Test
    void buildsWhatTheFileSaysFieldByField() {
        Scenario read = folder.read().drills().get(0);

        Scenario built = about(builder("built"))
                .customers("buy", "50/s")
                .customers("look", "30/m")
                .with("baseline", Map.of("for", Duration.ofSeconds(5), "at-most", 3))
                .inject("vanish", "primary", Map.of("called", "lost host"))
                .when(Map.of("failing", "buy"))
                .inject("delay", "web -> api-1:8080", Map.of("by", Duration.ofMillis(200)))
                .when(Map.of("role-moved", "primary"))
                .inject("crash", "api-2")
                .when(Map.of("recovered", "buy", "held", Duration.ofSeconds(4)))
                .heal("lost host")
                .when(Map.of("after", Duration.ofSeconds(10)))
                .heal("delay web -> api-1:8080")
                .objective("recovery", Map.of("of", "buy", "within", Duration.ofSeconds(30)))
                .objective(
                        "availability", Map.of("of", "look", "at-least", "99.5%", "window", "10s"))
                .objective("availability", Map.of("of", "buy", "at-least", "90%", "window", "1m"))
                .objective("data-loss", Map.of("id", "no-loss", "of", "buy", "at-most", 0))
                .objective("rejoined", Map.of("component", "lost host", "within", "60s"))
                .objective("invariant", invariant())
                .with("relays", List.of("api-1 -> db1:5432"))
                .with("limit", Duration.ofMinutes(4))
                .build()
                .scenario();

        assertThat(built)
                .usingRecursiveComparison()
                .ignoringFields("id", "file")
                .isEqualTo(read);
        assertThat(built.id()).isEqualTo("shop/built");
    }

    private static DrillBuilder about(DrillBuilder drill) {
        return drill.title("The database host is lost while customers buy")
                .with("function", "orders")
                .with("plan", Map.of("id", "BC-1", "version", 3))
                .with("level", "nightly")
                .with("severity", "critical")
                .with("why", "It happens.")
                .with("predict", Map.of("recovery", "15s..25s", "data-loss", 0));
    }

    private static Map<String, Object> invariant() {
        Map<String, Object> expect = Map.of("status", 200, "json", Map.of("sum", 0));
        Map<String, Object> read = Map.of("get", "/books", "expect", expect);
        return Map.of("entry", "web", "read", read, "words", "one");
    }

    @Test
    void givesTheFileThatSaysTheSame() {
        WrittenDrill drill = small().objective("recovery", Map.of("of", "look", "within", "5s"))
                .with("why", "null")
                .build();

        folder.write("shop/small.yaml", drill.text());

        Scenario read = folder.read().drills().get(1);
        assertThat(folder.problems()).isEmpty();
        assertThat(read).usingRecursiveComparison().isEqualTo(drill.scenario());
        assertThat(drill.text())
                .startsWith("drill: Small\n")
                .contains("why: 'null'")
                .contains("- inject:\n    crash: web\n");
    }

    @Test
    void namesEachProblemWithTheLineOfTheJavaSource() {
        DrillBuilder wrong = builder("wrong").title("Wrong").inject("crash", "web");
        wrong.customers("luck", "1/s");
        int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        wrong.inject("crush", "web");
        wrong.objective("recovery", Map.of("of", "look", "within", 5));

        assertThat(problems(wrong).lines())
                .containsExactly(
                        "DrillBuilderTests.java:" + (line - 2)
                                + ": unknown journey 'luck'; known: buy, look",
                        "DrillBuilderTests.java:" + line
                                + ": unknown fault 'crush'; known: crash, cut, delay, pause, vanish."
                                + " Did you mean 'crash'?",
                        "DrillBuilderTests.java:" + (line + 1)
                                + ": journey 'look' has no customers in this drill;"
                                + " with customers: luck",
                        "DrillBuilderTests.java:" + (line + 1)
                                + ": within is '5', which is no duration; allowed: a whole number"
                                + " from 1 with its unit, such as 500ms, 2s, 3m or 1h; at most 24h."
                                + " Did you mean '5s'?");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(problems(builder("empty").title("Empty")))
                .startsWith("DrillBuilderTests.java:")
                .contains("key 'steps' is missing in a drill; needed: drill, customers, steps,"
                        + " objectives")
                .contains("key 'customers' is missing in a drill");
    }

    @Test
    void refusesTheNameOfADrillThatIsThere() {
        DrillBuilder taken = builder("db-lost")
                .title("Taken")
                .customers("look", "1/s")
                .inject("crash", "web")
                .objective("recovery", Map.of("of", "look", "within", "5s"));

        assertThat(problems(taken))
                .isEqualTo("DrillBuilderTests.java: has the name of the drill in "
                        + folder.shop().resolve("db-lost.yaml") + "; each id once");
    }

    @Test
    void tellsWhatIsWrongWithTheSystemAsWell() {
        folder.replace("shop/system.yaml", "tier: warm", "tier: tepid");

        assertThat(problems(small().objective("recovery", Map.of("of", "look", "within", "5s"))))
                .contains("system.yaml:")
                .contains("tier is 'tepid'; allowed: hot, warm, cold");
    }
}
