package io.firedrill.topology;

import java.time.Duration;
import java.util.List;

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
