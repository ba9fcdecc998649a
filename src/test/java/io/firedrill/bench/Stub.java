package io.firedrill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A {@link DarkStub} in a child process. Used by one thread. */
final class Stub implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final OutputStream orders;
    private final InetSocketAddress address;

    private Stub(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.US_ASCII);
        this.orders = process.getOutputStream();
        int port = Integer.parseInt(hear()[1]);
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * What the stub itself says of one outage, in nanoseconds of {@link System#nanoTime}: it became
     * dark at some instant of {@code [darkFrom, darkBy]}, and light at one of {@code [lightFrom,
     * lightBy]}; it ran again from {@code able} on.
     */
    record Truth(long darkFrom, long darkBy, long lightFrom, long lightBy, long able) {
        long shortest() {
            return lightFrom - darkBy;
        }

        long longest() {
            return lightBy - darkFrom;
        }
    }

    /** Starts one that works for a time on each request. */
    static Stub start(Duration work) {
        return new Stub(Children.java(DarkStub.class, List.of("-Xmx128m"), "" + work.toNanos()));
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Tells it to go dark, and waits until it says that it is. */
    void darken(DarkStub.Kind kind, Duration lasting) {
        tell("dark " + kind + " " + lasting.toNanos());
        hear();
    }

    /** Waits until it is light again, and gives its truth. */
    Truth truth() {
        String[] words = hear();
        return new Truth(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }

    void forgetArrivals() {
        tell("log");
    }

    /** Gives the stamps of the requests that arrived since the log was emptied, in order. */
    long[] arrivals() {
        try {
            Path file = Files.createTempFile("arrivals", ".bin");
            tell("dump " + file);
            int count = Integer.parseInt(hear()[1]);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            Files.delete(file);
            long[] stamps = new long[count];
            bytes.asLongBuffer().get(stamps);
            Arrays.sort(stamps);
            return stamps;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String[] hear() {
        try {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("the stub is gone");
            }
            return line.split(" ");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Children.end(process, Duration.ofSeconds(2));
    }
}
