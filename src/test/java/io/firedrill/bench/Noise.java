package io.firedrill.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A bad neighbour: a child process that burns as many cores as there are and forces 4 MB at a time
 * to the disk. It ends with its standard input, and after two minutes by itself.
 */
public final class Noise {
    private static final long AT_MOST = 120_000_000_000L;

    private Noise() {}

    /** Starts one. */
    static Process start() {
        return Children.java(Noise.class, List.of("-Xmx64m"));
    }

    /** Makes noise until the standard input ends. */
    public static void main(String[] args) throws IOException {
        long until = System.nanoTime() + AT_MOST;
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            daemon(() -> {
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            });
        }
        daemon(() -> write(until));
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "noise");
        thread.setDaemon(true);
        thread.start();
    }

    private static void write(long until) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 << 20);
        try {
            Path file = Files.createTempFile("noise", ".bin");
            file.toFile().deleteOnExit();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                while (System.nanoTime() < until) {
                    bytes.clear();
                    channel.write(bytes, 0);
                    channel.force(true);
                }
            }
        } catch (IOException full) {
            // no disk to disturb: the cores are enough
        }
    }
}
