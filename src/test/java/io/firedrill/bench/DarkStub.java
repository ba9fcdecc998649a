package io.firedrill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The truth of the benchmarks: a program of its own (a child process, so that it shares neither
 * pauses nor code with what measures it) that answers HTTP on a loopback port, goes dark when told
 * to, and prints by its own stamps when it did and when it was light again. One thread does all, so
 * no request is served after the stamp of the darkness nor before that of the light.
 *
 * <p>Lines it reads: {@code dark <kind> <nanos>}, {@code log} (forget the arrivals), {@code dump
 * <file>} (write their stamps down). Lines it prints: {@code port <n>}, {@code dark}, {@code truth
 * <dark from> <dark by> <light from> <light by> <able>}, {@code dumped <n>}.
 *
 * <p>A thawed stub is able to serve at once, but light only when the first customer who is still
 * there has been answered: the requests of those who have given up come first.
 */
public final class DarkStub {
    private static final byte[] OK = answer("200 OK");
    private static final byte[] ILL = answer("503 Service Unavailable");
    private static final int MOST_ARRIVALS = 4_000_000;

    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();
    private final long[] arrivals = new long[MOST_ARRIVALS];
    private final OutputStream out;
    private final long work;
    private ServerSocketChannel listener;
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private int arrived;
    private Kind kind;
    private long[] darkened = {0, 0};
    private long until;
    private long thawed;

    /** The ways to be dark. */
    enum Kind {
        REFUSE,
        RESET,
        BLACKHOLE,
        STATUS,
        FROZEN
    }

    private DarkStub(OutputStream out, long work) throws IOException {
        this.out = out;
        this.work = work;
        listen();
    }

    /**
     * Runs until its standard input ends; {@code args[0]} is the nanoseconds of work a request
     * takes.
     */
    public static void main(String[] args) throws IOException {
        DarkStub stub = new DarkStub(System.out, Long.parseLong(args[0]));
        Thread reader = new Thread(stub::readOrders, "orders");
        reader.setDaemon(true);
        reader.start();
        stub.say("port " + stub.address.getPort());
        stub.run();
    }

    private static byte[] answer(String status) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nok")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void readOrders() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                orders.add(line);
                selector.wakeup();
            }
        } catch (IOException gone) {
            // who gave the orders is gone, and so is the reason to be here
        }
        System.exit(0);
    }

    private void say(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void listen() throws IOException {
        listener = ServerSocketChannel.open();
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(address, 4096);
        address = (InetSocketAddress) listener.getLocalAddress();
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    private void run() throws IOException {
        while (true) {
            if (kind == null) {
                selector.select();
            } else {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    light();
                } else if (left < 2_000_000) {
                    selector.selectNow();
                } else {
                    selector.select(left / 1_000_000 - 1);
                }
            }
            for (String order = orders.poll(); order != null; order = orders.poll()) {
                obey(order.split(" "));
            }
            serve();
        }
    }

    private void obey(String[] words) throws IOException {
        switch (words[0]) {
            case "dark" -> dark(Kind.valueOf(words[1]), Long.parseLong(words[2]));
            case "log" -> arrived = 0;
            case "dump" -> dump(Path.of(words[1]));
            default -> throw new IOException("unknown order: " + words[0]);
        }
    }

    private void dark(Kind next, long nanos) throws IOException {
        long begin = System.nanoTime();
        if (next == Kind.REFUSE) {
            listener.close();
        }
        if (next == Kind.REFUSE || next == Kind.RESET) {
            resetAll();
        }
        darkened = new long[] {begin, System.nanoTime()};
        kind = next;
        until = begin + nanos;
        say("dark");
        if (next == Kind.FROZEN) {
            for (long left = nanos; left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            kind = null;
            thawed = System.nanoTime();
        }
    }

    private void light() throws IOException {
        long begin = System.nanoTime();
        if (kind == Kind.REFUSE) {
            listen();
        }
        kind = null;
        tell(begin, System.nanoTime(), begin);
    }

    private void tell(long begin, long end, long able) throws IOException {
        say("truth " + darkened[0] + " " + darkened[1] + " " + begin + " " + end + " " + able);
    }

    private void resetAll() throws IOException {
        List<SelectionKey> open = new ArrayList<>(selector.keys());
        for (SelectionKey key : open) {
            if (key.channel() instanceof SocketChannel channel) {
                reset(channel);
            }
        }
        selector.selectNow();
    }

    private static void reset(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    private void serve() throws IOException {
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            if (!key.isValid()) {
                continue;
            }
            if (key.isAcceptable()) {
                accept();
            } else {
                read(key);
            }
        }
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel channel = accepted();
            if (channel == null) {
                return;
            } else if (kind == Kind.RESET) {
                reset(channel);
            } else {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_READ);
            }
        }
    }

    /** Customers who can not come in for want of file handles wait outside. */
    private SocketChannel accepted() {
        try {
            return listener.accept();
        } catch (IOException full) {
            return null;
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        in.clear();
        try {
            int read = channel.read(in);
            if (read < 0) {
                channel.close();
            } else if (read > 0 && kind != Kind.BLACKHOLE) {
                int requests = requests();
                long begin = System.nanoTime();
                boolean first = thawed != 0 && channel.read(in.clear()) == 0;
                answer(channel, requests);
                if (first) {
                    tell(begin, System.nanoTime(), thawed);
                    thawed = 0;
                }
            }
        } catch (IOException gone) {
            channel.close();
        }
    }

    private int requests() {
        in.flip();
        int ends = 0;
        for (int at = 3; at < in.limit(); at++) {
            boolean end = in.get(at) == '\n' && in.get(at - 1) == '\r' && in.get(at - 2) == '\n';
            ends += end ? 1 : 0;
        }
        return ends;
    }

    private void answer(SocketChannel channel, int requests) throws IOException {
        for (int each = 0; each < requests; each++) {
            long now = System.nanoTime();
            if (arrived < MOST_ARRIVALS) {
                arrivals[arrived++] = now;
            }
            while (System.nanoTime() - now < work) {
                Thread.onSpinWait();
            }
            channel.write(ByteBuffer.wrap(kind == Kind.STATUS ? ILL : OK));
        }
    }

    private void dump(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            LongBuffer longs =
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, 8L * arrived).asLongBuffer();
            longs.put(arrivals, 0, arrived);
        }
        say("dumped " + arrived);
    }
}
