package io.firedrill.topology;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What to say to a provider so that it answers. Whether data is late, or swallowed, shows only
 * where there is data: a server that closes at a greeting it does not know closes as quickly behind
 * a relay that delays what it sends. The greeting that was answered first is kept for the link.
 */
public final class Greetings {
    /** Says nothing. */
    public static final String NONE = "";

    /**
     * As hexadecimal digits: a request of HTTP; the question of PostgreSQL's protocol whether it
     * speaks TLS (SSLRequest); a command that Redis and others answer. Servers that speak first
     * (SMTP, SSH, MySQL) answer whatever is said.
     */
    private static final List<String> KNOWN =
            List.of(hex("GET / HTTP/1.0\r\n\r\n"), "0000000804d2162f", hex("PING\r\n"));

    private final Map<Link, String> answered = new ConcurrentHashMap<>();

    /** Looks with the greeting that is known to be answered, or tries one after the other. */
    public LinkView look(Link link, Function<String, LinkView> probe) {
        String known = answered.get(link);
        if (known != null) {
            return probe.apply(known);
        }
        for (String greeting : KNOWN.subList(0, KNOWN.size() - 1)) {
            LinkView view = probe.apply(greeting);
            if (view.outcome() == Outcome.ANSWERED) {
                answered.put(link, greeting);
            }
            if (!listens(view)) {
                return view;
            }
        }
        return probe.apply(KNOWN.get(KNOWN.size() - 1));
    }

    /** Says whether somebody is there who did not take to the greeting. */
    private static boolean listens(LinkView view) {
        return view.outcome() == Outcome.CLOSED
                || view.outcome() == Outcome.RESET
                || view.outcome() == Outcome.DATA_SILENT;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
