package io.firedrill.run;

import static io.firedrill.run.TestScenarios.awaiting;
import static io.firedrill.run.TestScenarios.injectIntoPrimary;
import static io.firedrill.run.TestScenarios.recovered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.ChannelProven;
import io.firedrill.journal.Journal;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.Letterbox;
import io.firedrill.observe.TestChannels;
import io.firedrill.scenario.Await.From;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.traffic.JourneyCatalog;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills of a system that tells people: when its inboxes are opened, proven and closed. */
@RealTime
final class DrillWithChannelsTests {
    private static final Channel MAIL = TestChannels.sentTo("mail");
    private static final Channel PAGE = TestChannels.lookedAt("page");
    private static final Trigger RESOLVED = new Trigger.Told("resolved");
    private static final Step HEALED =
            new Step.Heal(new Trigger.After(Duration.ofMillis(200)), "the fault");

    @TempDir
    Path folder;

    private final FakeShop shop = new FakeShop();
    private final StopSignal stop = new StopSignal();
    private final HurriedClock clock = new HurriedClock();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<InetSocketAddress> mail = new AtomicReference<>();

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    /** Notes what is done to an inbox, and whether the system was still there. */
    private void called(String call) {
        calls.add(shop.closed.get() > 0 ? call + ", too late" : call);
    }

    /** A shop that says on each channel that it is a test, as it starts. */
    private final class Sender implements Provisioner {
        private final String greeting;

        Sender(String greeting) {
            this.greeting = greeting;
        }

        @Override
        public SystemUnderDrill start(Scenario scenario) {
            throw new ProvisioningException("nobody told it of the channels", null);
        }

        @Override
        public SystemUnderDrill start(Scenario scenario, Map<Endpoint, InetSocketAddress> outside) {
            called("start");
            mail.set(outside.get(new Endpoint("mail", 25)));
            Letterbox.post(mail.get(), greeting);
            return shop;
        }
    }

    private Tools tools(Provisioner provisioner, Letterbox kind) {
        return new Tools(
                provisioner,
                FaultCatalog.of(new ScriptedFault("lose", shop)),
                StartGate.open(),
                stop,
                clock,
                Map.of(),
                1,
                JourneyCatalog.of(),
                InboxCatalog.of(kind));
    }

    private Letterbox letterbox(String... throwing) {
        return new Letterbox(this::called, throwing);
    }

    private Journal run(DrillRunner runner, Scenario drill, Channel... channels) {
        Path file = folder.resolve("journal.jsonl");
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            runner.run(
                    Telling.on(TestScenarios.pocket(drill), TestChannels.byName(channels)),
                    journal);
        }
        return JournalFile.read(file);
    }

    private Journal run(Provisioner provisioner, Scenario drill, Channel... channels) {
        return run(new DrillRunner(tools(provisioner, letterbox())), drill, channels);
    }

    private static Scenario drill() {
        return TestScenarios.of(
                List.of(injectIntoPrimary("lose"), HEALED),
                List.of(awaiting(recovered(1), 5, From.FIRST_FAULT)));
    }

    private static List<String> story(Journal journal) {
        return journal.entries().stream()
                .map(Entry::event)
                .map(event -> event instanceof Event.PhaseEntered entered
                        ? entered.phase().name()
                        : event.getClass().getSimpleName())
                .toList();
    }

    /** Its fault is healed when people were told that it is over. */
    private static Scenario healedWhenTold() {
        return TestScenarios.of(
                List.of(injectIntoPrimary("lose"), new Step.Heal(RESOLVED, "the fault")),
                List.of(awaiting(RESOLVED, 20, From.FIRST_FAULT)));
    }

    /** Sends once the fault is there. */
    private void sendDuringTheFault(String text) {
        Thread sender = new Thread(() -> {
            await("the fault").until(() -> shop.down.get());
            Letterbox.post(mail.get(), text);
        });
        sender.setDaemon(true);
        sender.start();
    }

    @Test
    void inboxesAreOpenedBeforeTheSystemProvenInTheBaselineAndClosedBeforeItIsTakenDown() {
        sendDuringTheFault("State: resolved");

        Journal journal = run(new Sender("Test: yes"), healedWhenTold(), PAGE, MAIL);

        assertThat(calls)
                .containsExactly("open mail", "start", "open page", "close page", "close mail");
        assertThat(story(journal))
                .containsSubsequence(
                        "DrillStarted",
                        "PROVISION",
                        "EnvironmentRecorded",
                        "NoticeReceived",
                        "BASELINE",
                        "BaselineJudged",
                        "ChannelProven",
                        "ChannelProven",
                        "FAULTS",
                        "FaultApplied",
                        "NoticeReceived",
                        "FaultHealed",
                        "RECOVERY",
                        "CLOSE",
                        "DrillEnded")
                .doesNotContain("Trouble", "LimitReached");
        assertThat(journal.all(ChannelProven.class))
                .extracting(ChannelProven::channel, ChannelProven::alive, ChannelProven::how)
                .containsExactly(
                        tuple("page", true, "the page was read: answer 200, whole"),
                        tuple("mail", true, "a test message arrived: m1"));
    }

    @Test
    void whatIsWatchedIsInTheEnvironment() {
        Journal journal = run(new Sender("Test: yes"), drill(), PAGE, MAIL);

        assertThat(journal.all(Event.EnvironmentRecorded.class)
                        .map(Event.EnvironmentRecorded::facts))
                .contains(Map.of(
                        "channel mail", "memo, in the place of the provider at mail:25",
                        "channel page", "memo, read at web/"));
    }

    @Test
    void aChannelOnWhichNoTestCameIsNotAlive() {
        Journal journal = run(new Sender("State: resolved"), drill(), MAIL);

        assertThat(journal.all(ChannelProven.class))
                .extracting(ChannelProven::alive, ChannelProven::how)
                .containsExactly(tuple(
                        false,
                        "no message arrived that says of itself that it is a test; others: 1"));
        assertThat(story(journal)).contains("FAULTS").endsWith("DrillEnded");
    }

    @Test
    void aDryRunOpensAndProvesThemAndInjectsNothing() {
        Journal journal =
                run(DrillRunner.dry(tools(new Sender("Test: yes"), letterbox())), drill(), MAIL);

        assertThat(journal.all(ChannelProven.class)).hasSize(1).allMatch(ChannelProven::alive);
        assertThat(journal.all(Event.FaultIntended.class)).isEmpty();
        assertThat(calls).containsExactly("open mail", "start", "close mail");
    }

    @Test
    void onASystemThatIsNotHealthyNoChannelIsProven() {
        shop.down.set(true);

        Journal journal = run(new Sender("Test: yes"), drill(), MAIL);

        assertThat(journal.all(ChannelProven.class)).isEmpty();
        assertThat(calls).endsWith("close mail");
    }

    @Test
    void whereAPlaceCanNotBeTakenTheSystemIsNotStarted() {
        Tools tools = tools(new Sender("Test: yes"), letterbox("open mail"));

        Journal journal = run(new DrillRunner(tools), drill(), MAIL);

        assertThat(calls).containsExactly("open mail");
        assertThat(story(journal))
                .endsWith("PROVISION", "Trouble", "DrillEnded")
                .doesNotContain("BASELINE");
        assertThat(journal.first(Event.Trouble.class).orElseThrow().what())
                .isEqualTo("channel 'mail' (memo) can not be watched: opening the inbox of 'mail'"
                        + " failed: open mail went wrong");
    }

    @Test
    void whereAPageCanNotBeLookedAtAllIsTakenDown() {
        Tools tools = tools(new Sender("Test: yes"), letterbox("open page"));

        Journal journal = run(new DrillRunner(tools), drill(), MAIL, PAGE);

        assertThat(calls).containsExactly("open mail", "start", "open page", "close mail");
        assertThat(story(journal)).contains("Trouble").doesNotContain("BASELINE");
        assertThat(shop.closed).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void aSystemThatDoesNotStartLeavesNoInbox() {
        Provisioner failing = new Provisioner() {
            @Override
            public SystemUnderDrill start(Scenario scenario) {
                throw new ProvisioningException("it was not told of the channels", null);
            }

            @Override
            public SystemUnderDrill start(
                    Scenario scenario, Map<Endpoint, InetSocketAddress> outside) {
                throw new ProvisioningException("db1 did not come up", null);
            }
        };

        Journal journal = run(failing, drill(), MAIL);

        assertThat(calls).containsExactly("open mail", "close mail");
        assertThat(journal.first(Event.Trouble.class).orElseThrow().what())
                .isEqualTo("db1 did not come up");
    }

    @Test
    void aStopInTheMiddleLeavesNoThreadAndNoSocket() {
        Thread stopper = new Thread(() -> {
            await("the fault").until(() -> shop.down.get());
            stop.stop("SIGTERM");
        });
        stopper.setDaemon(true);
        stopper.start();

        Journal journal = run(new Sender("Test: yes"), healedWhenTold(), MAIL, PAGE);

        assertThat(journal.first(Event.Aborted.class)).contains(new Event.Aborted("SIGTERM"));
        assertThat(calls).endsWith("close page", "close mail");
        assertThatThrownBy(() -> Letterbox.post(mail.get(), "State: resolved"))
                .hasCauseInstanceOf(ConnectException.class);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name ->
                        name.startsWith(Letterbox.THREADS) || name.equals("firedrill-inboxes")));
    }

    @Test
    void anInboxThatCanNotBeClosedIsTroubleAndTheSystemIsTakenDownAllTheSame() {
        Tools tools = tools(new Sender("Test: yes"), letterbox("close mail"));

        Journal journal = run(new DrillRunner(tools), drill(), MAIL);

        assertThat(journal.all(Event.Trouble.class))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.where()).isEqualTo("channels"))
                .satisfies(trouble -> assertThat(trouble.what())
                        .isEqualTo("closing the inbox of 'mail' failed: close mail went wrong"));
        assertThat(story(journal)).containsSubsequence("CLOSE", "Trouble", "DrillEnded");
        assertThat(shop.closed).hasValueGreaterThanOrEqualTo(1);
    }
}
