package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each toxin at work, on a clock that is set by hand. */
class ToxinTests {
    private static final long NEVER = Stage.NEVER;

    private final Pipe in = new Pipe(1024);
    private final Pipe out = new Pipe(1024);
    private final Toxin.Tally tally = new Toxin.Tally();
    private final Random random = new Random(1);

    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void come(int bytes, long atMillis) {
        in.put(new Chunk(ByteBuffer.allocate(bytes), ms(atMillis)));
    }

    private List<Integer> passed() {
        List<Integer> sizes = new ArrayList<>();
        while (!out.isEmpty()) {
            sizes.add(out.take().size());
        }
        return sizes;
    }

    private Stage at(Toxin toxin) {
        return toxin.stage(tally, random);
    }

    @Test
    void latencyCountsFromWhenTheBytesCame() {
        Stage stage = at(new Latency(100, 0));
        come(5, 0);

        assertThat(stage.flow(in, out, ms(30))).isEqualTo(ms(70));
        assertThat(passed()).isEmpty();
        assertThat(stage.flow(in, out, ms(100))).isEqualTo(NEVER);
        assertThat(passed()).containsExactly(5);
    }

    @Test
    void latencyOfTwoToxicsAddsUp() {
        Stage first = at(new Latency(100, 0));
        Stage second = at(new Latency(50, 0));
        Pipe last = new Pipe(1);
        come(5, 0);

        first.flow(in, out, 0);
        first.flow(in, out, ms(100));

        assertThat(second.flow(out, last, ms(100))).isEqualTo(ms(50));
    }

    @Test
    void jitterIsSpreadAroundTheLatency() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 200; i++) {
            Pipe fresh = new Pipe(1);
            fresh.put(new Chunk(ByteBuffer.allocate(1), 0));
            long wait = at(new Latency(100, 20)).flow(fresh, out, 0);
            least = Math.min(least, wait);
            most = Math.max(most, wait);
        }

        assertThat(least).isBetween(ms(80), ms(83));
        assertThat(most).isBetween(ms(116), ms(119));
    }

    @Test
    void theEndComesBehindTheDelayedBytes() {
        Stage stage = at(new Latency(100, 0));
        come(5, 0);
        in.end();

        stage.flow(in, out, 0);
        assertThat(out.ended()).isFalse();
        stage.flow(in, out, ms(100));
        assertThat(passed()).containsExactly(5);
        assertThat(out.ended()).isTrue();
    }

    @Test
    void aReleasedLatencyLosesNothing() {
        Stage stage = at(new Latency(100, 0));
        come(5, 0);
        stage.flow(in, out, 0);

        assertThat(stage.release(out)).isTrue();
        assertThat(passed()).containsExactly(5);
    }

    @Test
    void bandwidthCutsLongChunksIntoTenthsOfASecond() {
        Stage stage = at(new Bandwidth(10));
        come(2_500, 0);

        assertThat(stage.flow(in, out, 0)).isEqualTo(ms(100));
        assertThat(stage.flow(in, out, ms(100))).isEqualTo(ms(100));
        assertThat(passed()).containsExactly(1_000);
        assertThat(stage.flow(in, out, ms(200))).isEqualTo(ms(50));
        assertThat(passed()).containsExactly(1_000);
        assertThat(stage.flow(in, out, ms(250))).isEqualTo(NEVER);
        assertThat(passed()).containsExactly(500);
    }

    @Test
    void bandwidthTakesALateTimerOffTheNextWait() {
        Stage stage = at(new Bandwidth(10));
        come(100, 0);
        come(100, 0);

        stage.flow(in, out, 0);
        assertThat(stage.flow(in, out, ms(13))).isEqualTo(ms(7));
    }

    @Test
    void bandwidthOfZeroLetsNothingThrough() {
        Stage stage = at(new Bandwidth(0));
        come(100, 0);

        assertThat(stage.flow(in, out, ms(60_000))).isEqualTo(NEVER);
        assertThat(passed()).isEmpty();
        stage.release(out);
        assertThat(passed()).containsExactly(100);
    }

    @Test
    void slowCloseDelaysTheEndOnly() {
        Stage stage = at(new SlowClose(100));
        come(5, 0);
        in.end();

        assertThat(stage.flow(in, out, ms(3))).isEqualTo(ms(100));
        assertThat(passed()).containsExactly(5);
        assertThat(out.ended()).isFalse();
        stage.flow(in, out, ms(103));
        assertThat(out.ended()).isTrue();
    }

    @Test
    void timeoutIsCountedFromTheLastByte() {
        Stage stage = at(new Timeout(100));

        assertThat(stage.flow(in, out, 0)).isEqualTo(ms(100));
        come(5, 60);
        assertThat(stage.flow(in, out, ms(60))).isEqualTo(ms(100));
        assertThat(stage.flow(in, out, ms(100))).isEqualTo(ms(60));
        assertThat(out.ended()).isFalse();
        stage.flow(in, out, ms(160));
        assertThat(out.atEnd()).isTrue();
    }

    @Test
    void timeoutOfZeroSwallowsUntilTheEnd() {
        Stage stage = at(new Timeout(0));
        come(5, 0);

        assertThat(stage.flow(in, out, ms(60_000))).isEqualTo(NEVER);
        in.end();
        stage.flow(in, out, ms(60_000));
        assertThat(out.atEnd()).isTrue();
    }

    @Test
    void resetPeerWaitsForAByteAndCanNotBeStoppedThen() {
        Stage stage = at(new ResetPeer(100));

        assertThat(stage.flow(in, out, 0)).isEqualTo(NEVER);
        assertThat(stage.release(out)).isTrue();
        come(5, 1);
        assertThat(stage.flow(in, out, ms(1))).isEqualTo(ms(100));
        assertThat(stage.release(out)).isFalse();
        stage.flow(in, out, ms(101));
        assertThat(out.atEnd()).isTrue();
    }

    @Test
    void limitDataCutsTheLastChunkAndRemembersAcrossChanges() {
        come(3, 0);
        at(new LimitData(5)).flow(in, out, 0);
        assertThat(passed()).containsExactly(3);

        come(9, 0);
        at(new LimitData(10)).flow(in, out, 0);
        assertThat(passed()).containsExactly(7);
        assertThat(out.ended()).isTrue();
    }

    @Test
    void slicerCutsEveryByteOnceIntoPiecesOfAboutTheSize() {
        Deque<Integer> sizes = new ArrayDeque<>();

        new Slicer(100, 20, 0).cut(10_000, random, sizes);

        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_000);
        assertThat(sizes)
                .hasSizeBetween(80, 220)
                .allSatisfy(size -> assertThat(size).isBetween(1, 120));
    }

    @Test
    void slicerPausesAfterEachPieceAndReleasesTheRest() {
        Stage stage = at(new Slicer(10, 0, 1_000));
        come(40, 0);

        assertThat(stage.flow(in, out, 0)).isEqualTo(ms(1));
        assertThat(passed()).containsExactly(10);
        stage.flow(in, out, ms(1));
        assertThat(passed()).containsExactly(10);
        stage.release(out);
        assertThat(passed()).containsExactly(20);
    }

    @Test
    void impossibleSlicesAreNotCut() {
        for (Slicer slicer : List.of(new Slicer(0, 0, 0), new Slicer(-5, 0, 0))) {
            Deque<Integer> sizes = new ArrayDeque<>();
            slicer.cut(1_000, random, sizes);
            assertThat(sizes).containsExactly(1_000);
        }
        Deque<Integer> sizes = new ArrayDeque<>();
        new Slicer(1, 900, 0).cut(1_000, random, sizes);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
    }
}
