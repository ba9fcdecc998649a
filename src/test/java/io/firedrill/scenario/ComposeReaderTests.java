package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's Compose files hold, and what a drill may then do. */
class ComposeReaderTests {
    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    /** Puts something else in the place of one service's line. */
    private void with(String service, String attributes) {
        String line = folder.text("shop/compose.yaml")
                .lines()
                .filter(it -> it.startsWith("  " + service + ":"))
                .findFirst()
                .orElseThrow();
        folder.replace("shop/compose.yaml", line, "  " + service + ": {" + attributes + "}");
    }

    private List<String> problems() {
        return folder.problems().stream()
                .filter(problem -> !problem.contains("cannot be run"))
                .toList();
    }

    @Test
    void oneOfSeveralReplicasIsNamedWithItsNumberAndALinkLeadsToThemAll() {
        with("api-1", "<<: *node, deploy: {replicas: 2}");
        with("api-2", "<<: *node, scale: 3");

        assertThat(problems())
                .containsExactly("shop/db-lost.yaml:15:21: component 'api-2' has 3 replicas;"
                        + " needed: one of them: api-2-1, api-2-2, api-2-3");

        folder.replace("shop/db-lost.yaml", "{crash: api-2}", "{crash: api-2-3}");
        assertThat(folder.problems()).isEmpty();

        folder.replace("shop/db-lost.yaml", "{crash: api-2-3}", "{crash: api-2-4}");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("shop/db-lost.yaml:15:21: unknown component or role 'api-2-4'")
                .contains("api-2, api-2-1, api-2-2, api-2-3,");
    }

    @Test
    void aLinkDoesNotLeadToOneReplica() {
        with("api-1", "<<: *node, deploy: {replicas: 2}");
        folder.replace("shop/system.yaml", "api-1 -> db1", "api-1-2 -> db1");
        folder.replace("shop/db-lost.yaml", "api-1 -> db1", "api-1-2 -> db1");

        assertThat(problems())
                .containsExactly("shop/system.yaml:9:5: component 'api-1-2' is one of 2 replicas of"
                        + " 'api-1'; links and entries lead to all of them. Name 'api-1'");
    }

    @Test
    void aRoleAmongAServiceIsAmongItsReplicas() {
        with("db1", "<<: *node, scale: 2");

        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().drills().get(0).system().roles().get("primary").among())
                .containsExactly("db1-1", "db1-2", "db2");
    }

    @Test
    void aServiceWithTheNameOfAReplicaIsRefused() {
        with("agent", "<<: *node, scale: 2");
        folder.replace("shop/compose.yaml", "  tools:", "  agent-2: *node\n  tools:");
        folder.replace("shop/db-lost.yaml", "{crash: api-2}", "{crash: agent-1}");

        assertThat(problems()).isEmpty();

        folder.replace("shop/db-lost.yaml", "{crash: agent-1}", "{crash: agent}");
        assertThat(problems())
                .contains(
                        "shop/db-lost.yaml:15:21: a replica of component 'agent' has the name of a"
                                + " service; replicas are called agent-1, agent-2. Give the service another"
                                + " name");
    }

    @Test
    void oneReplicaOrANumberThatOnlyComposeKnowsIsOneComponent() {
        with("api-1", "<<: *node, deploy: {replicas: 1}");
        with("api-2", "<<: *node, scale: \"${APIS}\"");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void theDefaultOfAVariableIsTakenForTheNumberOfReplicas() {
        with("api-2", "<<: *node, deploy: {replicas: \"${APIS:-2}\"}");
        folder.replace("shop/db-lost.yaml", "{crash: api-2}", "{crash: api-2-2}");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void noReplicasAtAllIsNeverStarted() {
        with("api-2", "<<: *node, deploy: {replicas: 0}");

        assertThat(problems())
                .containsExactly("shop/db-lost.yaml:15:21: component 'api-2' is never started;"
                        + " the Compose file puts it behind a profile or scales it to 0");
    }

    @Test
    void aServiceThatOthersWaitForToEndCannotBeBroken() {
        with(
                "api-1",
                "<<: *node, depends_on: {api-2: {condition: service_completed_successfully},"
                        + " db1: {condition: service_healthy}}");

        assertThat(problems())
                .containsExactly("shop/db-lost.yaml:15:21: component 'api-2' ends by itself; others"
                        + " wait for its good end (service_completed_successfully), so it does not"
                        + " run any more when a drill begins");
    }

    @Test
    void aHostIsNotLostWhereOthersShareIt() {
        with("db1", "<<: *node, pid: host");
        with("db2", "<<: *node, network_mode: \"service:web\"");

        assertThat(problems())
                .contains(
                        "shop/db-lost.yaml:11:22: fault 'vanish' on component 'db1' would hit"
                                + " others: it has pid 'host'; only components with a network and"
                                + " processes of their own can be lost",
                        "shop/db-lost.yaml:11:22: fault 'vanish' on component 'db2' would hit"
                                + " others: it has network_mode 'service:web'; only components with"
                                + " a network and processes of their own can be lost");
    }

    @Test
    void aServiceHasWhatItExtendsHere() {
        with("api-1", "extends: agent");
        folder.write(
                "shop/common/base.yaml",
                "services: {base: {image: x, profiles: [off]}, over: {extends: {service: base}}}");
        with("api-2", "extends: {file: common/base.yaml, service: over}");

        assertThat(problems())
                .contains("shop/db-lost.yaml:15:21: component 'api-2' is never started;"
                        + " the Compose file puts it behind a profile or scales it to 0")
                .contains("shop/system.yaml:9:5: component 'api-1' cannot have a relay:"
                        + " it has network_mode 'host'; only components on networks of their own"
                        + " can");
    }

    @Test
    void aServiceThatExtendsItselfIsReadToAnEnd() {
        with("api-2", "extends: {service: api-1}");
        with("api-1", "extends: {service: api-2}");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void servicesOfIncludedFilesAreComponents() {
        folder.replace("shop/compose.yaml", "  api-1: *node\n  api-2: *node\n", "");
        folder.replace("shop/compose.yaml", "services:", """
                include: [apis/compose.yaml, {path: [db/base.yaml, db/more.yaml]}]
                services:""");
        folder.write("shop/apis/compose.yaml", """
                include: [{path: one.yaml, project_directory: deep}]
                services: {api-1: {image: x}}""");
        folder.write("shop/apis/one.yaml", "include: [two.yaml]\nservices: {}");
        folder.write("shop/apis/deep/two.yaml", "services: {api-2: {image: x}}");
        folder.write("shop/db/base.yaml", "services: {cache: {image: x}}");
        folder.write("shop/db/more.yaml", "services: {cache: {profiles: [off]}}");

        assertThat(folder.problems()).isEmpty();

        folder.replace("shop/db-lost.yaml", "{crash: api-2", "{crash: cache");
        assertThat(problems())
                .containsExactly("shop/db-lost.yaml:15:21: component 'cache' is never started;"
                        + " the Compose file puts it behind a profile or scales it to 0");
    }

    @Test
    void whatCannotBeIncludedIsNamedWithItsPlaceAndNothingElseIsMissing() {
        folder.replace("shop/compose.yaml", "  api-2: *node\n", "");
        folder.replace("shop/compose.yaml", "x-node:", """
                include:
                  - ../other.yaml
                  - {path: [none.yaml]}
                  - https://example.com/shop.git
                  - "${WHERE}.yaml"
                  - compose.yaml
                  - bad/compose.yaml
                x-node:""");
        folder.write("other.yaml", "services: {}");
        folder.write("shop/bad/compose.yaml", "services: {firedrill-x: {image: x}}");

        String allowed = "; allowed: files inside the system's folder";
        assertThat(problems())
                .containsExactly(
                        "shop/bad/compose.yaml:1:12: service 'firedrill-x' has a name that"
                                + " Firedrill keeps for its own; allowed: names that do not begin"
                                + " with 'firedrill-'",
                        "shop/compose.yaml:2:5: included '../other.yaml' is no file inside the"
                                + " system's folder" + allowed,
                        "shop/compose.yaml:3:13: included 'none.yaml' is not there" + allowed,
                        "shop/compose.yaml:4:5: included 'https://example.com/shop.git' is no file"
                                + " inside the system's folder" + allowed,
                        "shop/compose.yaml:5:5: included '${WHERE}.yaml' is no file inside the"
                                + " system's folder" + allowed,
                        "shop/compose.yaml:6:5: included 'compose.yaml' includes itself" + allowed);
    }

    @Test
    void externalsThatNobodyUsesDoNotMatter() {
        folder.replace(
                "shop/compose.yaml",
                "services:",
                "networks: {other: {external: true}}\nvolumes: {old: {external: true}}\nservices:");

        assertThat(folder.problems()).isEmpty();
    }
}
