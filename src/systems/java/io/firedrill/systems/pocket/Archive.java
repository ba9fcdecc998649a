package io.firedrill.systems.pocket;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What operators can do with all that a store has booked: back it up, lose it, put it back. The
 * backup lies on the disk of the store, where a real one would be elsewhere.
 */
final class Archive {
    private final Seat seat;
    private final BankLog log;
    private final BankLog backup;
    private final Clerk clerk;

    /** What of the log gets into a backup: all of it, in a healthy bank. */
    @FunctionalInterface
    interface Extent extends UnaryOperator<List<Transfer>> {}

    Archive(Seat seat, BankLog log, Clerk clerk) {
        this.seat = seat;
        this.log = log;
        this.backup = new BankLog(seat.host().disk(), "backup");
        this.clerk = clerk;
    }

    /** Lets operators ask for it by commands; each ends well. */
    void open(Extent extent) {
        answers("back-up", () -> backup.replace(extent.apply(log.all())));
        answers("discard-backup", () -> backup.replace(List.of()));
        answers("drop-transfers", () -> clerk.bookAnew(log, List.of()));
        answers("restore-backup", () -> clerk.bookAnew(log, backup.all()));
        seat.host().console().answers("has-backup", () -> backup.size() > 0);
        seat.host().console().answers("lacks-backup", this::lacksBackup);
    }

    /** Says whether something that was backed up is not booked. */
    private boolean lacksBackup() {
        return !log.all().containsAll(backup.all());
    }

    private void answers(String command, Runnable work) {
        seat.host().console().answers(command, () -> {
            work.run();
            seat.host()
                    .console()
                    .log(command + ": " + log.size() + " lines, " + backup.size()
                            + " in the backup");
            return true;
        });
    }
}
