package io.firedrill.run;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.AnswerRead;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Tempo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks what objectives want to know: once before the first fault, then all through the drill, and
 * once after it. Each question has a thread of its own, so that one that hangs delays no other. The
 * judge tells by the times of an answer which part of the drill it is of.
 */
final class Questions {
    private static final int LOOKS_BETWEEN = 5;

    private final List<Question> questions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Recorder recorder;
    private final DrillClock clock;
    private final Duration between;
    private volatile boolean ending;

    Questions(Scenario scenario, Question.Place place) {
        this.recorder = place.recorder();
        this.clock = place.clock();
        this.between = Tempo.of(scenario.system().blueprint()).look().multipliedBy(LOOKS_BETWEEN);
        for (Objective objective : scenario.objectives()) {
            Question.of(objective, place).ifPresent(questions::add);
        }
    }

    /** Asks each once; what was not answered is asked again, within a bound. */
    void askAll() {
        questions.forEach(this::askPatiently);
    }

    private void askPatiently(Question question) {
        long deadline = clock.nanos() + Limits.INVARIANT_WITHIN.toNanos();
        AnswerRead read = question.ask();
        while (!read.answered() && clock.nanos() < deadline) {
            clock.waitUntil(clock.nanos() + between.toNanos());
            read = question.ask();
        }
        recorder.record("runner", read);
    }

    /** Begins to ask again and again. */
    void begin() {
        for (Question question : questions) {
            Thread thread = new Thread(() -> keepAsking(question), "firedrill-question");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void keepAsking(Question question) {
        while (!ending) {
            AnswerRead read = question.ask();
            if (ending) {
                return;
            }
            recorder.record("runner", read);
            clock.waitUntil(clock.nanos() + between.toNanos());
        }
    }

    /** Ends that; an answer that still comes is not recorded. */
    void end() {
        ending = true;
        for (Thread thread : threads) {
            try {
                thread.join(Question.WITHIN.plus(between).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
