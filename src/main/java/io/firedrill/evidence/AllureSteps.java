package io.firedrill.evidence;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The course of a drill as the steps of a test in Allure. */
final class AllureSteps {
    private AllureSteps() {}

    /** One step for each phase, in it one for each event worth a line. */
    static List<StepResult> of(List<Entry> entries) {
        List<StepResult> phases = new ArrayList<>();
        StepResult phase =
                step("before the first phase", entries.isEmpty() ? 0 : at(entries.get(0)));
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.PhaseEntered entered) {
                keep(phases, phase.setStop(at(entry)));
                String why = entered.why().isEmpty() ? "" : " (" + entered.why() + ")";
                phase = step(entered.phase() + why, at(entry));
                phases.add(phase);
            }
            Optional<StepResult> event = event(entry);
            event.ifPresent(phase.getSteps()::add);
            if (event.filter(line -> line.getStatus() == Status.BROKEN).isPresent()) {
                phase.setStatus(Status.BROKEN);
            }
            phase.setStop(at(entry));
        }
        keep(phases, phase);
        return phases;
    }

    private static void keep(List<StepResult> phases, StepResult phase) {
        if (!phases.contains(phase) && !phase.getSteps().isEmpty()) {
            phases.add(phase);
        }
    }

    private static Optional<StepResult> event(Entry entry) {
        Status status = EventText.wrong(entry.event()) ? Status.BROKEN : Status.PASSED;
        return EventText.of(entry.event())
                .map(text -> step(text, at(entry)).setStop(at(entry)).setStatus(status));
    }

    private static StepResult step(String name, long start) {
        return new StepResult()
                .setName(name)
                .setStatus(Status.PASSED)
                .setStage(Stage.FINISHED)
                .setStart(start);
    }

    private static long at(Entry entry) {
        return entry.wall().toEpochMilli();
    }
}
