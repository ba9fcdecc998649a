package io.firedrill.topology.relay;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses as the API writes them: {@code host:port}, {@code [v6]:port}, {@code :port}. */
final class Addresses {
    private static final int PORTS = 65_536;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]*|.*:.*");
    /** The longest run of zeros of an IPv6 address, written in full. */
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private Addresses() {}

    /**
     * An address that was read.
     *
     * @param host empty for every address of this machine
     */
    record HostPort(String host, int port) {

        /** Says whether no name has to be looked up. */
        boolean isLiteral() {
            return LITERAL.matcher(host).matches();
        }
    }

    /**
     * Reads an address.
     *
     * @throws ApiError in the words of the real server
     */
    static HostPort parse(String text) {
        if (text.isEmpty()) {
            return new HostPort("", 0);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw complaint(text, "missing port in address");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[")) {
            host = bracketed(text, colon);
        } else if (host.contains(":")) {
            throw complaint(text, "too many colons in address");
        }
        return new HostPort(host, port(text.substring(colon + 1)));
    }

    private static String bracketed(String text, int colon) {
        int end = text.indexOf(']');
        if (end < 0) {
            throw complaint(text, "missing ']' in address");
        }
        if (end + 1 != colon) {
            boolean more = end + 1 < text.length() && text.charAt(end + 1) == ':';
            throw complaint(text, more ? "too many colons in address" : "missing port in address");
        }
        return text.substring(1, end);
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[+-]?[0-9]+")) {
            throw ApiError.internal("lookup tcp/" + text + ": unknown port");
        }
        int port = text.length() > 9 ? PORTS : Integer.parseInt(text);
        if (port < 0 || port >= PORTS) {
            throw complaint(text, "invalid port");
        }
        return port;
    }

    private static ApiError complaint(String text, String what) {
        return ApiError.internal("address " + text + ": " + what);
    }

    /**
     * Looks up where to listen; may ask the name service.
     *
     * @throws ApiError when it can not be read or found
     */
    static InetSocketAddress toListenOn(String text) {
        HostPort address = parse(text);
        if (address.host().isEmpty()) {
            return new InetSocketAddress(address.port());
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(address.host());
            InetAddress first = Arrays.stream(all)
                    .min(Comparator.comparing(Addresses::isSix))
                    .orElse(all[0]);
            return new InetSocketAddress(first, address.port());
        } catch (UnknownHostException e) {
            throw ApiError.internal("lookup " + address.host() + ": no such host");
        }
    }

    private static boolean isSix(InetAddress address) {
        return !(address instanceof Inet4Address);
    }

    /**
     * Looks up where to dial; may ask the name service unless it is a literal.
     *
     * @return the addresses to try, in order; none where it can not be read or found
     */
    static List<InetSocketAddress> toDial(HostPort address) {
        try {
            InetAddress[] all = address.host().isEmpty()
                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                    : InetAddress.getAllByName(address.host());
            return Arrays.stream(all)
                    .map(one -> new InetSocketAddress(one, address.port()))
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Writes an address as it was asked for; one without a host has none. */
    static String text(String asked, InetSocketAddress resolved) {
        boolean bare = parse(asked).host().isEmpty();
        return (bare ? "" : host(resolved.getAddress())) + ":" + resolved.getPort();
    }

    /** Writes the address of a listener; one on every address is {@code [::]}. */
    static String listening(InetSocketAddress address) {
        boolean every = address.getAddress().isAnyLocalAddress();
        return (every ? "[::]" : host(address.getAddress())) + ":" + address.getPort();
    }

    private static String host(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        return "[" + ZEROS.matcher(address.getHostAddress()).replaceFirst("::") + "]";
    }
}
