package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.Endpoint;
import io.firedrill.topology.ProvisioningException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OverlayTests {
    private static final Labels LABELS =
            new Labels(new Owner(7, 42, "boot", "9"), "r1", "fd-r1-lost-abc123", false);
    private static final RelaySite LINK =
            new RelaySite("clerk-1", "till", new TreeSet<>(Set.of(8000, 8001)));
    private static final RelaySite ENTRY =
            new RelaySite("customers", "till", new TreeSet<>(Set.of(8000)));

    @Test
    void laysRelaysWitnessAndLabelsOverASystem() throws IOException {
        String yaml = YamlText.of(overlay(shop(), List.of(LINK, ENTRY), false).file());

        assertThat(yaml).isEqualTo(golden("overlay.golden.yaml"));
    }

    @Test
    void publishesOnLoopbackWhereAddressesCannotBeReached() {
        Overlay overlay = overlay(shop(), List.of(LINK, ENTRY), true);

        assertThat(service(overlay, ENTRY.service()))
                .containsEntry("ports", List.of("127.0.0.1::8474", "127.0.0.1::8000"));
        assertThat(service(overlay, LINK.service()))
                .containsEntry("ports", List.of("127.0.0.1::8474"));
    }

    @Test
    void dialsTheProviderByTheNameOfItsRealNetwork() {
        Overlay overlay = overlay(shop(), List.of(LINK), false);

        assertThat(overlay.upstream(LINK, 8001)).isEqualTo("till.fd-r1-lost-abc123_default:8001");
    }

    @Test
    void aRelayToSomebodyOutsideStandsOnANetworkOfItsOwnAndBearsHisName() {
        RelaySite mail = new RelaySite("clerk-1", "mail", new TreeSet<>(Set.of(25)));
        Outlets outlets = new Outlets(
                "fd-r1-lost-abc123_firedrill-outside",
                Map.of(new Endpoint("mail", 25), "172.20.0.1:40001"),
                false);

        Overlay overlay = overlay(shop(), List.of(mail), outlets);

        assertThat(overlay.upstream(mail, 25)).isEqualTo("172.20.0.1:40001");
        assertThat(service(overlay, "firedrill-relay-clerk-1-mail"))
                .doesNotContainKey("extra_hosts")
                .containsEntry(
                        "networks",
                        Map.of(
                                "firedrill-outside",
                                Map.of(),
                                "00-clerk-1",
                                Map.of("aliases", List.of("mail"))));
        assertThat(network(overlay, "firedrill-outside"))
                .isEqualTo(Map.of("name", "fd-r1-lost-abc123_firedrill-outside", "external", true));
        assertThat(service(overlay, Overlay.WITNESS).get("networks"))
                .isEqualTo(Map.of("default", Map.of()));
    }

    @Test
    void aRelayThatKnowsThisMachineByNameIsToldTheName() {
        RelaySite mail = new RelaySite("clerk-1", "mail", new TreeSet<>(Set.of(25)));
        Outlets outlets = new Outlets(
                "outside", Map.of(new Endpoint("mail", 25), "host.docker.internal:40001"), true);

        Overlay overlay = overlay(shop(), List.of(LINK, mail), outlets);

        assertThat(service(overlay, mail.service()))
                .containsEntry("extra_hosts", List.of("host.docker.internal:host-gateway"));
        assertThat(service(overlay, LINK.service())).doesNotContainKey("extra_hosts");
    }

    @Test
    void refusesALinkToSomebodyOutsideFromAConsumerWithoutANetworkOfItsOwn() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"clerk-1": {"image": "x", "network_mode": "service:till"}}}""");
        RelaySite mail = new RelaySite("clerk-1", "mail", new TreeSet<>(Set.of(25)));
        Outlets outlets =
                new Outlets("outside", Map.of(new Endpoint("mail", 25), "10.0.0.1:1"), false);

        assertThatThrownBy(() -> overlay(model, List.of(mail), outlets).file())
                .hasMessage(
                        "no relay fits on 'clerk-1 -> mail:25': service 'clerk-1' has network_mode"
                                + " 'service:till'; both ends must be on networks of the Compose"
                                + " file");
    }

    @Test
    void keepsTheApiAwayFromThePortsThatARelayCarries() {
        RelaySite site = new RelaySite("a", "b", new TreeSet<>(Set.of(8474, 8475)));

        assertThat(site.apiPort()).isEqualTo(8476);
    }

    @Test
    void neverLetsComposeTakeADollarSignForAVariable() {
        assertThat(YamlText.of(Map.of("image", "a/${HOME}:$1")))
                .isEqualTo("\"image\": \"a/$${HOME}:$$1\"\n");
    }

    @Test
    void quotesWhatYamlWouldMisread() {
        String hostile = "x: [1]\nservices: {evil: {privileged: true}}";

        String yaml = YamlText.of(Map.of("image", hostile, "run", "1e5"));

        assertThat(yaml.strip().lines())
                .containsExactlyInAnyOrder(
                        "\"image\": \"x: [1]\\nservices: {evil: {privileged: true}}\"",
                        "\"run\": \"1e5\"");
    }

    @Test
    void keepsTheNamesByWhichOthersFindAContainer() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"till": {"image": "x", "container_name": "my-till",
                                       "networks": {"back": {"aliases": ["drawer"]}, "side": null}},
                              "agent": {"image": "x", "container_name": "my-agent", "network_mode": "host"},
                              "clerk-1": {"image": "x", "networks": {"back": null},
                                          "links": ["till:cash", "till"],
                                          "depends_on": {"till": {"condition": "service_healthy"}}}},
                 "networks": {"back": {}, "side": {}}}""");

        Overlay overlay = overlay(model, List.of(LINK), false);

        Map<String, Object> named = Map.of("aliases", List.of("my-till"));
        assertThat(service(overlay, "till"))
                .containsEntry("container_name", YamlText.Reset.NULL)
                .containsEntry("networks", Map.of("back", named, "side", named));
        assertThat(service(overlay, "agent")).doesNotContainKey("networks");
        assertThat(service(overlay, LINK.service()).get("networks"))
                .isEqualTo(Map.of(
                        "back",
                        Map.of(),
                        "00-clerk-1",
                        Map.of("aliases", List.of("till", "drawer", "my-till", "cash"))));
        assertThat(service(overlay, "clerk-1"))
                .containsEntry("links", YamlText.Reset.LIST)
                .containsEntry(
                        "depends_on",
                        Map.of(
                                "till",
                                Map.of("condition", "service_healthy"),
                                LINK.service(),
                                Map.of("condition", "service_started")));
    }

    @Test
    void leavesAddressesToDockerSoThatTwoRunsFindRoom() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"till": {"image": "x", "networks": {"back": null}}},
                 "networks": {"back": {"name": "fixed", "ipam": {"config": [{"subnet": "10.1.0.0/24"}]}},
                              "side": {"ipam": {}}}}""");

        Overlay overlay = overlay(model, List.of(), false);

        assertThat(network(overlay, "back"))
                .containsEntry("name", "fd-r1-lost-abc123_back")
                .containsEntry("ipam", YamlText.Reset.NULL);
        assertThat(network(overlay, "side")).doesNotContainKey("ipam");
    }

    @Test
    void knowsHowManyContainersAServiceHas() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"a": {"deploy": {"replicas": 3}}, "b": {"scale": 2}, "c": {}}}""");

        assertThat(model.services().get("a").replicas()).isEqualTo(3);
        assertThat(model.services().get("b").replicas()).isEqualTo(2);
        assertThat(model.services().get("c").replicas()).isEqualTo(1);
    }

    @Test
    void refusesVolumesAndNetworksThatAreNotPartOfTheSystem() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"till": {"image": "x", "networks": {"default": null}}},
                 "networks": {"default": {}}, "volumes": {"ledger": {"external": true}}}""");

        assertThatThrownBy(() -> overlay(model, List.of(), false).file())
                .isInstanceOf(ProvisioningException.class)
                .hasMessage(
                        "'ledger' is external: what is not part of the system cannot be drilled and must not"
                                + " be touched; define it in the Compose file itself");
    }

    @Test
    void refusesALinkWhoseConsumerHasNoNetworkOfItsOwn() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"till": {"image": "x", "networks": {"default": null}},
                              "clerk-1": {"image": "x", "network_mode": "host"}},
                 "networks": {"default": {}}}""");

        assertThatThrownBy(() -> overlay(model, List.of(LINK), false).file())
                .hasMessage(
                        "no relay fits on 'clerk-1 -> till:8000': service 'clerk-1' has network_mode 'host';"
                                + " both ends must be on networks of the Compose file");
    }

    @Test
    void refusesALinkBetweenServicesThatShareNoNetwork() {
        ComposeModel model = ComposeModel.read("""
                {"services": {"till": {"image": "x", "networks": {"back": null}},
                              "clerk-1": {"image": "x", "networks": {"front": null}}},
                 "networks": {"back": {}, "front": {}}}""");

        assertThatThrownBy(() -> overlay(model, List.of(LINK), false).file())
                .hasMessage(
                        "no relay fits on 'clerk-1 -> till:8000': 'clerk-1' and 'till' share no network");
    }

    @Test
    void namesTheServicesWhereALinkNamesOneThatIsNotThere() {
        RelaySite wrong = new RelaySite("clerk-1", "tilt", new TreeSet<>(Set.of(1)));

        assertThatThrownBy(() -> overlay(shop(), List.of(wrong), false).file())
                .hasMessage(
                        "the Compose files as run have no service 'tilt'; there are: clerk-1, till");
    }

    @SuppressWarnings("unchecked") // parsed YAML: maps of texts to objects
    private static Map<String, Object> service(Overlay overlay, String name) {
        return (Map<String, Object>)
                ((Map<String, Object>) overlay.file().get("services")).get(name);
    }

    @SuppressWarnings("unchecked") // parsed YAML: maps of texts to objects
    private static Map<String, Object> network(Overlay overlay, String key) {
        return (Map<String, Object>)
                ((Map<String, Object>) overlay.file().get("networks")).get(key);
    }

    private static ComposeModel shop() {
        return ComposeModel.read("""
                {"services": {
                   "clerk-1": {"image": "x", "networks": {"default": null}},
                   "till": {"build": {}, "image": "t", "ports": [{"target": 8000}], "container_name": "till",
                            "networks": {"default": {"aliases": ["drawer"]}}}},
                 "networks": {"default": {"name": "shop_default"}},
                 "volumes": {"drawer": {"name": "shop_drawer"}}}""");
    }

    private static Overlay overlay(ComposeModel model, List<RelaySite> sites, boolean publish) {
        return overlay(model, sites, publish, Outlets.NONE);
    }

    private static Overlay overlay(ComposeModel model, List<RelaySite> sites, Outlets outlets) {
        return overlay(model, sites, false, outlets);
    }

    private static Overlay overlay(
            ComposeModel model, List<RelaySite> sites, boolean publish, Outlets outlets) {
        return new Overlay(
                model,
                sites,
                LABELS,
                Map.of("till", "release:7"),
                Set.of("till"),
                true,
                Path.of("/tmp/run"),
                publish,
                outlets);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = OverlayTests.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
