package io.firedrill.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.SystemSpec;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InboxesTests {
    private static final Channel MAIL = TestChannels.sentTo("mail");
    private static final Channel SMS = TestChannels.sentTo("sms");
    private static final Channel PAGE = TestChannels.lookedAt("page");
    private static final InetSocketAddress NOWHERE = new InetSocketAddress("127.0.0.1", 9);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private Inboxes inboxes;

    @AfterEach
    void close() {
        if (inboxes != null) {
            inboxes.close();
        }
    }

    private Inboxes inboxes(Letterbox kind, Channel... channels) {
        return inboxes(kind, TestChannels.system(Map.of(), channels));
    }

    private Inboxes inboxes(InboxKind kind, SystemSpec system) {
        inboxes = new Inboxes(
                system,
                InboxCatalog.of(kind),
                (actor, event) -> events.add(event),
                new SystemClock());
        return inboxes;
    }

    private Letterbox letterbox(String... throwing) {
        return new Letterbox(calls::add, throwing);
    }

    @Test
    void thoseThatTakeAPlaceAreOpenedFirstAndThoseThatLookWhenTheSystemIsUp() {
        Inboxes opened = inboxes(letterbox(), PAGE, MAIL);

        Map<Endpoint, InetSocketAddress> places = opened.takePlaces();
        assertThat(calls).containsExactly("open mail");
        opened.look(entry -> NOWHERE);

        assertThat(calls).containsExactly("open mail", "open page");
        assertThat(places).containsOnlyKeys(new Endpoint("mail", 25));
        assertThat(Letterbox.post(places.get(new Endpoint("mail", 25)), "State: resolved"))
                .isEqualTo(202);
        assertThat(notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.facts()).containsExactly(Map.entry("state", "resolved")));
    }

    private List<NoticeReceived> notices() {
        return events.stream()
                .filter(NoticeReceived.class::isInstance)
                .map(NoticeReceived.class::cast)
                .toList();
    }

    @Test
    void aKindThatNobodySpeaksIsTold() {
        Channel strange = new Channel(
                "fax",
                "g3",
                Optional.of(new Endpoint("fax", 80)),
                Optional.empty(),
                Map.of(),
                Map.of());
        Inboxes opened = inboxes(letterbox(), strange);

        assertThatThrownBy(opened::takePlaces)
                .isInstanceOf(DrillException.class)
                .hasMessage("channel 'fax' (g3) can not be watched: nobody on the class path"
                        + " speaks 'g3'; spoken are: [memo]");
    }

    @Test
    void oneThatCanNotBeOpenedClosesTheOthers() {
        Inboxes opened = inboxes(letterbox("open sms"), MAIL, SMS);

        assertThatThrownBy(opened::takePlaces)
                .isInstanceOf(DrillException.class)
                .hasMessage("channel 'sms' (memo) can not be watched: opening the inbox of 'sms'"
                        + " failed: open sms went wrong");
        assertThat(calls).containsExactly("open mail", "open sms", "close mail");
    }

    @Test
    void oneThatCanNotLookClosesTheOthersAsWell() {
        Inboxes opened = inboxes(letterbox("open page"), MAIL, PAGE);
        opened.takePlaces();

        assertThatThrownBy(() -> opened.look(entry -> NOWHERE)).isInstanceOf(DrillException.class);
        assertThat(calls).containsExactly("open mail", "open page", "close mail");
    }

    @Test
    void twoChannelsAtOneEndpointAreRefused() {
        Channel voice = new Channel(
                "voice", Letterbox.SPEAKS, SMS.at(), Optional.empty(), Map.of(), Map.of());
        Inboxes opened = inboxes(letterbox(), SMS, voice);

        assertThatThrownBy(opened::takePlaces)
                .isInstanceOf(DrillException.class)
                .hasMessage("channel 'voice' (memo) can not be watched: another one is at sms:25"
                        + " already");
        assertThat(calls).containsExactly("open sms", "open voice", "close voice", "close sms");
    }

    @Test
    void anInboxWithoutAPortTakesNoPlace() {
        InboxKind deaf = new InboxKind() {
            @Override
            public String speaks() {
                return Letterbox.SPEAKS;
            }

            @Override
            public Inbox open(Order order) {
                return letterbox()
                        .open(new Order(PAGE, order.recorder(), order.clock(), entry -> NOWHERE));
            }
        };
        Inboxes opened = inboxes(deaf, TestChannels.system(Map.of(), MAIL));

        assertThatThrownBy(opened::takePlaces)
                .hasMessage("channel 'mail' (memo) can not be watched: its inbox listens on no"
                        + " port");
    }

    @Test
    void allAreClosedTheLastOneFirstAndTheFirstErrorIsThrown() {
        Inboxes opened = inboxes(letterbox("close sms", "close mail"), MAIL, SMS, PAGE);
        opened.takePlaces();
        opened.look(entry -> NOWHERE);

        assertThatThrownBy(opened::close)
                .isInstanceOf(DrillException.class)
                .hasMessage("closing the inbox of 'sms' failed: close sms went wrong")
                .satisfies(error -> assertThat(error.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other)
                                .hasMessage("closing the inbox of 'mail' failed: close mail went"
                                        + " wrong")));
        assertThat(calls)
                .containsExactly(
                        "open mail",
                        "open sms",
                        "open page",
                        "close page",
                        "close sms",
                        "close mail");
    }

    @Test
    void closingTwiceClosesOnceAndThePortIsFreeAgain() {
        Inboxes opened = inboxes(letterbox(), MAIL);
        InetSocketAddress place = opened.takePlaces().get(new Endpoint("mail", 25));

        opened.close();
        opened.close();

        assertThat(calls).containsExactly("open mail", "close mail");
        assertThatThrownBy(() -> Letterbox.post(place, "State: resolved"))
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void aThreadThatWasInterruptedClosesThemAllTheSameAndStaysInterrupted() {
        Inboxes opened = inboxes(letterbox(), MAIL, SMS);
        opened.takePlaces();

        Thread.currentThread().interrupt();
        opened.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).endsWith("close sms", "close mail");
    }

    @Test
    void whatIsSaidAfterTheCloseIsNotWrittenDown() {
        InboxKind.Order[] given = new InboxKind.Order[1];
        Inboxes opened = inboxes(spying(given), TestChannels.system(Map.of(), MAIL));
        opened.takePlaces();
        opened.close();

        given[0].recorder().record("inbox", new Event.DrillEnded());

        assertThat(events).isEmpty();
    }

    /** Opens a letterbox, and keeps what it was opened with. */
    private InboxKind spying(InboxKind.Order[] given) {
        return new InboxKind() {
            @Override
            public String speaks() {
                return Letterbox.SPEAKS;
            }

            @Override
            public Inbox open(Order order) {
                given[0] = order;
                return letterbox().open(order);
            }
        };
    }

    @Test
    void entriesAreFoundOnceTheSystemIsUp() {
        InboxKind.Order[] given = new InboxKind.Order[1];
        Inboxes opened = inboxes(spying(given), TestChannels.system(Map.of(), MAIL));
        opened.takePlaces();

        assertThatThrownBy(() -> given[0].entries().apply("web"))
                .isInstanceOf(DrillException.class)
                .hasMessage("entry 'web' is not there: the system is not up yet");
        opened.look(entry -> NOWHERE);

        assertThat(given[0].entries().apply("web")).isEqualTo(NOWHERE);
    }

    @Test
    void secretsAreFilledInAndNeverWrittenDown() {
        String secret = "do-not-tell-12";
        String basic = Base64.getEncoder().encodeToString(("ada:" + secret).getBytes(UTF_8));
        Channel closed =
                TestChannels.sentTo("mail", Map.of("user", "ada", "password", "${MAIL_PASSWORD}"));
        InboxKind.Order[] given = new InboxKind.Order[1];
        Inboxes opened = inboxes(
                spying(given), TestChannels.system(Map.of("MAIL_PASSWORD", secret), closed));
        InetSocketAddress place = opened.takePlaces().get(new Endpoint("mail", 25));

        Letterbox.post(place, "Contact: " + secret + " or " + basic);

        assertThat(given[0].channel().settings()).containsEntry("password", secret);
        assertThat(notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).isEqualTo("Contact: *** or ***"))
                .satisfies(notice -> assertThat(notice.facts())
                        .containsExactly(Map.entry("contact", "*** or ***")));
    }

    @Test
    void aSecretIsNotInTheErrorEither() {
        Channel closed = TestChannels.sentTo("mail", Map.of("password", "${MAIL_PASSWORD}"));
        InboxKind talkative = new InboxKind() {
            @Override
            public String speaks() {
                return Letterbox.SPEAKS;
            }

            @Override
            public Inbox open(Order order) {
                throw new DrillException("bad password " + order.channel().settings());
            }
        };
        Inboxes opened = inboxes(
                talkative, TestChannels.system(Map.of("MAIL_PASSWORD", "do-not-tell-12"), closed));

        assertThatThrownBy(opened::takePlaces)
                .hasMessage("channel 'mail' (memo) can not be watched: opening the inbox of 'mail'"
                        + " failed: bad password {password=***}");
    }
}
