package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.firedrill.NeedsDocker;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.Inboxes;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Described;
import io.firedrill.topology.SystemUnderDrill;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Components in containers send to an inbox in this process, by the relay of their link. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LATE = Duration.ofMillis(700);
    private static final Link LINK = new Link("clerk-1", new Endpoint("mail", 25));
    private static final int SENT = 0;
    private static final int NO_WAY = 7;

    /** Sends a mail to mail:25; its argument is what the mail says. */
    private static final String SENDER = """
            use IO::Socket::INET;
            alarm 15;
            my $mail = IO::Socket::INET->new(PeerHost => "mail", PeerPort => 25) or exit 7;
            sub heard { defined <$mail> or exit 8 }
            heard();
            for my $line ("HELO clerk", "MAIL FROM:<clerk\\@shop.example>", "RCPT TO:<ada\\@home.example>",
                    "DATA", "Subject: from the shop\\r\\n\\r\\n$ARGV[0]\\r\\n.") {
                print $mail "$line\\r\\n";
                heard();
            }
            """;

    private final RunSettings settings = Shop.settings();
    private final ContainersProvisioner provisioner = new ContainersProvisioner(settings);
    private final Post post = new Post();
    private SystemUnderDrill system;

    /** What arrives in the places of one drill's providers. */
    private static final class Post implements AutoCloseable {
        private final List<NoticeReceived> mails = new CopyOnWriteArrayList<>();
        private final Scenario drill;
        private final Inboxes inboxes;

        Post() {
            this("telling");
        }

        Post(String id) {
            drill = Shop.telling(id, LINK);
            inboxes = new Inboxes(
                    drill.system(),
                    InboxCatalog.load(),
                    (actor, event) -> keep(event),
                    new SystemClock());
        }

        private void keep(Event event) {
            if (event instanceof NoticeReceived mail) {
                mails.add(mail);
            }
        }

        SystemUnderDrill startIn(ContainersProvisioner provisioner) {
            return provisioner.start(drill, inboxes.takePlaces());
        }

        boolean has(String text) {
            return mails.stream().anyMatch(mail -> mail.text().contains(text));
        }

        @Override
        public void close() {
            inboxes.close();
        }
    }

    @BeforeAll
    void start() {
        system = post.startIn(provisioner);
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
        post.close();
    }

    private static int send(SystemUnderDrill system, String component, String text) {
        return system.components().stream()
                .filter(one -> one.name().equals(component))
                .findFirst()
                .flatMap(one -> one.as(Askable.class))
                .orElseThrow()
                .ask(List.of("perl", "-e", SENDER, text), PATIENCE)
                .code();
    }

    @Test
    void whatAComponentSendsArrivesInThisProcess() {
        int code = send(system, "clerk-1", "all is well");

        assertThat(code).isEqualTo(SENT);
        assertThat(post.mails).anySatisfy(mail -> {
            assertThat(mail.channel()).isEqualTo("mail");
            assertThat(mail.recipient()).isEqualTo("ada@home.example");
            assertThat(mail.text()).isEqualTo("from the shop\n\nall is well");
        });
    }

    @Test
    void aProviderThatIsCutOffIsRefusedAndReachedAgainAfterwards() {
        system.relay(LINK).hold();

        int cut = send(system, "clerk-1", "while it was cut");

        system.relay(LINK).release();
        assertThat(cut).isEqualTo(NO_WAY);
        assertThat(send(system, "clerk-1", "after it was cut")).isEqualTo(SENT);
        assertThat(post.has("after it was cut")).isTrue();
        assertThat(post.has("while it was cut")).isFalse();
    }

    @Test
    void aProviderThatIsSlowIsSlowForItsSender() throws Exception {
        SystemClock clock = new SystemClock();
        system.relay(LINK)
                .proxy()
                .toxics()
                .latency("late", ToxicDirection.DOWNSTREAM, LATE.toMillis());

        long begin = clock.nanos();
        int code = send(system, "clerk-1", "sent slowly");
        Duration took = clock.since(begin);

        system.relay(LINK).proxy().toxics().get("late").remove();
        assertThat(code).isEqualTo(SENT);
        assertThat(took).isGreaterThanOrEqualTo(LATE);
        assertThat(post.has("sent slowly")).isTrue();
    }

    @Test
    void whoHasNoLinkToTheProviderDoesNotFindHim() {
        assertThat(send(system, "clerk-2", "from nobody")).isEqualTo(NO_WAY);
    }

    @Test
    void twoDrillsAtOnceDoNotHearEachOthersMail() {
        try (Post others = new Post("telling-others");
                SystemUnderDrill other = others.startIn(provisioner)) {
            assertThat(send(system, "clerk-1", "for the one")).isEqualTo(SENT);
            assertThat(send(other, "clerk-1", "for the other")).isEqualTo(SENT);

            assertThat(post.has("for the one")).isTrue();
            assertThat(post.has("for the other")).isFalse();
            assertThat(others.mails)
                    .extracting(NoticeReceived::text)
                    .containsExactly("from the shop\n\nfor the other");
        }
    }

    @Test
    void aClosedSystemLeavesNoNetworkAndNoDoor() throws Exception {
        RunSettings own = Shop.settings();
        try (Post shortly = new Post("telling-shortly");
                ContainersProvisioner made = new ContainersProvisioner(own)) {
            SystemUnderDrill gone = shortly.startIn(made);
            String door = ((Described) gone).facts().get("inbox at mail:25");
            assertThat(door).isNotNull();
            String host = door.substring(0, door.lastIndexOf(':'));
            int port = Integer.parseInt(door.substring(door.lastIndexOf(':') + 1));
            new Socket(host, port).close();

            gone.close();
            gone.close();

            assertThat(Leftovers.of(own.runId())).hasSize(1); // the folder of the run
            assertThatThrownBy(() -> new Socket(host, port).close())
                    .isInstanceOf(IOException.class);
        }
        assertThat(Leftovers.of(own.runId())).isEmpty();
    }

    @Test
    void aSystemThatDoesNotStartLeavesNoNetworkEither() throws Exception {
        RunSettings own = Shop.settings();
        Link nowhere = new Link("nobody", new Endpoint("mail", 25));
        try (Post lost = new Post("telling-nobody");
                ContainersProvisioner made = new ContainersProvisioner(own)) {
            assertThatThrownBy(() -> made.start(
                            Shop.telling("telling-nobody", nowhere), lost.inboxes.takePlaces()))
                    .hasMessage("the Compose files as run have no service 'nobody'; there are:"
                            + " clerk-1, clerk-2, till");

            assertThat(Leftovers.of(own.runId())).hasSize(1);
        }
        assertThat(Leftovers.of(own.runId())).isEmpty();
    }
}
