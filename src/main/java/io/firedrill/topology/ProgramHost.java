package io.firedrill.topology;

import io.firedrill.scenario.JourneySpec.Means;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs programs of customers beside a system. */
@FunctionalInterface
public interface ProgramHost {

    /**
     * Starts one. It ends when it is closed, and when the harness dies, however that happens.
     *
     * @throws io.firedrill.DrillException where it can not be started
     */
    RunningProgram start(ProgramOrder order);

    /**
     * Which program, and who listens.
     *
     * @param name of the journey
     * @param environment all it is told, secrets filled in
     * @param lines takes each line of its standard output as it comes, on one thread
     */
    record ProgramOrder(
            String name,
            Means.Program program,
            Map<String, String> environment,
            Consumer<String> lines) {

        /** Never prints the environment: it may hold a secret. */
        @Override
        public String toString() {
            return "ProgramOrder[" + name + "]";
        }
    }

    /** A program that was started. */
    interface RunningProgram extends AutoCloseable {

        /** Says how it ended, with its last words; empty while it runs. */
        Optional<String> ended();

        /**
         * Ends it: asks it to, kills it two seconds later, and returns when its last line was
         * handed over. Safe to do twice.
         *
         * @throws io.firedrill.DrillException where something of it is left
         */
        @Override
        void close();
    }
}
