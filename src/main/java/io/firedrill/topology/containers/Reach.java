package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ports;

import io.firedrill.DrillException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Optional;

/** Finds the address at which a container's port is reached from this process. */
final class Reach {
    private Reach() {}

    /**
     * Says whether this process stands on Docker's own machine, where containers' addresses can be
     * reached: then the gateway of Docker's bridge is an address of ours.
     */
    static boolean isDirect(Engine engine) {
        return engine.ask("looking at Docker's bridge", docker -> {
            try {
                return docker
                        .inspectNetworkCmd()
                        .withNetworkId("bridge")
                        .exec()
                        .getIpam()
                        .getConfig()
                        .stream()
                        .map(Network.Ipam.Config::getGateway)
                        .anyMatch(Reach::isOurs);
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    private static boolean isOurs(String address) {
        try {
            return address != null
                    && NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /**
     * Gives the address of a port.
     *
     * @param direct true for the container's own address, false for the port published for it
     */
    static InetSocketAddress of(InspectContainerResponse seen, int port, boolean direct) {
        return (direct ? own(seen, port) : published(seen, port))
                .orElseThrow(() -> new DrillException("container " + seen.getName()
                        + " has no address to reach its port " + port + " at"));
    }

    private static Optional<InetSocketAddress> own(InspectContainerResponse seen, int port) {
        return seen.getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .filter(address -> address != null && !address.isEmpty())
                .findFirst()
                .map(address -> new InetSocketAddress(address, port));
    }

    private static Optional<InetSocketAddress> published(InspectContainerResponse seen, int port) {
        Ports.Binding[] bindings =
                seen.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
        if (bindings == null || bindings.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new InetSocketAddress(
                bindings[0].getHostIp(), Integer.parseInt(bindings[0].getHostPortSpec())));
    }
}
