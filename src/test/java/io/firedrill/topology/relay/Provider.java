package io.firedrill.topology.relay;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * What is behind a relay: answers each line {@code N} with N bytes, {@code N close} with N bytes
 * and the end, {@code N halves} with the second half only after {@link #go}.
 */
final class Provider implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final Socket port = new Socket();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);

    Provider() {
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "provider");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** Lets second halves go. */
    void go() {
        go.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket customer = listener.accept();
                open.add(customer);
                daemon(() -> serve(customer));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket customer) {
        try (customer) {
            customer.setTcpNoDelay(true);
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(customer.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null) {
                answer(line.split(" ", -1), customer.getOutputStream());
                line = line.endsWith("close") ? null : lines.readLine();
            }
        } catch (IOException e) {
            return; // the customer has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(customer);
        }
    }

    private void answer(String[] words, OutputStream out) throws IOException, InterruptedException {
        int bytes = Integer.parseInt(words[0]);
        if (words.length > 1 && words[1].equals("halves")) {
            out.write(new byte[bytes / 2]);
            go.await();
            out.write(new byte[bytes / 2]);
        } else {
            out.write(new byte[bytes]);
        }
    }

    /** Dies: refuses, and closes what is open; its port is nobody else's until it is closed. */
    void die() throws IOException {
        SocketAddress address = listener.getLocalSocketAddress();
        listener.close();
        port.setReuseAddress(true);
        await("the listener is gone, though a thread was in it")
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(1))
                .ignoreException(BindException.class)
                .until(() -> {
                    port.bind(address);
                    return true;
                });
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            port.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
