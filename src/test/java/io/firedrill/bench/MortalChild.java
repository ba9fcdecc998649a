package io.firedrill.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is there to be killed. It writes the time into a mapped file every tenth of a
 * millisecond: what stands there when it is dead is its last sign of life, by its own clock.
 */
public final class MortalChild {
    private MortalChild() {}

    /** Lives for a minute at most; {@code args[0]} is the file. */
    public static void main(String[] args) throws IOException {
        try (FileChannel channel = FileChannel.open(
                Path.of(args[0]),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer life = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            life.order(ByteOrder.nativeOrder());
            System.out.println("alive");
            long until = System.nanoTime() + 60_000_000_000L;
            for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
                life.putLong(0, now);
                LockSupport.parkNanos(50_000);
            }
        }
    }
}
