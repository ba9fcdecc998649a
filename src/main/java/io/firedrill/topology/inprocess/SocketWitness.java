package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Burden;
import io.firedrill.topology.Greetings;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Looks with plain sockets of its own, and at nothing else: what a machine says of itself it does
 * not ask. Each live process answers on a port of its own with the number of lives it has had.
 */
final class SocketWitness implements Witness {
    /** How long a live process may take to answer on a busy machine. */
    private static final Duration PULSE_WITHIN = Duration.ofMillis(400);

    private static final int LONGEST_ANSWER = 64;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Places places;
    private final LinkUse use;
    private final LongSupplier nanos;
    private final Greetings greetings = new Greetings();
    private final Map<String, Long> lives = new ConcurrentHashMap<>();
    private final Map<String, Long> deaths = new ConcurrentHashMap<>();

    /**
     * Where it looks.
     *
     * @param pulses component to the port where its live process answers
     * @param nobodies component to a port of its host where nobody listens
     * @param ways where a link begins
     */
    record Places(
            Map<String, InetSocketAddress> pulses,
            Map<String, InetSocketAddress> nobodies,
            Ways ways) {}

    /** Says where a link begins. */
    @FunctionalInterface
    interface Ways {
        /** Gives where the consumer of the link finds its provider. */
        InetSocketAddress of(Link link) throws UnknownHostException;
    }

    /** What one connection showed, and the first words of the answer. */
    private record Sight(Outcome outcome, double connected, double answered, String words) {
        LinkView view() {
            return new LinkView(outcome, connected, answered, "");
        }
    }

    SocketWitness(Places places, LinkUse use, LongSupplier nanos) {
        this.places = places;
        this.use = use;
        this.nanos = nanos;
    }

    @Override
    public LinkView link(Link link, Duration atMost) {
        return greetings.look(link, hello -> look(link, hello, atMost));
    }

    @Override
    public LinkView talk(Link link, Talk talk) {
        return greetings.look(link, hello -> listen(link, Burden.on(hello, talk.burden()), talk));
    }

    private LinkView listen(Link link, String hello, Talk talk) {
        try {
            use.tried(link);
            return new LongLook(nanos, talk.atMost()).at(places.ways().of(link), hello);
        } catch (UnknownHostException nobody) {
            return new LinkView(Outcome.UNKNOWN_NAME, -1, -1, link.provider().component());
        }
    }

    private LinkView look(Link link, String hello, Duration atMost) {
        try {
            use.tried(link);
            return connect(places.ways().of(link), hello, atMost).view();
        } catch (UnknownHostException nobody) {
            return new LinkView(Outcome.UNKNOWN_NAME, -1, -1, link.provider().component());
        }
    }

    @Override
    public LinkView host(String component, Duration atMost) {
        InetSocketAddress nobody = places.nobodies().get(component);
        return nobody == null
                ? new LinkView(Outcome.BLIND, -1, -1, "there is no component '" + component + "'")
                : connect(nobody, Greetings.NONE, atMost).view();
    }

    @Override
    public String state(String component) {
        InetSocketAddress pulse = places.pulses().get(component);
        if (pulse == null) {
            return "gone";
        }
        Sight sight = connect(pulse, Greetings.NONE, PULSE_WITHIN);
        count(component, sight);
        return switch (sight.outcome()) {
            case ANSWERED -> "running";
            case DATA_SILENT -> "paused";
            case REFUSED, RESET, CLOSED -> "exited";
            default -> "gone";
        };
    }

    /** A life that is the third to answer follows two deaths; a port that refuses, one more. */
    private void count(String component, Sight sight) {
        long before = deaths.getOrDefault(component, 0L);
        if (sight.outcome() == Outcome.ANSWERED) {
            deaths.put(component, Math.max(before, Long.parseLong(sight.words()) - 1));
            lives.put(component, Long.parseLong(sight.words()));
        } else if (sight.outcome() == Outcome.REFUSED) {
            deaths.put(component, Math.max(before, lives.getOrDefault(component, 1L)));
        }
    }

    @Override
    public long deaths(String component) {
        state(component);
        return deaths.getOrDefault(component, 0L);
    }

    private Sight connect(InetSocketAddress to, String hello, Duration atMost) {
        long begin = nanos.getAsLong();
        try (Socket socket = new Socket()) {
            socket.connect(to, (int) atMost.toMillis());
            return listen(socket, hello, new Watch(begin, atMost));
        } catch (ConnectException refused) {
            return new Sight(Outcome.REFUSED, -1, -1, "");
        } catch (SocketTimeoutException silent) {
            return new Sight(Outcome.CONNECT_SILENT, -1, -1, "");
        } catch (IOException e) {
            return new Sight(Outcome.BLIND, -1, -1, String.valueOf(e.getMessage()));
        }
    }

    private record Watch(long begin, Duration atMost) {}

    private Sight listen(Socket socket, String hello, Watch watch) throws IOException {
        double connected = since(watch.begin());
        double left = watch.atMost().toMillis() - connected;
        socket.setSoTimeout((int) Math.max(1, left));
        try {
            socket.getOutputStream().write(HexFormat.of().parseHex(hello));
            return hear(socket.getInputStream(), connected, watch.begin());
        } catch (SocketTimeoutException silent) {
            return new Sight(Outcome.DATA_SILENT, connected, -1, "");
        } catch (IOException reset) {
            return new Sight(Outcome.RESET, connected, since(watch.begin()), "");
        }
    }

    private Sight hear(InputStream in, double connected, long begin) throws IOException {
        byte[] answer = new byte[LONGEST_ANSWER];
        int length = in.read(answer);
        return length < 0
                ? new Sight(Outcome.CLOSED, connected, since(begin), "")
                : new Sight(
                        Outcome.ANSWERED,
                        connected,
                        since(begin),
                        new String(answer, 0, length, US_ASCII).strip());
    }

    private double since(long begin) {
        return (nanos.getAsLong() - begin) / NANOS_PER_MILLI;
    }
}
