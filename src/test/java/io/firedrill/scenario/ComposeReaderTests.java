package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's Compose files hold, and what a drill may then do. */
class ComposeReaderTests {
    private static final String SEVERAL = "; only a component of one container can be broken or"
            + " asked, for what is true of one replica is not true of all; links to and from it can"
            + " be broken, one for all replicas";

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
    void aFaultOnOneOfSeveralReplicasIsRefusedAndALinkToThemIsNot() {
        with("api-1", "<<: *node, deploy: {replicas: 2}");
        with("api-2", "<<: *node, scale: 3");

        assertThat(problems())
                .containsExactly(
                        "shop/db-lost.yaml:15:21: component 'api-2' has 3 replicas" + SEVERAL);
    }

    @Test
    void aRoleIsNotAskedOfOneOfSeveralReplicas() {
        with("db1", "<<: *node, scale: 2");

        assertThat(problems())
                .contains("shop/system.yaml:11:21: component 'db1' has 2 replicas" + SEVERAL);
    }

    @Test
    void oneReplicaOrANumberThatOnlyComposeKnowsIsOneComponent() {
        with("api-1", "<<: *node, deploy: {replicas: 1}");
        with("api-2", "<<: *node, scale: \"${APIS:-1}\"");

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
    void externalsThatNobodyUsesDoNotMatter() {
        folder.replace(
                "shop/compose.yaml",
                "services:",
                "networks: {other: {external: true}}\nvolumes: {old: {external: true}}\nservices:");

        assertThat(folder.problems()).isEmpty();
    }
}
