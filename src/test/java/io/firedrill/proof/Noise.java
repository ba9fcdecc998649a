package io.firedrill.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A bad neighbour: for each core a thread that is busy half of the time, and one that writes to the
 * disk and waits for it. Ends with {@link #close}, or with the JVM.
 */
final class Noise implements AutoCloseable {
    private static final long HALF = Duration.ofMillis(10).toNanos();
    private static final int BLOCK = 256 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private Noise() {}

    /** Begins to disturb; the file is written again and again. */
    static Noise start(Path file) {
        Noise noise = new Noise();
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            noise.begin("proof-noise-cpu", noise::burn);
        }
        noise.begin("proof-noise-disk", () -> noise.write(file));
        return noise;
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void burn() {
        while (!over) {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < HALF) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(HALF);
        }
    }

    private void write(Path file) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!over) {
                out.write(block.rewind(), out.position() % LARGEST);
                out.position((out.position() + BLOCK) % LARGEST);
                out.force(true);
                LockSupport.parkNanos(HALF);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the noise can not be written", e);
        }
    }

    /** Ends it; on return nothing of it is left. */
    @Override
    public void close() throws IOException {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes the file away that was written. */
    static void clean(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
