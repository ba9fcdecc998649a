package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files, bound field by field. */
class ScenarioReaderTests {
    private static final Link WEB_TO_API = new Link("web", new Endpoint("api-1", 8080));

    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    private Scenario drill() {
        return folder.read().drills().get(0);
    }

    @Test
    void readsAGoodSystemWithoutProblems() {
        Reading reading = folder.read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.broken()).isEmpty();
        assertThat(reading.drills()).extracting(Scenario::id).containsExactly("shop/db-lost");
        assertThat(reading.twins())
                .extracting(Scenario::id)
                .containsExactly("shop/db-lost/no-standby");
    }

    @Test
    void bindsTheSystem() {
        SystemSpec system = drill().system();

        assertThat(system.name()).isEqualTo("shop");
        assertThat(system.title()).isEqualTo("Web shop");
        assertThat(system.tier()).isEqualTo("warm");
        assertThat(system.folder()).isEqualTo(folder.shop());
        assertThat(system.blueprint())
                .isEqualTo(new Blueprint.Composed(List.of(folder.shop().resolve("compose.yaml"))));
        assertThat(system.components())
                .containsExactly("web", "api-1", "api-2", "db1", "db2", "agent");
        assertThat(system.entries()).isEqualTo(Map.of("web", new Endpoint("web", 8080)));
        assertThat(system.links())
                .containsExactly(WEB_TO_API, new Link("api-1", new Endpoint("db1", 5432)));
        assertThat(system.roles().get("primary"))
                .isEqualTo(new SystemSpec.Role(
                        "primary",
                        List.of("db1", "db2"),
                        List.of("curl", "-sf", "http://localhost/primary")));
        assertThat(system.secrets())
                .isEqualTo(Map.of("SHOP_PASSWORD", "s3cret value", "OTHER", "quoted"));
        assertThat(system).hasToString("SystemSpec[shop]");
    }

    @Test
    void takesSecretsFromTheEnvironmentFirst() {
        SystemSpec system =
                folder.read(Map.of("SHOP_PASSWORD", "outer")).drills().get(0).system();

        assertThat(system.secrets()).containsEntry("SHOP_PASSWORD", "outer");
    }

    @Test
    void saysHowToMakeAMissingSecret() {
        folder.write("shop/make-env", "#!/bin/sh\n")
                .replace("shop/test.env", "SHOP_PASSWORD", "SHOP_PASSWRD");

        assertThat(folder.problems())
                .contains("shop/system.yaml:30:52: secret 'SHOP_PASSWORD' is not set;"
                        + " looked for in the environment and in shop/test.env. Run shop/make-env");
    }

    @Test
    void bindsTheSignIn() {
        SignIn signIn = drill().system().signIns().get("form");

        HttpStep step = new HttpStep(
                "POST",
                "/sessions",
                Map.of("Accept", "application/json"),
                Optional.of(Map.of("user", "{who}", "password", "{password}")),
                Set.of(201),
                Map.of(),
                Map.of("token", "$.token"));
        assertThat(signIn)
                .isEqualTo(new SignIn(
                        "form", List.of(step), Map.of("Authorization", "Bearer {token}"), 403));
    }

    @Test
    void bindsAPlainJourneyWithItsFallbacks() {
        HttpStep step = new HttpStep(
                "GET", "/items", Map.of(), Optional.empty(), Set.of(200), Map.of(), Map.of());

        assertThat(drill().system().journeys().get("look"))
                .isEqualTo(new JourneySpec(
                        "look",
                        "web",
                        Duration.ofSeconds(2),
                        Optional.empty(),
                        List.of(step),
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void bindsAJourneyThatWrites() {
        JourneySpec journey = drill().system().journeys().get("buy");

        assertThat(journey.deadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(journey.as())
                .contains(new JourneySpec.Identity(
                        "form", List.of("ann", "bob"), "${SHOP_PASSWORD}"));
        assertThat(journey.write()).isTrue();
        assertThat(journey.retryUnknown()).isTrue();
        assertThat(journey.steps().get(0).keep()).isEqualTo(Map.of("cart", "id"));
        HttpStep order = journey.steps().get(1);
        assertThat(order.statuses()).containsExactly(200, 201);
        assertThat(order.expect()).isEqualTo(Map.of("id", "{write}", "$.lines[0].n", 1));
        assertThat(order.json().orElseThrow())
                .hasToString("{id={write}, from={who}, to={peer}, cart={cart}, lines=[{n=1,"
                        + " price=2.5, gift=false, note=null}]}");
        JourneySpec.Reconcile reconcile = journey.reconcile().orElseThrow();
        assertThat(reconcile.step().path()).isEqualTo("/orders?id={write}");
        assertThat(reconcile.count()).isEqualTo("$.orders.length()");
    }

    @Test
    void bindsWhatTheDrillIsAbout() {
        Scenario drill = drill();

        assertThat(drill.title()).isEqualTo("The database host is lost while customers buy");
        assertThat(drill.file()).isEqualTo(folder.shop().resolve("db-lost.yaml"));
        assertThat(drill.about())
                .isEqualTo(new Scenario.About(
                        Optional.of("orders"),
                        Optional.of(new Scenario.Plan("BC-1", "3")),
                        Scenario.Level.NIGHTLY,
                        1,
                        "critical",
                        "It happens.",
                        Map.of("recovery", "15s..25s", "data-loss", "0")));
        assertThat(drill.customers()).isEqualTo(Map.of("buy", 50.0, "look", 0.5));
        assertThat(drill.baseline()).isEqualTo(new Scenario.Baseline(Duration.ofSeconds(5), 3));
        assertThat(drill.relayed()).containsExactly(new Link("api-1", new Endpoint("db1", 5432)));
        assertThat(drill.limit()).isEqualTo(Duration.ofMinutes(4));
        assertThat(drill.twin()).isEmpty();
    }

    @Test
    void bindsTheSteps() {
        Settings none = new Settings(Map.of());
        Settings delay = new Settings(Map.of("by", Duration.ofMillis(200), "way", "both"));

        assertThat(drill().steps())
                .containsExactly(
                        new Step.Inject(
                                new Trigger.After(Duration.ZERO),
                                "lost host",
                                new FaultSpec(
                                        "vanish",
                                        new FaultSpec.Target.RoleHolder("primary"),
                                        none)),
                        new Step.Inject(
                                new Trigger.Failing("buy", Duration.ofSeconds(2)),
                                "delay web -> api-1:8080",
                                new FaultSpec(
                                        "delay", new FaultSpec.Target.OnLink(WEB_TO_API), delay)),
                        new Step.Inject(
                                new Trigger.RoleMoved("primary"),
                                "crash api-2",
                                new FaultSpec(
                                        "crash", new FaultSpec.Target.Component("api-2"), none)),
                        new Step.Heal(
                                new Trigger.Recovered("buy", Duration.ofSeconds(4)), "lost host"),
                        new Step.Heal(
                                new Trigger.After(Duration.ofSeconds(10)),
                                "delay web -> api-1:8080"));
    }

    @Test
    void bindsTheObjectives() {
        List<Objective> objectives = drill().objectives();

        assertThat(objectives)
                .extracting(Objective::id)
                .containsExactly(
                        "recovery",
                        "availability",
                        "availability-2",
                        "no-loss",
                        "rejoined",
                        "invariant");
        Trigger recovered = new Trigger.Recovered("buy", Duration.ofSeconds(5));
        assertThat(objectives.get(0).awaits())
                .containsExactly(
                        new Await(recovered, Duration.ofSeconds(30), Await.From.FIRST_FAULT));
        assertThat(objectives.get(1).settings().get("at-least", Double.class)).isEqualTo(0.995);
        assertThat(objectives.get(3).settings().get("at-most", Integer.class)).isZero();
        assertThat(objectives.get(4).settings().text("component")).isEqualTo("lost host");
        HttpStep read = objectives.get(5).settings().get("read", HttpStep.class);
        assertThat(read.expect()).isEqualTo(Map.of("sum", 0));
        assertThat(objectives.get(5).settings().get("words", List.class)).isEqualTo(List.of("one"));
    }

    @Test
    void fillsInWhatADrillLeavesOut() {
        folder.write("shop/small.yaml", """
                drill: Small
                customers: {look: 1/s}
                steps: [{inject: {crash: web}}]
                objectives: [{recovery: {of: look, within: 5s}}]
                """);

        Scenario small = folder.read().drills().get(1);

        assertThat(small.about())
                .isEqualTo(new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()));
        assertThat(small.baseline()).isEqualTo(new Scenario.Baseline(Duration.ofSeconds(5), 0));
        assertThat(small.limit()).isEqualTo(Duration.ofMinutes(3));
        assertThat(small.relayed()).isEmpty();
        assertThat(small.name()).isEqualTo("small");
    }

    @Test
    void laysATwinOverItsDrill() {
        Scenario twin = folder.read().twins().get(0);

        assertThat(twin.twin())
                .contains(new Scenario.Twin(
                        "shop/db-lost", "No standby", "recovery", "FAIL", "RECOVERED_BY_HEAL"));
        assertThat(twin.steps()).hasSize(2);
        assertThat(twin.objectives()).isEqualTo(drill().objectives());
        assertThat(twin.customers()).isEqualTo(drill().customers());
        assertThat(twin.limit()).isEqualTo(Duration.ofMinutes(4));
        assertThat(twin.system().blueprint())
                .isEqualTo(new Blueprint.Composed(List.of(
                        folder.shop().resolve("compose.yaml"),
                        folder.shop().resolve("twins/db-lost/no-standby.compose.yaml"))));
        assertThat(twin.system().components()).doesNotContain("db2");
        assertThat(twin.system().roles().get("primary").among()).containsExactly("db1");
    }

    @Test
    void readsASystemMadeInThisJvmWhoseTwinChangesItsSettings() {
        folder.replace("shop/system.yaml", "compose: compose.yaml", """
                inprocess: pocket-shop
                components: [web, api-1, api-2, db1, db2]
                settings: {replication: synchronous, lease: 400ms}""");
        folder.replace(
                "shop/twins/db-lost/no-standby.yaml",
                "compose: no-standby.compose.yaml",
                "settings: {replication: asynchronous}");

        Reading reading = folder.read();

        assertThat(folder.problems()).isEmpty();
        assertThat(reading.drills().get(0).system().blueprint())
                .isEqualTo(new Blueprint.Inprocess(
                        "pocket-shop", Map.of("replication", "synchronous", "lease", "400ms")));
        assertThat(reading.drills().get(0).system().components())
                .containsExactly("web", "api-1", "api-2", "db1", "db2");
        assertThat(reading.twins().get(0).system().blueprint())
                .isEqualTo(new Blueprint.Inprocess(
                        "pocket-shop", Map.of("replication", "asynchronous", "lease", "400ms")));
    }
}
