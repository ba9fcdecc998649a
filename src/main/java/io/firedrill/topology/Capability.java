package io.firedrill.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be done to a component. */
public sealed interface Capability {

    /** Its process can be made to die while its host lives. */
    non-sealed interface Crashable extends Capability {
        /** Kills the main process; the component's own restart policy acts. */
        void crash();

        /** Starts it again where nobody else did. */
        void revive();
    }

    /** Its host can be lost: silence on every address, while its name stays. */
    non-sealed interface Losable extends Capability {
        /** Drops every packet; from then on it can not be asked anything. */
        void lose();

        /**
         * Brings the host back as after a power cycle: its disk kept, its processes started anew.
         */
        void bringBack();
    }

    /** It can be frozen and thawed. */
    non-sealed interface Pausable extends Capability {
        /** Freezes every process of it. */
        void pause();

        /** Thaws it; does nothing where it is not frozen. */
        void resume();
    }

    /** It can be stopped in good order, and started again. */
    non-sealed interface Stoppable extends Capability {
        /** Asks its main process to end, and kills it when its own grace is over. */
        void stop();

        /** Starts it; does nothing where it runs. */
        void start();
    }

    /** Its processor and memory can be made scarce. */
    non-sealed interface Starvable extends Capability {
        /** Lowers its limits. */
        void starve(Ration ration);

        /** Gives it the limits it had before; does nothing where it was not starved. */
        void feed();
    }

    /**
     * What is left to a component that starves.
     *
     * @param cores of processors, 0.2 for a fifth of one; empty to leave that as it is
     * @param memory in bytes; empty to leave that as it is
     */
    record Ration(Optional<Double> cores, Optional<Long> memory) {}

    /** A file can take up its disk. */
    non-sealed interface Fillable extends Capability {
        /** Name of the file. */
        String FILLER = ".firedrill-filler";

        /** Writes {@link #FILLER} of so many bytes, or as many as there is room for. */
        void fill(String folder, long bytes);

        /** Removes it, wherever it was written. */
        void empty();
    }

    /** A command can be run inside it. */
    non-sealed interface Askable extends Capability {
        /**
         * Runs a command and gives its exit code and output; code -1 where it could not be asked.
         */
        Answer ask(List<String> command, Duration atMost);
    }

    /** It keeps a log. */
    non-sealed interface HasLogs extends Capability {
        /** Gives the last lines of standard output and error, at most that many. */
        String logs(int lines);
    }

    /**
     * Exit code and output of a command; code -1 where it could not be run or did not end in time.
     */
    record Answer(int code, String output) {}
}
