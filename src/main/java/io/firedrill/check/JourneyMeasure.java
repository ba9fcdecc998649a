package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that can be measured of one journey: its attempts, its bound L, its outages. */
public final class JourneyMeasure {
    private final Attempts attempts;
    private final Light light;
    private final Darkness.Sight sight;
    private final Darkness darkness;
    private final List<Darkness.Proof> proofs = new ArrayList<>();
    private final HealthySilence silence;
    private final long bound;
    private final long from;

    private JourneyMeasure(Attempts attempts, Clouds clouds, Interval healthy, long bound) {
        this.attempts = attempts;
        this.bound = bound;
        this.from = healthy.hi();
        this.light = new Light(attempts, bound);
        this.silence = HealthySilence.of(attempts, healthy, clouds, bound);
        Quiet quiet = new Quiet(attempts, light, clouds, silence);
        this.sight = new Darkness.Sight(attempts, light, clouds, quiet);
        this.darkness = new Darkness(sight, silence);
        prove();
    }

    /** Measures a journey from the first fault on. */
    public static JourneyMeasure of(
            String journey, Scenario scenario, Journal journal, Faults faults) {
        Moments moments = Moments.of(journal);
        long from = faults.firstBegin().orElse(moments.end());
        Interval healthy = healthy(scenario, moments, from);
        Clouds clouds = clouds(scenario, journal, healthy);
        Attempts attempts = Attempts.of(journal, journey);
        Duration deadline = Optional.ofNullable(scenario.system().journeys().get(journey))
                .map(JourneySpec::deadline)
                .orElse(Duration.ofHours(1));
        long bound = HealthyLatency.of(attempts, healthy, deadline);
        return new JourneyMeasure(attempts, clouds, healthy, bound);
    }

    /** Gives the times in which our own machine hindered us. */
    static Clouds clouds(Scenario scenario, Journal journal, Faults faults) {
        Moments moments = Moments.of(journal);
        long from = faults.firstBegin().orElse(moments.end());
        return clouds(scenario, journal, healthy(scenario, moments, from));
    }

    private static Clouds clouds(Scenario scenario, Journal journal, Interval healthy) {
        Attempts control = Attempts.of(journal, Event.Attempt.CONTROL);
        long bound = HealthyLatency.of(control, healthy, Duration.ofHours(1));
        Clouds clouds = Clouds.of(journal, control, bound);
        boolean inThisJvm = scenario.system().blueprint() instanceof Blueprint.Inprocess;
        return inThisJvm ? clouds.shared() : clouds;
    }

    /** The warm-up before the baseline's own stretch is not what healthy means. */
    private static Interval healthy(Scenario scenario, Moments moments, long from) {
        long entered = moments.entered(Phase.BASELINE).orElse(moments.begin());
        long stretch = scenario.baseline().lasting().toNanos();
        long begin = moments.baselineJudged().isPresent()
                ? Math.max(entered, moments.baselineJudged().getAsLong() - stretch)
                : entered;
        return new Interval(Math.min(from, begin), from);
    }

    /**
     * Gives the outages since the first fault.
     *
     * @param hold how long a recovery must hold
     * @param doubtful whether misses count that our own machine may have made
     */
    public List<Outage> outages(Duration hold, boolean doubtful) {
        List<Darkness.Proof> proofs = this.proofs.stream()
                .filter(proof -> doubtful || !proof.doubtful())
                .toList();
        return new Outages(proofs, sight, new Outages.Times(from, hold.toNanos())).find();
    }

    /**
     * Collects the proofs. A hiccup is doubtful where it is one, so that the interval holds both.
     */
    private void prove() {
        Hiccups hiccups = new Hiccups(light);
        for (int at = 0; at < attempts.size(); at++) {
            Darkness.Proof proof = attempts.get(at).end() > from
                    ? darkness.at(at).filter(one -> one.end() > from).orElse(null)
                    : null;
            if (proof == null) {
                continue;
            }
            boolean hiccup = hiccups.is(attempts.get(at), proof);
            if (!hiccup) {
                hiccups.darkAt(proof.begin());
            }
            if (!hiccup || hiccups.mayBeDark(proof)) {
                proofs.add(afterTheFault(proof, hiccup));
            }
        }
    }

    private Darkness.Proof afterTheFault(Darkness.Proof proof, boolean hiccup) {
        long begin = Math.max(proof.begin(), from);
        return new Darkness.Proof(begin, proof.end(), proof.index(), hiccup || proof.doubtful());
    }

    Attempts attempts() {
        return attempts;
    }

    /** Gives the attempts that were sent at some instant of a time, in that order. */
    public List<Event.Attempt> sentIn(Interval time) {
        return IntStream.range(
                        attempts.firstSentFrom(time.lo()), attempts.firstSentFrom(time.hi() + 1))
                .mapToObj(attempts::get)
                .toList();
    }

    /** Gives how much of a time may be our own doing, in nanoseconds; see {@link Clouds#ours}. */
    long ours(long begin, long end) {
        return sight.clouds().ours(begin, end);
    }

    /** Gives the stated bound on healthy latency, in nanoseconds. */
    long bound() {
        return bound;
    }

    /** Gives the stated bound on a silence of all customers of a healthy system, in nanoseconds. */
    long silence() {
        return silence.bound();
    }

    /** Gives when the first fault was applied at the earliest. */
    long from() {
        return from;
    }

    /** Gives the longest time since the first fault in which a darkness could have hidden. */
    long blind() {
        return light.blindSince(from);
    }

    /** Says whether it is not known if an attempt's failure was the system's. */
    public boolean undecided(Event.Attempt attempt) {
        return darkness.undecided(attempt);
    }
}
