package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.ProgramHost;
import io.firedrill.topology.ProgramHost.ProgramOrder;
import io.firedrill.topology.ProgramHost.RunningProgram;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The customers of one journey whose attempts a program makes: it prints one line for each, which
 * becomes an {@link Event.Attempt}. A line that is none, an early end, and silence are trouble of
 * the harness, once for a journey; so the drill is INCONCLUSIVE, and says why.
 */
final class ProgramLane implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Order order;
    private final DrillClock clock;
    private final Recorder recorder;
    private final Discretion discretion;
    private final LineTimes times;
    private final Pace pace;
    private final RunningProgram program;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile long last;
    private volatile boolean closing;

    /**
     * Which customers, and where.
     *
     * @param atMost how long the drill can take at most
     */
    record Order(
            JourneySpec spec,
            double perSecond,
            InetSocketAddress address,
            SystemSpec system,
            Duration atMost) {}

    /** Starts the program. */
    ProgramLane(Order order, ProgramHost host, Recorder recorder, DrillClock clock) {
        this.order = order;
        this.clock = clock;
        this.recorder = recorder;
        this.discretion = new Discretion(order.system().secrets().values());
        this.times = new LineTimes(clock);
        this.pace = new Pace(order.spec().name(), order.perSecond(), recorder);
        this.last = clock.nanos();
        Means.Program means = (Means.Program) order.spec().means();
        this.program = host.start(new ProgramOrder(
                order.spec().name(), means, environment(order, means), this::line));
    }

    private static Map<String, String> environment(Order order, Means.Program means) {
        Placeholders secrets = Placeholders.ofSecrets(order.system().secrets());
        Map<String, String> told = new HashMap<>();
        means.environment().forEach((name, value) -> told.put(name, secrets.fill(value)));
        InetSocketAddress address = order.address();
        String host = address.getAddress().getHostAddress();
        told.put("FIREDRILL_RUN", UUID.randomUUID().toString());
        told.put("FIREDRILL_JOURNEY", order.spec().name());
        told.put("FIREDRILL_TARGET", host + ":" + address.getPort());
        told.put("FIREDRILL_HOST", host);
        told.put("FIREDRILL_PORT", Integer.toString(address.getPort()));
        told.put("FIREDRILL_RATE", Figure.plain(order.perSecond()));
        told.put("FIREDRILL_SECONDS", Long.toString(order.atMost().toSeconds()));
        told.put("FIREDRILL_DEADLINE_MS", Long.toString(order.spec().deadline().toMillis()));
        return told;
    }

    private void line(String line) {
        long number = lines.incrementAndGet();
        last = clock.nanos();
        if (line.isBlank()) {
            return;
        }
        try {
            AttemptLine read = AttemptLine.read(line, order.spec().write());
            LineTimes.Times when = times.map(read);
            pace.begun(when.intended());
            recorder.record(Customers.ACTOR, event(read, when, attempts.getAndIncrement()));
        } catch (AttemptLine.Malformed malformed) {
            String quoted = line.length() <= 120 ? line : line.substring(0, 117) + "...";
            complain("line " + number + " of its output is no attempt: " + malformed.getMessage()
                    + " (the line: " + quoted + ")");
        }
    }

    private Event.Attempt event(AttemptLine read, LineTimes.Times when, long number) {
        JourneySpec spec = order.spec();
        return new Event.Attempt(
                spec.name(),
                spec.entry(),
                read.who(),
                number,
                when.intended(),
                when.sent(),
                when.end(),
                read.outcome(),
                read.reason(),
                discretion.apply(read.detail()),
                null,
                spec.write() ? read.write().orElse(null) : null,
                spec.write() && read.outcome() == Outcome.OK,
                read.repeats());
    }

    /** Looks whether the program still does its part; called a few times a second. */
    void look() {
        if (closing) {
            return;
        }
        Optional<String> ended = program.ended();
        long silent = clock.nanos() - last;
        if (ended.isPresent() && !closing) {
            complain(ended.get() + "; it has to go on until it is told to end (" + attempts
                    + " attempts so far)");
        } else if (silent > patience().toNanos() && !closing) {
            complain("it printed nothing for " + Duration.ofNanos(silent).toSeconds() + " s; at "
                    + Figure.plain(order.perSecond()) + " attempts a second and a deadline of "
                    + order.spec().deadline().toMillis()
                    + " ms a line is due at least every " + patience().toSeconds() + " s");
        }
        pace.settle(clock.nanos() - order.spec().deadline().plus(SLACK).toNanos());
    }

    private Duration patience() {
        Duration gaps = Duration.ofMillis((long) (3000 / order.perSecond()));
        Duration usual = order.spec().deadline().plus(gaps).plus(SLACK);
        return attempts.get() == 0 ? START_WITHIN : usual;
    }

    private void complain(String what) {
        if (complained.compareAndSet(false, true)) {
            recorder.record(
                    Customers.ACTOR,
                    new Event.Trouble(
                            "the program of journey '" + order.spec().name() + "'",
                            discretion.apply(what),
                            List.of()));
        }
    }

    JourneySpec spec() {
        return order.spec();
    }

    Tally tally() {
        long made = attempts.get();
        return new Tally(made + pace.dropped(), made, pace.dropped(), 0, made);
    }

    /** Ends the program, and takes what it still says; no line comes any more. */
    @Override
    public void close() {
        look();
        if (attempts.get() == 0) {
            complain("it printed no attempt at all; "
                    + program.ended().orElse("it was running when it was told to end"));
        }
        closing = true;
        long end = clock.nanos();
        program.close();
        pace.settle(end - order.spec().deadline().toNanos());
    }
}
