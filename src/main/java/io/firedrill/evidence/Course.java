package io.firedrill.evidence;

import io.firedrill.check.DrillFacts;
import io.firedrill.check.FaultFacts;
import io.firedrill.check.Interval;
import io.firedrill.check.JourneyFacts;
import io.firedrill.check.Outage;
import io.firedrill.check.Verdict.Measured;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A drill's course as pictures need it. All times are seconds; zero is the instant at which the
 * first fault had been applied, or the first entry where there was none.
 *
 * @param facts what it was read from, on the clock of the drill
 * @param zero the instant zero on that clock, in nanoseconds
 * @param from where the picture begins: the baseline
 * @param holders who held which role: role to spans named by the component
 * @param components what the platform saw of them
 * @param journeys as customers met them, without the control journey
 */
record Course(
        Drilled drill,
        DrillFacts facts,
        long zero,
        double from,
        double to,
        List<Span> phases,
        List<Fault> faults,
        Map<String, List<Span>> holders,
        List<Mark> components,
        List<Journey> journeys) {

    /** A named stretch of time. */
    record Span(String name, double from, double to) {
        double width() {
            return to - from;
        }
    }

    /** Something at one moment. {@code lane} is the component, {@code what} what was seen of it. */
    record Mark(String lane, String what, double at) {}

    /** A fault: from the end of its injection to the end of its heal, and what witnesses said. */
    record Fault(Span span, List<Proof> proofs) {}

    /** What a witness said of a fault, {@code good} where that is what must be. */
    record Proof(String text, Event.Ternary good, double at) {}

    /** One attempt: when it was to set out, how long it took, whether it was served. */
    record Attempt(double intended, double seconds, boolean ok) {}

    /**
     * A journey.
     *
     * @param outages named by how long they were measured to be
     */
    record Journey(String name, List<Attempt> attempts, List<Span> outages) {}

    /** Tells an instant on the clock of the drill in seconds since zero. */
    double seconds(long nanos) {
        return (nanos - zero) / 1e9;
    }

    /** Reads the course out of a drill's journal. */
    static Course of(Drilled drill) {
        DrillFacts facts = DrillFacts.of(drill.scenario(), drill.journal());
        long zero = facts.faults().stream()
                .flatMap(fault -> fault.applied().stream())
                .mapToLong(Interval::hi)
                .min()
                .orElse(facts.begin());
        Reading read = new Reading(drill, facts, zero);
        List<Span> phases = read.phases();
        double from = phases.stream()
                .filter(phase -> !phase.name().equals(Phase.PROVISION.name()))
                .mapToDouble(Span::from)
                .findFirst()
                .orElse(read.at(facts.begin()));
        return new Course(
                drill,
                facts,
                zero,
                from,
                Math.max(from + 1, read.last()),
                phases,
                read.faults(),
                read.holders(),
                read.components(),
                read.journeys());
    }

    /** One pass for each kind of thing, times turned into seconds. */
    private record Reading(Drilled drill, DrillFacts facts, long zero) {

        double at(long nanos) {
            return (nanos - zero) / 1e9;
        }

        double last() {
            return at(facts.begin() + facts.lasted().toNanos());
        }

        private Stream<Event> events() {
            return drill.journal().entries().stream().map(Entry::event);
        }

        List<Span> phases() {
            return facts.phases().stream()
                    .map(phase -> new Span(
                            phase.phase().name(),
                            at(phase.time().lo()),
                            at(phase.time().hi())))
                    .toList();
        }

        List<Fault> faults() {
            return facts.faults().stream()
                    .filter(fault -> fault.applied().isPresent())
                    .map(fault -> new Fault(span(fault), proofs(fault)))
                    .toList();
        }

        private Span span(FaultFacts fault) {
            String title = fault.called() + " (" + fault.fault() + " " + fault.resolved() + ")";
            double from = at(fault.applied().orElseThrow().hi());
            double to = fault.healed().map(healed -> at(healed.hi())).orElseGet(this::last);
            return new Span(title, from, to);
        }

        private List<Proof> proofs(FaultFacts fault) {
            List<Proof> proofs = new ArrayList<>();
            for (Event.EffectSeen seen : fault.proofs()) {
                String text = EventText.of(seen).orElse("");
                proofs.add(new Proof(text, good(seen), at(seen.end())));
            }
            return proofs;
        }

        /** In effect during the fault, and neither before nor after. */
        private static Event.Ternary good(Event.EffectSeen seen) {
            if (seen.inEffect() == Event.Ternary.UNKNOWN) {
                return Event.Ternary.UNKNOWN;
            }
            boolean during = seen.moment() == Event.Moment.DURING;
            boolean inEffect = seen.inEffect() == Event.Ternary.YES;
            return during == inEffect ? Event.Ternary.YES : Event.Ternary.NO;
        }

        /** A holder that gives no answer is not known to hold any more. */
        Map<String, List<Span>> holders() {
            Map<String, List<Span>> holders = new LinkedHashMap<>();
            events().filter(Event.RoleAnswered.class::isInstance)
                    .map(Event.RoleAnswered.class::cast)
                    .forEach(answer -> holder(
                            holders.computeIfAbsent(answer.role(), role -> new ArrayList<>()),
                            answer));
            return holders;
        }

        private void holder(List<Span> spans, Event.RoleAnswered answer) {
            double when = at(answer.end());
            if (answer.holds() == Event.Ternary.YES) {
                spans.add(new Span(answer.component(), when, last()));
            } else {
                spans.replaceAll(
                        span -> span.to() == last() && span.name().equals(answer.component())
                                ? new Span(span.name(), span.from(), when)
                                : span);
            }
        }

        List<Mark> components() {
            return events().filter(Event.ComponentSeen.class::isInstance)
                    .map(Event.ComponentSeen.class::cast)
                    .map(seen -> new Mark(seen.component(), seen.state(), at(seen.end())))
                    .toList();
        }

        List<Journey> journeys() {
            Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
            events().filter(Event.Attempt.class::isInstance)
                    .map(Event.Attempt.class::cast)
                    .forEach(made -> attempts.computeIfAbsent(
                                    made.journey(), journey -> new ArrayList<>())
                            .add(attempt(made)));
            return facts.journeys().stream()
                    .filter(journey -> !journey.name().equals(Event.Attempt.CONTROL))
                    .map(journey -> new Journey(
                            journey.name(),
                            attempts.getOrDefault(journey.name(), List.of()),
                            outages(journey)))
                    .toList();
        }

        private Attempt attempt(Event.Attempt made) {
            double seconds = (made.end() - made.intended()) / 1e9;
            return new Attempt(at(made.intended()), seconds, made.ok());
        }

        private List<Span> outages(JourneyFacts journey) {
            return journey.outages().stream().map(this::outage).toList();
        }

        private Span outage(Outage outage) {
            String name = outage.duration()
                    .map(time -> new Measured(time.lo() / 1e9, time.hi() / 1e9, "s"))
                    .map(Figures::measured)
                    .orElse("until the end")
                    .replace("+-", "\u00b1");
            double to = outage.recovered().map(end -> at(end.hi())).orElseGet(this::last);
            return new Span(name, at(outage.impact().lo()), to);
        }
    }
}
