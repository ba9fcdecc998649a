package io.firedrill.topology.containers;

import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.containers.ComposeModel.Service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Compose file that we lay over the system's own: labels, relays, witness, hands.
 *
 * <p>A relay finds its way between consumer and provider by names alone: the consumer joins one
 * more network whose name sorts before all others, where the relay bears the provider's names;
 * Docker's DNS asks a container's networks in the order of their names. The relay itself dials
 * {@code <provider>.<network>}, a name that only the real network answers.
 *
 * @param model the system's own files, resolved
 * @param sites the relays
 * @param labels labels for everything
 * @param images service to the image it runs instead of its own
 * @param replaced services whose image the run replaces, which therefore are not built
 * @param hands true where a fault needs to reach into components
 * @param folder where the relays' configurations lie
 * @param publish true where container addresses cannot be reached from here
 * @param outlets how relays reach those outside of the system
 */
record Overlay(
        ComposeModel model,
        List<RelaySite> sites,
        Labels labels,
        Map<String, String> images,
        Set<String> replaced,
        boolean hands,
        Path folder,
        boolean publish,
        Outlets outlets) {

    /** How the names of all services begin that are ours. */
    static final String OURS = "firedrill-";

    /** Service name of the witness. */
    static final String WITNESS = OURS + "witness";
    /** Service name of the hands. */
    static final String HANDS = OURS + "hands";

    private static final String LOOPBACK = "127.0.0.1";

    /** Gives the whole file, ready to be written as YAML. */
    Map<String, Object> file() {
        refuseExternals();
        Map<String, Object> services = new LinkedHashMap<>();
        model.services().forEach((name, service) -> services.put(name, service(name, service)));
        sites.forEach(site -> services.put(site.service(), relay(site)));
        services.put(WITNESS, witness());
        if (hands) {
            services.put(HANDS, handsService());
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("services", services);
        file.put("networks", networks());
        if (!model.volumes().isEmpty()) {
            file.put("volumes", volumes());
        }
        return file;
    }

    private void refuseExternals() {
        Map<String, Boolean> all = new TreeMap<>(model.networks());
        all.putAll(model.volumes());
        all.forEach((key, external) -> {
            if (external) {
                throw new ProvisioningException(
                        "'" + key
                                + "' is external: what is not part of the system cannot be drilled"
                                + " and"
                                + " must not be touched; define it in the Compose file itself",
                        null);
            }
        });
    }

    private Map<String, Object> service(String name, Service service) {
        Map<String, Object> out = new LinkedHashMap<>();
        Optional.ofNullable(images.get(name)).ifPresent(image -> out.put("image", image));
        if (service.built() && replaced.contains(name)) {
            out.put("build", YamlText.Reset.NULL);
        }
        if (service.named().isPresent()) {
            out.put("container_name", YamlText.Reset.NULL);
        }
        if (service.publishes()) {
            out.put("ports", YamlText.Reset.LIST);
        }
        List<RelaySite> own =
                sites.stream().filter(site -> site.consumer().equals(name)).toList();
        if (!own.isEmpty()) {
            out.put("depends_on", dependsOn(own, service));
            if (!service.linked().isEmpty()) {
                out.put("links", YamlText.Reset.LIST);
            }
        }
        boolean found = service.named().isPresent() && !service.networks().isEmpty();
        if (!own.isEmpty() || found) {
            out.put("networks", joined(name, service, !own.isEmpty()));
        }
        out.put("labels", labels.asMap());
        return out;
    }

    /** With those that its links made it wait for. */
    private static Map<String, Object> dependsOn(List<RelaySite> relays, Service service) {
        Map<String, Object> out = new LinkedHashMap<>();
        service.linked()
                .keySet()
                .forEach(provider -> out.put(
                        provider,
                        Map.of(
                                "condition",
                                service.awaited().getOrDefault(provider, "service_started"))));
        relays.forEach(relay -> out.put(relay.service(), Map.of("condition", "service_started")));
        return out;
    }

    /** A container's own name is a name to others as well, and stays one when it is taken away. */
    private static Map<String, Object> joined(String name, Service service, boolean relayed) {
        Map<String, Object> out = new LinkedHashMap<>();
        Map<String, Object> own = service.named()
                .<Map<String, Object>>map(alias -> Map.of("aliases", List.of(alias)))
                .orElse(Map.of());
        service.networks().keySet().forEach(key -> out.put(key, own));
        if (relayed) {
            out.put(RelayStand.meetingKey(name), Map.of());
        }
        return out;
    }

    private Map<String, Object> relay(RelaySite site) {
        Map<String, Object> out = ours(Images.TOXIPROXY);
        out.put(
                "command",
                List.of("-host=0.0.0.0", "-port=" + site.apiPort(), "-config=/relay.json"));
        out.put("environment", Map.of("LOG_LEVEL", "info"));
        Map<String, Object> mount = new LinkedHashMap<>();
        mount.put("type", "bind");
        mount.put("source", folder.resolve(site.service() + ".json").toString());
        mount.put("target", "/relay.json");
        mount.put("read_only", true);
        out.put("volumes", List.of(mount));
        out.put("networks", stand().networks(site));
        if (outlets.leadsTo(site) && outlets.byName()) {
            out.put("extra_hosts", List.of(Outlets.KNOW_MACHINE));
        }
        if (publish) {
            out.put("ports", published(site));
        }
        return out;
    }

    private List<String> published(RelaySite site) {
        List<String> ports = new ArrayList<>();
        ports.add(LOOPBACK + "::" + site.apiPort());
        if (site.isEntry()) {
            site.ports().forEach(port -> ports.add(LOOPBACK + "::" + port));
        }
        return ports;
    }

    private Map<String, Object> witness() {
        Map<String, Object> out = ours(Images.HANDS);
        Map<String, Object> networks = new LinkedHashMap<>();
        model.services()
                .values()
                .forEach(service ->
                        service.networks().keySet().forEach(key -> networks.put(key, Map.of())));
        out.put("networks", networks);
        return out;
    }

    private Map<String, Object> handsService() {
        Map<String, Object> out = ours(Images.HANDS);
        out.put("pid", "host");
        // What nsenter and iptables need, and no more: "privileged" would give the machine away.
        out.put("cap_add", List.of("NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE"));
        out.put("security_opt", List.of("apparmor=unconfined"));
        out.put("network_mode", "none");
        return out;
    }

    private Map<String, Object> ours(String image) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("image", image);
        out.put("pull_policy", "never");
        out.put("restart", "no");
        out.put("labels", labels.asMap());
        return out;
    }

    private Map<String, Object> networks() {
        Map<String, Object> out = new LinkedHashMap<>();
        model.networks().keySet().forEach(key -> {
            Map<String, Object> network = labelled(networkName(key));
            if (model.addressed().contains(key)) {
                network.put("ipam", YamlText.Reset.NULL);
            }
            out.put(key, network);
        });
        sites.stream()
                .filter(site -> !site.isEntry())
                .map(RelaySite::consumer)
                .distinct()
                .forEach(consumer -> out.put(
                        RelayStand.meetingKey(consumer),
                        labelled(Names.meeting(labels.project(), consumer))));
        if (!outlets.isEmpty()) {
            // Made before, since its gateway had to be known: Compose leaves it as it is.
            out.put(Outlets.KEY, Map.of("name", outlets.network(), "external", true));
        }
        return out;
    }

    private Map<String, Object> volumes() {
        Map<String, Object> out = new LinkedHashMap<>();
        model.volumes()
                .keySet()
                .forEach(key -> out.put(key, labelled(Names.within(labels.project(), key))));
        return out;
    }

    private Map<String, Object> labelled(String name) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("labels", labels.asMap());
        return out;
    }

    /** Gives the address that a relay dials for a port. */
    String upstream(RelaySite site, int port) {
        return stand().upstream(site, port);
    }

    /** Gives the Docker name of a network of the system. */
    String networkName(String key) {
        return Names.within(labels.project(), key);
    }

    private RelayStand stand() {
        return new RelayStand(model, labels.project(), outlets);
    }
}
