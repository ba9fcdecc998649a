package io.firedrill.topology.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a container's own network lets pass no more, in two chains of our own; loopback always
 * passes, and so does Docker's name service, which is asked over it.
 *
 * @param in rules for what comes in, without their chain
 * @param out rules for what goes out
 */
record PacketFilter(List<String> in, List<String> out) {
    /** Lets everything pass. */
    static final PacketFilter OPEN = new PacketFilter(List.of(), List.of());

    private static final String DROP = " -j DROP";

    /** Lets nothing pass. */
    static PacketFilter shut() {
        return new PacketFilter(List.of("! -i lo" + DROP), List.of("! -o lo" + DROP));
    }

    /** Lets nothing pass but what goes to a port, and the answers. */
    static PacketFilter shutBut(int port) {
        return new PacketFilter(
                List.of("-p tcp --dport " + port + " -j RETURN", "! -i lo" + DROP),
                List.of("-p tcp --sport " + port + " -j RETURN", "! -o lo" + DROP));
    }

    /** Lets nothing pass from or to some addresses. */
    static PacketFilter against(List<String> addresses) {
        return new PacketFilter(
                addresses.stream().map(it -> "-s " + it + DROP).toList(),
                addresses.stream().map(it -> "-d " + it + DROP).toList());
    }

    /** Writes it for {@code iptables-restore --noflush}: our chains are made anew at once. */
    String ipv4() {
        return text(false);
    }

    /** Writes it for {@code ip6tables-restore --noflush}. */
    String ipv6() {
        return text(true);
    }

    private String text(boolean six) {
        List<String> lines = new ArrayList<>(List.of("*filter"));
        for (String way : List.of("IN", "OUT")) {
            lines.add(":FIREDRILL-" + way + " - [0:0]");
        }
        lines.addAll(rules("IN", in, six));
        lines.addAll(rules("OUT", out, six));
        lines.add("COMMIT");
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> rules(String way, List<String> rules, boolean six) {
        return rules.stream()
                .filter(rule -> fits(rule, six))
                .map(rule -> "-A FIREDRILL-" + way + " " + rule)
                .toList();
    }

    /** A rule with an address is for the protocol of that address alone. */
    private static boolean fits(String rule, boolean six) {
        boolean addressed = rule.startsWith("-s ") || rule.startsWith("-d ");
        return !addressed || rule.contains(":") == six;
    }
}
