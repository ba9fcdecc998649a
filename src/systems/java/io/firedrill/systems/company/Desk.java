package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incident desk: tells people. There are two; whoever has the lease is at work, the other one
 * waits for it. All that a desk must know is in the records, so the other one goes on where it
 * stopped.
 *
 * @param waits how long it leaves the lease to the other one when the company starts
 */
record Desk(Playbook playbook, Duration waits) implements Program {
    static final List<String> NAMES = List.of("desk-1", "desk-2");

    @Override
    public void start(Host host) throws IOException {
        Shift shift = new Shift(host, playbook);
        Duration look = playbook.times().machines().look();
        host.console().answers("at-work", shift::isAtWork);
        host.work().run(() -> {
            host.work().pause(waits);
            host.work().every(look, shift::look);
            host.work().every(playbook.times().cadence(), shift.directory::refresh);
            Carriers.of(host, playbook.times()).forEach((channel, own) -> {
                Carrier carrier = playbook.carriers().apply(own);
                host.work().every(look, () -> shift.carry(channel, carrier));
            });
        });
        host.console().healthy(shift::seesTheRecords);
    }

    /** The desk while it runs. */
    private static final class Shift {
        private final Host host;
        private final Playbook playbook;
        private final Course course;
        private final Ledger ledger;
        private final Outbox outbox;
        private final Directory directory;
        private final Clock clock = Clock.systemUTC();
        private final Instant begin = clock.instant();
        private Optional<Incident> last = Optional.empty();
        private boolean tried;
        private volatile boolean atWork;
        private volatile boolean connected;

        Shift(Host host, Playbook playbook) {
            this.host = host;
            this.playbook = playbook;
            this.course = playbook.course().make(playbook.times());
            this.ledger = Ledger.of(host, playbook.times());
            this.outbox = new Outbox(ledger::keep, playbook.first());
            this.directory = playbook.directory().make(host, playbook.times());
        }

        boolean isAtWork() {
            return atWork;
        }

        boolean seesTheRecords() {
            return connected;
        }

        /** Looks what there is to do, and decides; what is to be sent goes into the outbox. */
        private void look() {
            try {
                boolean mine = ledger.lease();
                connected = true;
                if (mine && !atWork) {
                    takeOver();
                }
                atWork = mine;
                if (mine) {
                    decide(ledger.news());
                }
            } catch (IOException notNow) {
                connected = false;
                atWork = false;
            }
        }

        private void takeOver() throws IOException {
            host.console().log("is at work now");
            outbox.load(ledger.letters());
            last = ledger.incident();
            tried = !outbox.isEmpty();
        }

        private void decide(Map<String, String> news) throws IOException {
            for (String key : news.keySet()) {
                if (key.startsWith(Records.REPORT)) {
                    outbox.undelivered(key.substring(Records.REPORT.length()));
                }
            }
            Instant now = clock.instant();
            if (!tried && now.isAfter(begin.plus(playbook.times().machines().settle()))) {
                outbox.issue(Optional.empty(), Distribution.tests());
                tried = true;
            }
            String alert = news.get(Records.ALERT);
            if (alert != null) {
                Optional<Incident> next = next(Json.read(alert, Alert.class), news, now);
                if (next.isPresent()) {
                    tell(next.get());
                }
            }
        }

        private Optional<Incident> next(Alert alert, Map<String, String> news, Instant now) {
            Optional<Incident> open = last.filter(Incident::isOpen);
            if (open.isPresent()) {
                return course.next(open.get(), alert, now);
            }
            boolean acknowledged = news.containsKey(Records.ACKNOWLEDGED + alert.key());
            return course.declare(last, alert, acknowledged, now);
        }

        private void tell(Incident next) throws IOException {
            host.console()
                    .log(next.id() + " update " + next.update() + ": "
                            + next.state().word() + ", approved by a stand-in");
            List<Letter> letters = playbook.letters().apply(Distribution.of(next));
            outbox.issue(Optional.of(next), letters);
            last = Optional.of(next);
        }

        /** Carries what is due on one channel, in order. */
        private void carry(String channel, Carrier carrier) {
            Optional<Letter> letter = next(channel);
            while (letter.isPresent() && carried(letter.get(), carrier)) {
                letter = next(channel);
            }
        }

        private Optional<Letter> next(String channel) {
            return atWork ? outbox.next(channel) : Optional.empty();
        }

        /** Says whether the channel takes more now. */
        private boolean carried(Letter letter, Carrier carrier) {
            try {
                directory.find(letter);
                String receipt = carrier.carry(letter, Wording.time(clock.instant()));
                outbox.sent(letter, receipt);
                return true;
            } catch (IOException trouble) {
                return gaveUp(letter, trouble);
            }
        }

        private boolean gaveUp(Letter letter, IOException trouble) {
            host.console().log(letter.id() + " did not go out: " + trouble.getMessage());
            try {
                if (!(trouble instanceof Carrier.Throttled) && outbox.failed(letter)) {
                    return true;
                }
            } catch (IOException notKept) {
                atWork = false;
            }
            host.work().pause(playbook.times().machines().throttled());
            return false;
        }
    }
}
