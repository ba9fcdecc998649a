package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The thread of a relay, where others meet it at a bad moment. */
final class LoopTests {
    @Test
    void endsAlsoWhereItIsClosedWhileItClosesAChannel() throws IOException, InterruptedException {
        Loop loop = Loop.start(System::nanoTime);
        SocketChannel channel = SocketChannel.open();
        AtomicReference<Thread> own = new AtomicReference<>();
        Thread closer = new Thread(loop::close);

        loop.execute(() -> {
            own.set(Thread.currentThread());
            loop.close(channel);
            closer.start();
            // It has said so, and waits for the end.
            await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        });
        await().until(() -> own.get() != null);

        await().until(() -> !own.get().isAlive());
        closer.join();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoCallsItAfterItsEndIsTold() throws IOException {
        Loop loop = Loop.start(System::nanoTime);
        loop.close();

        assertThatThrownBy(() -> loop.call(() -> 1))
                .isInstanceOf(DrillException.class)
                .hasMessage("the relay is closed");
    }
}
