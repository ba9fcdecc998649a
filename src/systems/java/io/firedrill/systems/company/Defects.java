package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What companies have done wrong when they told people; each in the place of one healthy part. */
final class Defects {
    private static final String NEXT_UPDATE = "Next update";
    private static final String EXPECTED = "Expected back";
    private static final String APPROVED = "Approved by";
    private static final Duration ZONE = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private Defects() {}

    /** Tells nobody. */
    static List<Letter> none(List<Letter> letters) {
        return List.of();
    }

    /** Writes mails, and thinks that this is all. */
    static List<Letter> mailOnly(List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.channel().equals(Contacts.MAIL))
                .toList();
    }

    /** Forgets one audience. */
    static List<Letter> withoutPartners(List<Letter> letters) {
        return letters.stream()
                .filter(letter -> !letter.audience().equals("partners"))
                .toList();
    }

    /** Alarms those whom nothing has happened to. */
    static List<Letter> toReadersToo(List<Letter> letters) {
        List<Letter> more = new ArrayList<>(letters);
        letters.stream()
                .filter(letter -> letter.audience().equals("customers"))
                .filter(letter -> letter.channel().equals(Contacts.MAIL))
                .findFirst()
                .ifPresent(letter -> Contacts.addresses("readers", Contacts.MAIL)
                        .forEach(address ->
                                more.add(letter.to("readers", address).saying("For", "readers"))));
        return more;
    }

    /** Is not sure whether it sent a mail, and sends it again. */
    static Carrier twice(Carrier own) {
        return (letter, sent) -> {
            boolean mail = letter.channel().equals(Contacts.MAIL);
            String receipt = own.carry(letter, sent);
            return mail && letter.update() > 0 ? own.carry(letter, sent) : receipt;
        };
    }

    /** Believes that a mail is sent because it tried. */
    static Carrier believing(Carrier own) {
        return (letter, sent) -> {
            try {
                return own.carry(letter, sent);
            } catch (IOException notSent) {
                if (letter.channel().equals(Contacts.MAIL)) {
                    return "believed";
                }
                throw notSent;
            }
        };
    }

    /** Takes "accepted" for an end, and keeps nothing by which it would know a later report. */
    static Carrier trusting(Carrier own) {
        return (letter, sent) -> {
            own.carry(letter, sent);
            return "";
        };
    }

    /** Tells the public what is the company's own matter. */
    static Letter namesAHost(Letter letter) {
        return letter.saying("Measures", "Our team restarts shop-1.");
    }

    /** Says one thing here and another there. */
    static Letter otherPromiseOnThePage(Letter letter) {
        return letter.channel().equals(Contacts.PAGE)
                ? shifted(letter, NEXT_UPDATE, Duration.ofSeconds(1))
                : letter;
    }

    /** Writes local time, and says that it is UTC. */
    static Letter etaInLocalTime(Letter letter) {
        return letter.fact(EXPECTED).endsWith("Z")
                ? shifted(letter, EXPECTED, ZONE.negated())
                : letter;
    }

    /** Admits the first thing that fails. */
    static Letter firstJourneyOnly(Letter letter) {
        return letter.saying("Affected", letter.fact("Affected").replaceAll(",.*", ""));
    }

    /** Sends first and asks afterwards. */
    static Letter approvedAfterwards(Letter letter) {
        String approved = letter.fact(APPROVED);
        int at = approved.indexOf(" at ");
        Instant late = Instant.parse(approved.substring(at + " at ".length())).plus(LATER);
        return letter.saying(APPROVED, approved.substring(0, at) + " at " + Wording.time(late));
    }

    /** Says on the page that it is still being watched, when all others were told it is over. */
    static Letter pageGoesOnMonitoring(Letter letter) {
        boolean last = letter.fact("State").equals(State.RESOLVED.word());
        return last && letter.channel().equals(Contacts.PAGE)
                ? letter.saying("State", State.MONITORING.word())
                        .and(NEXT_UPDATE + ": " + promised(letter))
                : letter;
    }

    private static String promised(Letter letter) {
        String approved = letter.fact(APPROVED);
        Instant told = Instant.parse(approved.substring(approved.indexOf("20")));
        return Wording.time(told.plus(Times.usual().promise()));
    }

    private static Letter shifted(Letter letter, String label, Duration by) {
        String time = letter.fact(label);
        return time.isEmpty()
                ? letter
                : letter.saying(label, Wording.time(Instant.parse(time).plus(by)));
    }

    /** The status page lies on the host whose failure it is to tell of. */
    static WebServer.Pages onTheFront(Host host, Times times) {
        WebCall front = new WebCall(host.network(), Front.NAME, Front.PORT);
        return request -> {
            String path = request.path().equals("/style.css")
                    ? request.path()
                    : "/banner" + request.path().replaceAll("/$", "");
            return front.send(
                    new WebRequest(
                            request.method(),
                            path,
                            request.headers(),
                            WebRequest.TEXT,
                            request.body()),
                    PATIENCE);
        };
    }

    /** The first page that was made is shown to everybody for ever. */
    static WebServer.Pages greenFromCache(Host host, Times times) throws IOException {
        Page page = new Page(host.disk(), Clock.systemUTC(), times);
        WebAnswer first = page.answer(WebRequest.get("/"));
        return request -> request.path().equals("/") ? first : page.answer(request);
    }

    /** Looks the plan up where it is kept, each time; it has never thought of a copy. */
    static Directory inTheSuite(Host host, Times times) {
        Directory.Source source = Directory.Source.of(host, times);
        return new Directory() {
            @Override
            public void refresh() {
                // There is nothing to keep.
            }

            @Override
            public void find(Letter letter) throws IOException {
                if (Directory.isAddressed(letter)) {
                    Directory.findIn(source.plan(), letter);
                }
            }
        };
    }
}
