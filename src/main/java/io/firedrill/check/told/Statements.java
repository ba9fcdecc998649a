package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What notices claim, each held against the journal at the time of its sending: what is affected,
 * when service is back, what became of data, that all is resolved, and that a workaround works. The
 * same claim of the same update to the same audience counts once.
 */
final class Statements {
    private final Telling told;
    private final FailingJourneys failing;
    private final Scopes scopes;
    private final Workarounds workarounds;
    private final Writes writes;
    private final Set<Object> known = new HashSet<>();
    private final List<Statement> all = new ArrayList<>();

    /**
     * One claim.
     *
     * @param index of the entry in the journal that holds it
     * @param text what it claims, and where
     */
    record Statement(long index, String text, Ruling ruling) {}

    private Statements(Telling told, FailingJourneys failing, long lag, double atLeast) {
        this.told = told;
        this.failing = failing;
        this.scopes = new Scopes(told, failing, lag);
        this.workarounds = new Workarounds(failing, lag, atLeast);
        this.writes = Writes.of(told);
    }

    /**
     * Judges every claim of a drill.
     *
     * @param lag how old what is claimed may be, in nanoseconds of the drill
     * @param atLeast share of a workaround's attempts that must be served
     */
    static List<Statement> of(Telling told, FailingJourneys failing, long lag, double atLeast) {
        Statements found = new Statements(told, failing, lag, atLeast);
        told.notices().forEach(found::judge);
        return List.copyOf(found.all);
    }

    private void judge(Arrived notice) {
        scopes.judge(notice).ifPresent(it -> add(notice, Fact.AFFECTED, it));
        workarounds.judge(notice).ifPresent(it -> add(notice, Fact.WORKAROUND, it));
        data(notice).ifPresent(it -> add(notice, Fact.DATA, it));
        resolved(notice).ifPresent(it -> add(notice, Fact.STATE, it));
        eta(notice).ifPresent(it -> add(notice, Fact.ETA, it));
    }

    private void add(Arrived notice, String fact, Ruling ruling) {
        String value = notice.fact(fact).orElse("");
        Object of = notice.slot().map(Object.class::cast).orElse(notice.index());
        String audience = told.audience(notice).map(it -> it.name()).orElse("");
        if (known.add(List.of(of, audience, fact, value))) {
            String why = ruling.why().isEmpty() ? "" : ": " + ruling.why();
            all.add(new Statement(
                    notice.index(),
                    notice.named() + ", " + fact + " '" + value + "'" + why,
                    ruling));
        }
    }

    private Optional<Ruling> data(Arrived notice) {
        return notice.fact(Fact.DATA)
                .flatMap(said -> writes.judge(said, notice.sent().hi()));
    }

    private Optional<Ruling> resolved(Arrived notice) {
        return notice.state().equals("resolved")
                ? Optional.of(allIsWell(notice.sent(), "still failed"))
                : Optional.empty();
    }

    private Ruling allIsWell(Interval time, String how) {
        for (String journey : failing.names()) {
            if (failing.surely(journey, time)) {
                return Ruling.wrong(journey + " " + how);
            }
        }
        return failing.names().stream()
                .filter(journey -> failing.perhaps(journey, time))
                .findFirst()
                .map(journey -> Ruling.open("it is not known whether " + journey + " " + how))
                .orElseGet(Ruling::right);
    }

    /** One that was taken back before it passed is no claim any more. */
    private Optional<Ruling> eta(Arrived notice) {
        Optional<Instant> stated = notice.instant(Fact.ETA);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        long eta = told.nanos(stated.get());
        if (eta < notice.sent().lo()) {
            return Optional.of(Ruling.wrong("it was over when it was sent"));
        }
        if (revised(notice, eta)) {
            return Optional.empty();
        }
        long seen = Math.min(eta, told.observedUntil());
        Ruling ruling = allIsWell(Interval.at(seen), "failed then");
        return eta > told.observedUntil() && ruling.untrue()
                ? Optional.of(Ruling.open("the drill ended before it"))
                : Optional.of(ruling);
    }

    private boolean revised(Arrived notice, long eta) {
        String value = notice.fact(Fact.ETA).orElse("");
        return notice.slot().isPresent()
                && told.notices().stream()
                        .filter(later -> later.incident().equals(notice.incident()))
                        .filter(later -> later.slot()
                                .filter(it -> it.update()
                                        > notice.slot().orElseThrow().update())
                                .isPresent())
                        .filter(later -> later.sent().hi() < eta)
                        .anyMatch(later -> later.fact(Fact.ETA)
                                .filter(other -> !other.equals(value))
                                .isPresent());
    }

    /** What became of the writes that customers were told are safe. */
    private static final class Writes {
        private final Map<String, Long> told = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();

        static Writes of(Telling telling) {
            Writes writes = new Writes();
            telling.journal()
                    .all(Event.Attempt.class)
                    .filter(attempt -> attempt.told() && attempt.write() != null)
                    .forEach(attempt -> writes.told.merge(
                            attempt.journey() + "\n" + attempt.write(), attempt.end(), Math::min));
            telling.journal()
                    .all(Event.WriteReconciled.class)
                    .forEach(write -> writes.counts.put(
                            write.journey() + "\n" + write.write(), write.count()));
            return writes;
        }

        /** Judges what is said of data; empty where nothing is claimed or no write was made. */
        Optional<Ruling> judge(String said, long sent) {
            List<Integer> found = told.entrySet().stream()
                    .filter(write -> write.getValue() <= sent)
                    .map(write -> counts.getOrDefault(write.getKey(), -1))
                    .toList();
            long lost = found.stream().filter(count -> count == 0).count();
            boolean allKnown = found.stream().allMatch(count -> count >= 0);
            if (found.isEmpty() || !(said.equals("none-lost") || said.equals("lost"))) {
                return Optional.empty();
            }
            if (lost > 0) {
                return Optional.of(
                        said.equals("lost")
                                ? Ruling.right()
                                : Ruling.wrong(lost + " writes were lost"));
            }
            if (!allKnown) {
                return Optional.of(Ruling.open("not every write could be asked for"));
            }
            return Optional.of(
                    said.equals("lost") ? Ruling.wrong("every write was there") : Ruling.right());
        }
    }
}
