package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A printer, for a sheet that is handed out where nothing digital works: whoever sends it the text
 * by HTTP PUT or POST has printed it. It has no recipient, and what it printed nobody reports.
 */
public final class FileKind implements InboxKind {

    /** Creates the kind. */
    public FileKind() {}

    @Override
    public String speaks() {
        return "file";
    }

    @Override
    public Inbox open(Order order) {
        Printer printer = new Printer(order);
        return new FileInbox(
                printer,
                Doorman.open(new Doorman.Order(
                        "inbox-" + order.channel().name(), SmallHttp.answer(503), printer::serve)));
    }

    private static final class Printer {
        private final DrillClock clock;
        private final Arrivals arrivals;
        private final NoticeReader reader;
        private final AtomicLong sheets = new AtomicLong();

        private Printer(Order order) {
            this.clock = order.clock();
            this.arrivals = new Arrivals(order.channel().name(), order.recorder(), clock);
            this.reader = NoticeReader.of(order.channel());
        }

        private void serve(Socket socket) throws IOException {
            Wire wire = new Wire(socket, clock);
            long begin = clock.nanos();
            SmallHttp request = SmallHttp.read(wire);
            if (request.status() == 0) {
                print(new String(request.body(), StandardCharsets.UTF_8), begin);
                wire.write(SmallHttp.answer(204));
            } else {
                wire.write(SmallHttp.answer(request.status()));
                wire.hearOut();
            }
        }

        private void print(String text, long begin) {
            String number = "s" + sheets.incrementAndGet();
            arrivals.received(
                    new Arrivals.Message("", number, text, reader.read(text)),
                    begin,
                    clock.nanos());
        }
    }

    private record FileInbox(Printer printer, Doorman doorman) implements Inbox {
        @Override
        public int port() {
            return doorman.port();
        }

        @Override
        public void close() {
            doorman.close();
            doorman.throwIfFailed();
        }
    }
}
