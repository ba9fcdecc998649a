package io.firedrill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Customers and the provider behind a relay. The provider reads one byte: {@code d} asks for bytes
 * without end, anything else for one byte back, with the time it was sent.
 */
final class RelayFlow implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;
    private static final int WARM_UP = 50;
    private static final int SAMPLES = 400;
    private static final double MEGA = 1e6;

    private final ServerSocket listener =
            new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long sent;

    RelayFlow() throws IOException {
        threads.execute(this::accept);
    }

    /** What a latency was off by, in milliseconds. */
    record Delays(double p50, double p99, double max) {}

    String provider() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket customer = listener.accept();
                customer.setTcpNoDelay(true);
                threads.execute(() -> serve(customer));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket customer) {
        byte[] block = new byte[BLOCK];
        try (customer) {
            int asked = customer.getInputStream().read();
            while (asked >= 0) {
                if (asked == 'd') {
                    while (true) {
                        customer.getOutputStream().write(block);
                    }
                }
                sent = System.nanoTime();
                customer.getOutputStream().write(asked);
                asked = customer.getInputStream().read();
            }
        } catch (IOException e) {
            return; // the customer has seen enough
        }
    }

    /** Reads for so long on so many connections; gives megabytes a second. */
    double megabytes(int port, int connections, double seconds) throws Exception {
        return perSecond(port, connections, seconds, (socket, until) -> {
                    byte[] block = new byte[BLOCK];
                    InputStream in = socket.getInputStream();
                    socket.getOutputStream().write('d');
                    long bytes = 0;
                    while (System.nanoTime() < until) {
                        bytes += in.read(block);
                    }
                    return bytes;
                })
                / MEGA;
    }

    /** Asks and waits in turn, on so many connections; gives answers a second. */
    double exchanges(int port, int connections, double seconds) throws Exception {
        return perSecond(port, connections, seconds, (socket, until) -> {
            long count = 0;
            while (System.nanoTime() < until) {
                socket.getOutputStream().write('x');
                count += socket.getInputStream().read() == 'x' ? 1 : 0;
            }
            return count;
        });
    }

    /** What one connection does until a time. */
    private interface Work {
        long count(Socket socket, long until) throws IOException;
    }

    private double perSecond(int port, int connections, double seconds, Work work)
            throws Exception {
        long until = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(threads.submit(() -> {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setTcpNoDelay(true);
                    return work.count(socket, until);
                }
            }));
        }
        long sum = 0;
        for (Future<Long> one : all) {
            sum += one.get();
        }
        return sum / seconds;
    }

    /**
     * Compares the time between the provider's sending and the customer's reading with a latency.
     */
    Delays delays(int port, int latencyMillis) throws IOException {
        double[] errors = new double[SAMPLES];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            for (int i = -WARM_UP; i < SAMPLES; i++) {
                socket.getOutputStream().write('x');
                socket.getInputStream().read();
                double took = (System.nanoTime() - sent) / MEGA;
                errors[Math.max(0, i)] = took - latencyMillis;
            }
        }
        Arrays.sort(errors);
        return new Delays(errors[SAMPLES / 2], errors[SAMPLES * 99 / 100], errors[SAMPLES - 1]);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
