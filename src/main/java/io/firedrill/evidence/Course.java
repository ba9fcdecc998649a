package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A drill's course as pictures need it. All times are seconds; zero is the instant at which the
 * first fault had been applied, or the first entry where there was none.
 *
 * @param from where the picture begins: the baseline
 * @param attempts by journey, in the order in which they ended, without the control journey
 * @param holders who held which role: role to spans named by the component
 */
record Course(
        Drilled drill,
        double from,
        double to,
        List<Span> phases,
        List<Fault> faults,
        Map<String, List<Span>> holders,
        List<Mark> components,
        Map<String, List<Attempt>> attempts,
        Optional<Outage> outage) {

    /** A named stretch of time. */
    record Span(String name, double from, double to) {
        double width() {
            return to - from;
        }
    }

    /** The outage as customers of a journey met it, named by how long it was measured to be. */
    record Outage(String journey, Span span) {}

    /** Something at one moment. {@code lane} is the component, {@code what} what was seen of it. */
    record Mark(String lane, String what, double at) {}

    /** A fault: from the end of its injection to the end of its heal, and what witnesses said. */
    record Fault(String title, Span span, List<Proof> proofs) {}

    /** What a witness said of a fault. */
    record Proof(Event.Moment moment, Event.Ternary inEffect, String detail, double at) {}

    /** One attempt: when it was to set out, when it ended. */
    record Attempt(double intended, double end, boolean ok) {
        double seconds() {
            return end - intended;
        }
    }

    /** Reads the course out of a drill's journal. */
    static Course of(Drilled drill) {
        List<Entry> entries = drill.journal().entries();
        Reading read = new Reading(entries, zero(drill));
        Map<String, List<Attempt>> attempts = read.attempts();
        List<Span> phases = read.phases();
        double from = phases.stream()
                .filter(phase -> !phase.name().equals(Phase.PROVISION.name()))
                .mapToDouble(Span::from)
                .findFirst()
                .orElse(read.first());
        return new Course(
                drill,
                from,
                Math.max(from + 1, read.last()),
                phases,
                read.faults(),
                read.holders(),
                read.components(),
                attempts,
                outage(drill, attempts));
    }

    private static long zero(Drilled drill) {
        OptionalLong fault = drill.journal()
                .all(Event.FaultApplied.class)
                .mapToLong(Event.FaultApplied::end)
                .min();
        List<Entry> entries = drill.journal().entries();
        return fault.orElse(entries.isEmpty() ? 0 : entries.get(0).nanos());
    }

    /** The first miss after the fault, and from there as long as the recovery was measured. */
    private static Optional<Outage> outage(Drilled drill, Map<String, List<Attempt>> attempts) {
        Optional<Verdict> recovery = drill.objectives().stream()
                .filter(verdict -> verdict.measured().isPresent())
                .filter(verdict -> verdict.id().startsWith("recovery"))
                .findFirst();
        String journey =
                recovery.flatMap(verdict -> journey(drill, verdict.id())).orElse("");
        Optional<Attempt> miss = attempts.getOrDefault(journey, List.of()).stream()
                .filter(attempt -> !attempt.ok() && attempt.end() >= 0)
                .findFirst();
        return recovery.flatMap(Verdict::measured)
                .filter(value -> Double.isFinite(value.high()) && value.high() > 0)
                .flatMap(value -> miss.map(first -> outage(journey, first.intended(), value)));
    }

    private static Outage outage(String journey, double from, Verdict.Measured value) {
        String name = Figures.measured(value).replace("+-", "\u00b1");
        return new Outage(journey, new Span(name, from, from + (value.low() + value.high()) / 2));
    }

    private static Optional<String> journey(Drilled drill, String objective) {
        return drill.scenario().objectives().stream()
                .filter(written -> written.id().equals(objective))
                .findFirst()
                .flatMap(written -> written.settings().find("of", String.class));
    }

    /** One pass for each kind of thing, times turned into seconds. */
    private record Reading(List<Entry> entries, long zero) {

        double at(long nanos) {
            return (nanos - zero) / 1e9;
        }

        double first() {
            return entries.isEmpty() ? 0 : at(entries.get(0).nanos());
        }

        double last() {
            return entries.isEmpty() ? 1 : at(entries.get(entries.size() - 1).nanos());
        }

        List<Span> phases() {
            List<Span> phases = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.event() instanceof Event.PhaseEntered entered) {
                    close(phases, at(entry.nanos()));
                    phases.add(new Span(entered.phase().name(), at(entry.nanos()), last()));
                }
            }
            return phases;
        }

        List<Fault> faults() {
            Map<String, Fault> faults = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (entry.event() instanceof Event.FaultIntended fault) {
                    String title =
                            fault.called() + " (" + fault.fault() + " " + fault.resolved() + ")";
                    Span span = new Span(title, at(entry.nanos()), last());
                    faults.put(fault.called(), new Fault(title, span, new ArrayList<>()));
                } else if (entry.event() instanceof Event.FaultApplied applied) {
                    faults.computeIfPresent(
                            applied.called(),
                            (name, fault) -> spanned(
                                    fault, at(applied.end()), fault.span().to()));
                } else if (entry.event() instanceof Event.FaultHealed healed) {
                    faults.computeIfPresent(
                            healed.called(),
                            (name, fault) -> spanned(fault, fault.span().from(), at(healed.end())));
                } else if (entry.event() instanceof Event.EffectSeen seen) {
                    faults.computeIfPresent(seen.called(), (name, fault) -> proved(fault, seen));
                }
            }
            return List.copyOf(faults.values());
        }

        private static Fault spanned(Fault fault, double from, double to) {
            return new Fault(fault.title(), new Span(fault.title(), from, to), fault.proofs());
        }

        private Fault proved(Fault fault, Event.EffectSeen seen) {
            fault.proofs()
                    .add(new Proof(seen.moment(), seen.inEffect(), seen.detail(), at(seen.end())));
            return fault;
        }

        Map<String, List<Span>> holders() {
            Map<String, List<Span>> holders = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (entry.event() instanceof Event.RoleAnswered answer) {
                    List<Span> spans =
                            holders.computeIfAbsent(answer.role(), role -> new ArrayList<>());
                    double when = at(answer.end());
                    if (answer.holds() == Event.Ternary.YES) {
                        spans.add(new Span(answer.component(), when, last()));
                    } else {
                        spans.replaceAll(span -> ended(span, answer.component(), when));
                    }
                }
            }
            return holders;
        }

        private Span ended(Span span, String component, double when) {
            boolean open = span.to() == last() && span.name().equals(component);
            return open ? new Span(span.name(), span.from(), when) : span;
        }

        private static void close(List<Span> spans, double when) {
            if (!spans.isEmpty()) {
                Span open = spans.remove(spans.size() - 1);
                spans.add(new Span(open.name(), open.from(), when));
            }
        }

        List<Mark> components() {
            return entries.stream()
                    .map(Entry::event)
                    .filter(Event.ComponentSeen.class::isInstance)
                    .map(Event.ComponentSeen.class::cast)
                    .map(seen -> new Mark(seen.component(), seen.state(), at(seen.end())))
                    .toList();
        }

        Map<String, List<Attempt>> attempts() {
            Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (entry.event() instanceof Event.Attempt made
                        && !made.journey().equals(Event.Attempt.CONTROL)) {
                    attempts.computeIfAbsent(made.journey(), journey -> new ArrayList<>())
                            .add(new Attempt(at(made.intended()), at(made.end()), made.ok()));
                }
            }
            return attempts;
        }
    }
}
