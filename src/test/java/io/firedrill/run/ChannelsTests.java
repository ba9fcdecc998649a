package io.firedrill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.Inboxes;
import io.firedrill.observe.Letterbox;
import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a drill, when late messages still count. */
final class ChannelsTests {
    @TempDir
    Path folder;

    private final StopSignal stop = new StopSignal();
    private final Waiting clock = new Waiting();

    /** A clock on which something may happen whenever somebody waits. */
    private static final class Waiting implements DrillClock {
        private final SystemClock clock = new SystemClock();
        private final List<Runnable> happenings = new ArrayList<>();
        private int waits;

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public Instant wall() {
            return clock.wall();
        }

        @Override
        public void waitUntil(long nanos) {
            waits++;
            if (!happenings.isEmpty()) {
                happenings.remove(0).run();
            }
            clock.waitUntil(nanos);
        }
    }

    private Channels channels(JournalWriter journal, Map<String, Channel> all) {
        return channels(journal, all, new Letterbox(call -> {}));
    }

    private Channels channels(JournalWriter journal, Map<String, Channel> all, InboxKind kind) {
        Scenario drill = TestScenarios.pocket(TestScenarios.of(List.of(), List.of()));
        Tools tools = new Tools(
                scenario -> {
                    throw new ProvisioningException("nothing is started here", null);
                },
                FaultCatalog.of(),
                StartGate.open(),
                stop,
                clock,
                Map.of(),
                1,
                JourneyCatalog.of(),
                InboxCatalog.of(kind));
        return new Channels(Telling.on(drill, all), journal, tools);
    }

    private JournalWriter journal() {
        return JournalWriter.create(folder.resolve("journal.jsonl"), clock);
    }

    @Test
    void aMessageThatComesLateStillCounts() {
        try (JournalWriter journal = journal();
                Channels channels =
                        channels(journal, TestChannels.byName(TestChannels.sentTo("mail")))) {
            var place = channels.takePlaces().get(new Endpoint("mail", 25));
            clock.happenings.add(() -> Letterbox.post(place, "State: resolved"));

            channels.awaitQuiet();
            channels.close();

            assertThat(journal.all(NoticeReceived.class)).hasSize(1);
        }
    }

    @Test
    void howMuchWasLeftOutOfTheJournalIsSaidAtTheEnd() {
        try (JournalWriter journal = journal();
                Channels channels = channels(
                        journal,
                        TestChannels.byName(TestChannels.sentTo("mail")),
                        new Flood(Inboxes.MOST_NOTICES + 2))) {
            channels.takePlaces();

            channels.close();

            assertThat(journal.all(NoticeReceived.class)).hasSize(Inboxes.MOST_NOTICES);
            assertThat(journal.all(Event.Trouble.class)).hasSize(1);
            assertThat(journal.all(Event.EnvironmentRecorded.class)
                            .map(Event.EnvironmentRecorded::facts))
                    .endsWith(Map.of("channel events left out", "2"));
        }
    }

    /** A letterbox that is full of messages when it is opened. */
    private record Flood(int messages) implements InboxKind {
        @Override
        public String speaks() {
            return Letterbox.SPEAKS;
        }

        @Override
        public Inbox open(Order order) {
            for (int i = 0; i < messages; i++) {
                Event notice = new NoticeReceived(
                        "mail", "ada", "m" + i, null, Map.of(), List.of(), "", 0, 0);
                order.recorder().record("inbox", notice);
            }
            return new Letterbox(call -> {}).open(order);
        }
    }

    @Test
    void aStopWaitsForNobody() {
        stop.stop("SIGTERM");
        try (JournalWriter journal = journal();
                Channels channels =
                        channels(journal, TestChannels.byName(TestChannels.sentTo("mail")))) {
            channels.takePlaces();

            channels.awaitQuiet();
            channels.prove();

            assertThat(clock.waits).isZero();
            assertThat(journal.all(Event.ChannelProven.class)).isEmpty();
        }
    }

    @Test
    void aSystemWithoutChannelsIsNotWaitedForAndNothingIsRecorded() {
        try (JournalWriter journal = journal();
                Channels channels = channels(journal, Map.of())) {
            assertThat(channels.takePlaces()).isEmpty();
            channels.prove();
            channels.awaitQuiet();
            channels.close();

            assertThat(clock.waits).isZero();
            assertThat(journal.entries()).isEmpty();
        }
    }
}
