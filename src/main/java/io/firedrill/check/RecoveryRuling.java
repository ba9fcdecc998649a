package io.firedrill.check;

import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One ruling of {@link RecoveryCheck}, over the outages of one journey. Used by one thread. */
final class RecoveryRuling {
    private static final double HELD = 0.95;

    private final String journey;
    private final Duration within;
    private final Duration held;
    private final boolean byItself;
    private final Faults faults;
    private final JourneyMeasure measure;
    private final Draft draft;

    RecoveryRuling(Settings settings, Faults faults, JourneyMeasure measure, Draft draft) {
        this.journey = settings.text("of");
        this.within = settings.duration("within");
        this.held = settings.duration("held");
        this.byItself = settings.text("by").equals("itself");
        this.faults = faults;
        this.measure = measure;
        this.draft = draft;
    }

    /** Rules; {@code split} adds what the system itself saw. */
    Verdict rule(Scenario.Baseline baseline, RecoverySplit split) {
        draft.detail("healthy bound", Figures.exact(measure.bound()));
        draft.detail("healthy silence", Figures.exact(measure.silence()));
        List<Outage> sure = judged(measure.outages(held, false), baseline.atMost());
        List<Outage> all = judged(measure.outages(held, true), baseline.atMost());
        tellOutages(sure);
        if (sure.isEmpty()) {
            return all.isEmpty() ? nothingNoticed() : overloaded();
        }
        Optional<Outage> outage = decides(sure, all);
        if (outage.isEmpty()) {
            return overloaded();
        }
        split.tell(draft, outage.get(), measure.from());
        draft.events(outage.get().events());
        return outage.get().recovered().isPresent()
                ? recovered(outage.get())
                : notRecovered(outage.get());
    }

    /**
     * Finds the outage that decides, each read both ways: by what is surely dark, and by what may
     * be. Empty where another may have been worse than all that are sure, or one of those may not
     * have ended.
     */
    private Optional<Outage> decides(List<Outage> sure, List<Outage> all) {
        Outage certain = worst(sure).orElseThrow();
        if (certain.recovered().isEmpty()) {
            return Optional.of(certain);
        }
        List<Outage> read = sure.stream()
                .map(outage -> readBothWays(outage, all))
                .flatMap(Optional::stream)
                .toList();
        Optional<Outage> worst = worst(read);
        return worst.filter(outage -> surelyRed(outage)
                || (read.size() == sure.size() && doubtful(sure, all).noneMatch(this::mayBeRed)));
    }

    private static Optional<Outage> readBothWays(Outage outage, List<Outage> all) {
        List<Outage> same = all.stream().filter(outage::meets).toList();
        return same.stream().allMatch(other -> other.recovered().isPresent())
                ? Optional.of(same.stream().reduce(outage, Outage::hull))
                : Optional.empty();
    }

    /** Gives those that nothing sure belongs to. */
    private static Stream<Outage> doubtful(List<Outage> sure, List<Outage> all) {
        return all.stream().filter(outage -> sure.stream().noneMatch(outage::meets));
    }

    private boolean mayBeRed(Outage outage) {
        return outage.duration().map(Interval::hi).orElse(Long.MAX_VALUE) > within.toNanos()
                || byHeal(outage);
    }

    private List<Outage> judged(List<Outage> outages, int tolerated) {
        long lastHeal = faults.lastHealBegin().orElse(Long.MAX_VALUE);
        return outages.stream()
                .filter(outage -> outage.impact().hi() <= lastHeal || outage.misses() > tolerated)
                .filter(outage -> outage.impact().lo() <= lastHeal || !cutOff(outage))
                .toList();
    }

    /**
     * Says whether a stir after the last heal was merely cut off by the end of the drill: most were
     * served in it, or all of them, if slowly; and it had not lasted as long as an outage may, or
     * as a recovery must hold. A drill ends somewhere, and the outage that its faults made was over
     * before.
     */
    private boolean cutOff(Outage outage) {
        if (outage.recovered().isPresent() || outage.atLeast() > within.toNanos()) {
            return false;
        }
        return outage.servedWithin() > outage.misses()
                || (nobodyFailedSince(outage) && outage.atLeast() <= held.toNanos());
    }

    private boolean nobodyFailedSince(Outage outage) {
        Attempts attempts = measure.attempts();
        return IntStream.range(attempts.firstSentFrom(outage.impact().lo()), attempts.size())
                .allMatch(at -> attempts.get(at).ok());
    }

    /**
     * Finds the one that decides: what is surely red goes before what was not seen to end, for no
     * later stir takes back what was seen; then the longest.
     */
    private Optional<Outage> worst(List<Outage> outages) {
        return outages.stream()
                .max(Comparator.comparing(this::surelyRed)
                        .thenComparing(outage -> outage.recovered().isEmpty())
                        .thenComparing(outage ->
                                outage.duration().map(Interval::hi).orElse(outage.atLeast())));
    }

    private boolean surelyRed(Outage outage) {
        long lasted = outage.duration().map(Interval::lo).orElse(outage.atLeast());
        return lasted > within.toNanos() || byHeal(outage);
    }

    private boolean byHeal(Outage outage) {
        OptionalLong heal = byItself ? firstHealSince(outage) : OptionalLong.empty();
        return heal.isPresent()
                && outage.recovered().stream().anyMatch(it -> heal.getAsLong() <= it.lo());
    }

    private Verdict overloaded() {
        return draft.inconclusive(
                Reason.HARNESS_OVERLOADED,
                "our own machine stood still or was overloaded while " + journey
                        + " was not served, so it cannot be told from an outage");
    }

    private Verdict nothingNoticed() {
        long watched = measure.attempts().lastSent() - measure.from();
        if (watched < held.toNanos() * HELD) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "customers of " + journey + " were watched for "
                            + Figures.exact(Math.max(0, watched))
                            + " after the first fault, less than the " + Figures.limit(held)
                            + " it must hold");
        }
        Interval hidden = new Interval(0, measure.blind());
        draft.seconds(hidden).detail("width decided by", "the time between two served attempts");
        String said = "customers of " + journey + " noticed nothing; an outage of up to "
                + Figures.exact(hidden.hi()) + " could have hidden";
        return hidden.hi() <= within.toNanos()
                ? draft.pass(said + limit())
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + limit());
    }

    /**
     * Says whether an outage is red only by the time that our own machine stood still: without that
     * time it was within the limit; or it was within it anyway, and a heal ended what we had held
     * up for the most part.
     */
    private boolean mayBeOurs(Outage outage) {
        long begin = outage.impact().hi();
        long lasted = outage.recovered().map(Interval::lo).orElse(outage.lastDark()) - begin;
        long ours = measure.ours(begin, begin + lasted);
        boolean late = lasted > within.toNanos();
        boolean byUs = late ? lasted - ours <= within.toNanos() : 2 * ours > lasted;
        return ours > 0 && surelyRed(outage) && byUs;
    }

    private Verdict notRecovered(Outage outage) {
        if (mayBeOurs(outage)) {
            return overloaded();
        }
        String seen = journey + " was not served again and held within "
                + Figures.exact(outage.atLeast()) + " after impact" + limit();
        return outage.atLeast() > within.toNanos()
                ? draft.fail(Reason.NOT_RECOVERED, seen)
                : draft.inconclusive(
                        Reason.NOT_MEASURED, seen + ", and was not watched for longer");
    }

    private Verdict recovered(Outage outage) {
        Interval recovered = outage.recovered().orElseThrow();
        Interval took = outage.duration().orElseThrow();
        draft.seconds(took);
        OptionalLong heal = byItself ? firstHealSince(outage) : OptionalLong.empty();
        if (mayBeOurs(outage)) {
            return overloaded();
        }
        if (byHeal(outage)) {
            return afterHeal(outage, heal.getAsLong());
        }
        String said = journey + " was served again " + Figures.measured(took) + " after impact";
        if (took.lo() > within.toNanos()) {
            return draft.fail(Reason.RECOVERED_TOO_LATE, said + limit());
        }
        if (heal.isPresent() && heal.getAsLong() <= recovered.hi()) {
            return draft.inconclusive(
                    Reason.STRADDLES_LIMIT,
                    said + ", so close to a heal that it may have been the cause");
        }
        return withinLimit(outage, said + limit());
    }

    private Verdict withinLimit(Outage outage, String said) {
        if (outage.duration().orElseThrow().hi() > within.toNanos()) {
            return draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
        }
        return bridged(outage)
                ? draft.inconclusive(
                        Reason.STRADDLES_LIMIT,
                        "a heal came so close to the impact on " + journey
                                + " that the outage may have been ended by it")
                : draft.pass(said);
    }

    /**
     * Says whether a heal may have fallen into an outage of which no light was seen since the
     * fault.
     */
    private boolean bridged(Outage outage) {
        boolean darkSinceFault =
                faults.applied().anyMatch(fault -> outage.impact().lo() <= fault.hi());
        return byItself
                && darkSinceFault
                && faults.heals()
                        .anyMatch(heal -> heal.lo() > outage.impact().lo()
                                && heal.lo() < outage.impact().hi());
    }

    private Verdict afterHeal(Outage outage, long heal) {
        long darkBefore = heal - outage.impact().hi();
        String after = Figures.exact(Math.max(0, outage.lastDark() - heal)) + " after a heal";
        if (darkBefore > within.toNanos()) {
            return draft.fail(
                    Reason.NOT_RECOVERED,
                    journey + " was not served again by itself for " + Figures.exact(darkBefore)
                            + " after impact" + limit() + "; it came back at least " + after);
        }
        return draft.fail(
                Reason.RECOVERED_BY_HEAL,
                journey + " was served again "
                        + Figures.measured(outage.duration().orElseThrow())
                        + " after impact, but only at least " + after);
    }

    private OptionalLong firstHealSince(Outage outage) {
        return faults.heals()
                .mapToLong(Interval::lo)
                .filter(heal -> heal >= outage.impact().hi())
                .min();
    }

    private void tellOutages(List<Outage> sure) {
        if (sure.size() > 1) {
            draft.detail("dark periods", sure.size() + ": flapping, the worst one decides");
        }
        sure.stream()
                .mapToInt(Outage::servedWithin)
                .max()
                .ifPresent(
                        served -> draft.detail("served within the outage", served + " attempts"));
    }

    private String limit() {
        return ", limit " + Figures.limit(within);
    }
}
