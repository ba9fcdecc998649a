package io.firedrill.topology.containers;

import io.firedrill.scenario.Endpoint;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.containers.ComposeModel.Service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where relays stand: each on the network where its consumer alone meets it, under the provider's
 * names, and on one by which it reaches the provider himself.
 *
 * @param project whose networks these are
 * @param outlets how those outside of the system are reached
 */
record RelayStand(ComposeModel model, String project, Outlets outlets) {

    /** Gives the networks that a relay joins, by key, with its names there. */
    Map<String, Object> networks(RelaySite site) {
        Map<String, Object> networks = new LinkedHashMap<>();
        networks.put(towardsProvider(site), Map.of());
        if (!site.isEntry()) {
            networks.put(meetingKey(site.consumer()), Map.of("aliases", providerNames(site)));
        }
        return networks;
    }

    /** Gives the address that a relay dials for a port. */
    String upstream(RelaySite site, int port) {
        Endpoint provider = new Endpoint(site.provider(), port);
        return outlets.leadsTo(site)
                ? outlets.address(provider).orElseThrow(() -> nobody(provider))
                : site.provider() + "." + Names.within(project, towardsProvider(site)) + ":" + port;
    }

    private static ProvisioningException nobody(Endpoint provider) {
        return new ProvisioningException("nobody takes the place of " + provider, null);
    }

    /** Names, in the overlay, the network on which only a consumer meets its relays. */
    static String meetingKey(String consumer) {
        return Names.MEETING + consumer;
    }

    private List<String> providerNames(RelaySite site) {
        Map<String, List<String>> linked = require(site.consumer()).linked();
        List<String> names = new ArrayList<>(List.of(site.provider()));
        if (!outlets.leadsTo(site)) {
            names.addAll(require(site.provider()).names());
        }
        names.addAll(linked.getOrDefault(site.provider(), List.of()));
        return names.stream().distinct().toList();
    }

    private String towardsProvider(RelaySite site) {
        if (outlets.leadsTo(site)) {
            return towardsOutside(site);
        }
        List<String> ofProvider =
                List.copyOf(require(site.provider()).networks().keySet());
        if (site.isEntry()) {
            return first(ofProvider, site);
        }
        Map<String, List<String>> ofConsumer = require(site.consumer()).networks();
        return first(ofProvider.stream().filter(ofConsumer::containsKey).toList(), site);
    }

    /** Who shares another's network can not join the one where it would meet its relay. */
    private String towardsOutside(RelaySite site) {
        if (require(site.consumer()).networkMode().isPresent()) {
            throw new ProvisioningException(noRelay(site), null);
        }
        return Outlets.KEY;
    }

    private String first(List<String> networks, RelaySite site) {
        return networks.stream()
                .findFirst()
                .orElseThrow(() -> new ProvisioningException(noRelay(site), null));
    }

    private String noRelay(RelaySite site) {
        return "no relay fits on '" + site.links().get(0) + "': " + whyNot(site);
    }

    private String whyNot(RelaySite site) {
        for (String name : List.of(site.consumer(), site.provider())) {
            Service service = model.services().get(name);
            if (service != null && service.networkMode().isPresent()) {
                return "service '" + name + "' has network_mode '"
                        + service.networkMode().get()
                        + "'; both ends must be on networks of the Compose file";
            }
        }
        return "'" + site.consumer() + "' and '" + site.provider() + "' share no network";
    }

    private Service require(String name) {
        Service service = model.services().get(name);
        if (service == null) {
            throw new ProvisioningException(
                    "the Compose files as run have no service '" + name + "'; there are: "
                            + String.join(", ", model.services().keySet()),
                    null);
        }
        return service;
    }
}
