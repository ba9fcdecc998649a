package io.firedrill.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.Event.Trouble;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class IntakeTests {
    private final List<Event> events = new ArrayList<>();
    private final Intake intake = new Intake(
            (actor, event) -> events.add(event), new SystemClock(), UnaryOperator.identity());

    private static NoticeReceived notice() {
        return new NoticeReceived("mail", "ada", "m1", null, Map.of(), List.of(), "text", 0, 0);
    }

    @Test
    void whatComesAfterTheBoundIsCountedAndToldOnce() {
        for (int i = 0; i < Intake.MOST_NOTICES + 3; i++) {
            intake.record("inbox", notice());
        }

        assertThat(events.stream().filter(NoticeReceived.class::isInstance))
                .hasSize(Intake.MOST_NOTICES);
        assertThat(events.get(events.size() - 1))
                .isEqualTo(new Trouble(
                        "channels",
                        "more came on the channels than is written down, 50000 messages and"
                                + " 200000 reports and pages; the rest is counted only",
                        List.of()));
        assertThat(events).hasSize(Intake.MOST_NOTICES + 1);
        assertThat(intake.left()).isEqualTo(3);
    }

    @Test
    void aFloodOfMessagesKeepsNoPageOut() {
        for (int i = 0; i < Intake.MOST_NOTICES + 3; i++) {
            intake.record("inbox", notice());
        }
        PageRead page = new PageRead("page", true, 200, true, Map.of(), List.of(), "", 0, 0);

        intake.record("inbox", page);

        assertThat(events).endsWith(page);
    }

    @Test
    void whatCanNotBeWrittenIsToldToTheInboxAndToWhoeverAsks() {
        Intake full = new Intake(
                (actor, event) -> {
                    throw new JournalException("the disk is full", null);
                },
                new SystemClock(),
                UnaryOperator.identity());

        assertThatThrownBy(() -> full.record("inbox", notice()))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(full::throwIfFailed)
                .isInstanceOf(JournalException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void whenAMessageCameLastIsKnownAndPagesDoNotCount() {
        long begin = intake.latest();
        intake.record("inbox", notice());
        long came = intake.latest();

        intake.record(
                "inbox", new PageRead("page", true, 200, true, Map.of(), List.of(), "", 0, 0));

        assertThat(came).isGreaterThan(begin);
        assertThat(intake.latest()).isEqualTo(came);
    }
}
