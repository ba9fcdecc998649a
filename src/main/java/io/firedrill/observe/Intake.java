package io.firedrill.observe;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Recorder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What all inboxes of a drill write through: keeps the journal bounded and takes secrets out of it.
 * What came after the bound is counted only, and the first time that happens is told at once as
 * trouble: no verdict may rest on notices of which some are missing. That the journal can not be
 * written is told to the inbox, and again to whoever closes all of them, since nobody looks at the
 * threads of an inbox. Safe for many threads.
 */
final class Intake implements Recorder {
    /** How many messages of one drill are written down. */
    static final int MOST_NOTICES = 50_000;
    /** How many reports, pages and acts: a few for each message. */
    static final int MOST_OTHERS = 4 * MOST_NOTICES;

    private static final String ACTOR = "inboxes";

    private final Recorder recorder;
    private final DrillClock clock;
    private final UnaryOperator<Event> cleaner;
    private int notices;
    private int others;
    private long left;
    private long latest;
    private boolean ended;
    private @Nullable RuntimeException failure;

    /**
     * Creates it.
     *
     * @param cleaner takes secrets out of an event
     */
    Intake(Recorder recorder, DrillClock clock, UnaryOperator<Event> cleaner) {
        this.recorder = recorder;
        this.clock = clock;
        this.cleaner = cleaner;
        this.latest = clock.nanos();
    }

    @Override
    public synchronized void record(String actor, Event event) {
        if (ended) {
            return;
        }
        if (event instanceof NoticeReceived || event instanceof DeliveryReported) {
            latest = clock.nanos();
        }
        if (hasRoom(event)) {
            write(actor, cleaner.apply(event));
        } else if (left++ == 0) {
            write(ACTOR, overflow());
        }
    }

    private boolean hasRoom(Event event) {
        return event instanceof NoticeReceived ? notices++ < MOST_NOTICES : others++ < MOST_OTHERS;
    }

    private static Event overflow() {
        return new Event.Trouble(
                "channels",
                "more came on the channels than is written down, " + MOST_NOTICES
                        + " messages and " + MOST_OTHERS
                        + " reports and pages; the rest is counted only",
                List.of());
    }

    private void write(String actor, Event event) {
        try {
            recorder.record(actor, event);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Says when a message, or a report on one, came last; when this was made, where none did. */
    synchronized long latest() {
        return latest;
    }

    /** Says how much was counted only. */
    synchronized long left() {
        return left;
    }

    /** Takes nothing any more: what is recorded from now on is dropped. */
    synchronized void end() {
        ended = true;
    }

    /** Throws what the recorder threw first, if it did. */
    synchronized void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }
}
