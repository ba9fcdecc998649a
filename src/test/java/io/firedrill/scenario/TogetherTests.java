package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.FaultSpec.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of several components at once, and between groups of them. */
class TogetherTests {
    private static final List<FaultKind> KINDS = List.of(
            FaultKind.onComponents("isolate", "part", List.of(), "off all networks"),
            FaultKind.onGroups("partition", "part", List.of(), "groups apart"),
            FaultKind.onComponents(
                    "swap-image",
                    "swap",
                    List.of(Setting.required("to", Setting.Type.IMAGE, "which image")),
                    "another image"));

    @TempDir
    private Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    private Reading read(String inject, String objective) {
        folder.write(
                "shop/together.yaml",
                "drill: Together\ncustomers: {buy: 5/s}\nsteps:\n  - inject: {" + inject
                        + "}\nobjectives:\n  - " + objective + "\n");
        Vocabulary words = Words.vocabulary();
        return new ScenarioReader(Map.of())
                .read(
                        List.of(root),
                        new Vocabulary(
                                Stream.concat(words.faults().stream(), KINDS.stream())
                                        .toList(),
                                words.objectives(),
                                Set.of("vanish", "crash", "relay", "swap", "part"),
                                words.implicit(),
                                words.reasons()));
    }

    private List<String> problems(String inject) {
        return problems(inject, "recovery: {of: buy, within: 30s}");
    }

    private List<String> problems(String inject, String objective) {
        return read(inject, objective).problems().stream()
                .map(problem -> problem.toString().replace(root + "/shop/together.yaml:", ""))
                .toList();
    }

    private Step.Inject injected(String inject) {
        Reading reading = read(inject, "recovery: {of: buy, within: 30s}");
        assertThat(reading.problems()).isEmpty();
        Scenario drill = reading.drills().stream()
                .filter(it -> it.id().equals("shop/together"))
                .findFirst()
                .orElseThrow();
        return (Step.Inject) drill.steps().get(0);
    }

    @Test
    void aListIsSeveralComponentsAtOnce() {
        Step.Inject step = injected("isolate: [api-1, primary]");

        assertThat(step.fault().target())
                .isEqualTo(new Target.Several(
                        List.of(new Target.Component("api-1"), new Target.RoleHolder("primary"))));
        assertThat(step.called()).isEqualTo("isolate api-1, primary");
    }

    @Test
    void oneNeedsNoList() {
        assertThat(injected("isolate: primary").fault().target())
                .isEqualTo(new Target.RoleHolder("primary"));
        assertThat(injected("isolate: others of primary").fault().target())
                .isEqualTo(new Target.OthersOf("primary"));
    }

    @Test
    void groupsNameRolesAndTheOthersOfARole() {
        Target target = injected("partition: [primary, [others of primary, api-1]]")
                .fault()
                .target();

        assertThat(target)
                .isEqualTo(new Target.Groups(List.of(
                        new Target.Several(List.of(new Target.RoleHolder("primary"))),
                        new Target.Several(List.of(
                                new Target.OthersOf("primary"), new Target.Component("api-1"))))));
        assertThat(target.text()).isEqualTo("primary | others of primary, api-1");
    }

    @Test
    void theNameOfAServiceStandsForEachOfItsReplicasUnlessTheImageIsSwapped() {
        folder.replace("shop/compose.yaml", "  api-2: *node", "  api-2: {<<: *node, scale: 2}");
        folder.replace("shop/db-lost.yaml", "{crash: api-2}", "{crash: api-2-1}");
        Target first = new Target.Component("api-2-1");
        Target second = new Target.Component("api-2-2");

        assertThat(injected("isolate: api-2").fault().target())
                .isEqualTo(new Target.Several(List.of(first, second)));
        assertThat(injected("isolate: api-2-2").fault().target()).isEqualTo(second);
        assertThat(injected("partition: [[api-2], [db1, api-1]]").fault().target())
                .isEqualTo(new Target.Groups(List.of(
                        new Target.Several(List.of(first, second)),
                        new Target.Several(List.of(
                                new Target.Component("db1"), new Target.Component("api-1"))))));
        assertThat(injected("swap-image: [api-1, api-2], to: tools").fault().target())
                .isEqualTo(new Target.Several(
                        List.of(new Target.Component("api-1"), new Target.Component("api-2"))));
        assertThat(problems("swap-image: api-2-1, to: tools"))
                .containsExactly("4:26: component 'api-2-1' is one of 2 replicas of 'api-2'; all"
                        + " replicas of a service are put on an image at once. Name 'api-2'");
        assertThat(problems("isolate: [api-2, api-2-1]"))
                .containsExactly("4:31: 'api-2-1' is listed twice; each once");
    }

    @ParameterizedTest
    @CsvSource({"tools", "api-2", "shop/api:2.6", "localhost:5000/shop/api@sha256:0f1e"})
    void anImageIsThatOfAServiceOrAReferenceThatSaysWhichOne(String to) {
        Step.Inject step = injected("swap-image: [api-1, api-2], to: '" + to + "'");

        assertThat(step.fault().settings().text("to")).isEqualTo(to);
    }

    @Test
    void anImageThatNobodyKnowsIsAProblem() {
        assertThat(problems("swap-image: api-1, to: tool"))
                .containsExactly("4:37: unknown image 'tool'; a service of the Compose files"
                        + " (agent, api-1, api-2, db1, db2, tools, web), or an image with its tag,"
                        + " such as portal:2.6. Did you mean 'tools'?");
        assertThat(problems("swap-image: api-1, to: 'Api 2:3'"))
                .containsExactly("4:37: to is 'Api 2:3', which is no image; allowed: a reference"
                        + " with its tag or digest, such as portal:2.6");
        assertThat(problems("swap-image: api-1"))
                .containsExactly(
                        "4:13: key 'to' is missing in fault 'swap-image';" + " needed: to");
    }

    @Test
    void aFaultOfOneComponentTakesNoList() {
        assertThat(problems("crash: [api-1, api-2]"))
                .containsExactly("4:21: fault 'crash' breaks one component at a time, and this is"
                        + " a list; allowed: a component or a role. Write a step for each");
    }

    @Test
    void oneGroupIsNoPartition() {
        assertThat(problems("partition: [[api-1, api-2]]"))
                .containsExactly("4:25: fault 'partition' has one group only; needed: two or more,"
                        + " such as [[primary], [others of primary]]");
        assertThat(problems("partition: api-1"))
                .containsExactly("4:25: partition is 'api-1'; allowed: a list");
        assertThat(problems("partition: [[], [api-1]]"))
                .containsExactly("4:26: partition is empty; at least one is needed");
    }

    @Test
    void aComponentThatCanBeInTwoGroupsIsAProblem() {
        assertThat(problems("partition: [[primary], [db1, api-1]]"))
                .containsExactly("4:37: db1 can be in two groups: as 'primary' and as 'db1'; each"
                        + " component in one group. A role goes with 'others of <role>'");
        assertThat(problems("isolate: [api-1, api-1]"))
                .containsExactly("4:31: 'api-1' is listed twice; each once");
    }

    @Test
    void whoIsUnknownIsAProblemInListsAndGroups() {
        assertThat(problems("partition: [[primary], [others of primry, api-3]]"))
                .containsExactly(
                        "4:38: unknown role 'primry'; known: primary. Did you mean 'primary'?",
                        "4:56: unknown component or role 'api-3'; known: agent, api-1, api-2, db1,"
                                + " db2, primary, web. Did you mean 'api-1'?");
    }

    @Test
    void whatSharesItsNetworkWithOthersIsNotTakenOffIt() {
        String why = "' on component 'agent' would hit others: it has network_mode 'host'; only ";
        String off = "components on networks of their own can be taken off them";
        String lost = "components with a network and processes of their own can be lost";

        assertThat(problems("isolate: [web, agent]"))
                .containsExactly("4:29: fault 'isolate" + why + off);
        assertThat(problems("vanish: agent")).containsExactly("4:22: fault 'vanish" + why + lost);
        assertThat(problems("crash: agent")).isEmpty();
    }

    @Test
    void aFaultStandsForAComponentWhereItBreaksOneOrItsFirstGroupIsOne() {
        String rejoined = "rejoined: {component: split, within: 5s}";

        assertThat(problems("isolate: [db1], called: split", rejoined)).isEmpty();
        assertThat(problems("partition: [[primary], [web, api-1]], called: split", rejoined))
                .isEmpty();
        assertThat(problems("isolate: others of primary, called: split", rejoined))
                .isEmpty();
        assertThat(problems("isolate: [db1, db2], called: split", rejoined))
                .containsExactly("6:27: fault 'split' breaks several components: db1, db2;"
                        + " a component, or a fault that breaks one, or whose first group is one."
                        + " Name the component itself");
    }

    @Test
    void theJournalsTextTellsWhoWasStruck() {
        assertThat(Struck.names("db1 | db2, etcd", "db2")).isTrue();
        assertThat(Struck.names("db1 | db2, etcd", "etcd")).isTrue();
        assertThat(Struck.names("db1", "db1")).isTrue();
        assertThat(Struck.names("db11, db2", "db1")).isFalse();
        assertThat(Struck.first("db1 | db2, etcd")).isEqualTo("db1");
        assertThat(Struck.first("web -> api:80")).isEqualTo("web -> api:80");
    }
}
