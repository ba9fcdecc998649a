package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Each link that a step names was seen in use before the first fault: else its fault hits nobody.
 */
final class LinksUsed implements ImplicitCheck {

    @Override
    public String id() {
        return "links-used";
    }

    @Override
    public boolean ground(Verdict verdict) {
        return true;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "each link of a step in use before the first fault");
        List<String> named =
                scenario.steps().stream().flatMap(LinksUsed::link).distinct().toList();
        OptionalLong fault = Faults.of(journal).firstBegin();
        for (String link : named) {
            Optional<Entry> used = SortedJournal.of(journal).rare().stream()
                    .filter(entry -> entry.event() instanceof Event.LinkUsed seen
                            && seen.link().equals(link))
                    .filter(entry -> entry.nanos() <= fault.orElse(Long.MAX_VALUE))
                    .findFirst();
            if (used.isEmpty()) {
                return draft.inconclusive(
                        Reason.LINK_NOT_USED,
                        "link '" + link
                                + "' was not seen in use before the first fault:"
                                + " its consumer passes it by");
            }
            draft.event(used.get().index());
        }
        return draft.pass(
                named.isEmpty() ? "no step names a link" : named.size() + " links were in use");
    }

    private static Stream<String> link(Step step) {
        return step instanceof Step.Inject inject
                        && inject.fault().target() instanceof FaultSpec.Target.OnLink on
                ? Stream.of(on.link().toString())
                : Stream.empty();
    }
}
